namespace ChatPS.Tests.Cmdlets.Mattermost;

public sealed class RoomTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>, IDisposable
{
    public void Dispose() => sandbox.Simulated?.IsLicensed = false;

    [Fact]
    public void A_room_moves_to_another_team_and_leaves_outsiders_when_told()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var (from, to) = (shell.Run<ChatTeam>("New-ChatTeam move-from").Single(), shell.Run<ChatTeam>("New-ChatTeam move-to").Single());
        shell.RunClean("Add-ChatTeamUser member -Team move-from");
        var room = shell.Run<ChatRoom>("New-ChatRoom wanderer -Team move-from").Single();
        shell.RunClean("$args[0] | Add-ChatRoomUser -User member", room);
        sandbox.Server.ClearRequests();

        var error = shell.Fail("$args[0] | Set-ChatRoom -MoveTo move-to", room);
        Assert.Contains("members_do_not_match", error.Exception.Message + error, StringComparison.Ordinal);
        Assert.Equal($$"""{"team_id":"{{to.Id}}","force":false}""", sandbox.Server.Requests.Last(r => r.Target.EndsWith("/move", StringComparison.Ordinal)).Body);

        var moved = shell.Run<ChatRoom>("Set-ChatRoom move-from/wanderer -MoveTo $args[0] -RemoveOutsider -PassThru", to).Single();
        Assert.Equal((room.Id, to.Id), (moved.Id, moved.TeamId));
        Assert.Equal(["sysadmin"], shell.Run<ChatRoomUser>("$args[0] | Get-ChatRoomUser", moved).Select(user => user.UserName));
        Assert.NotEqual(from.Id, moved.TeamId);
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("$args[0] | Set-ChatRoom -RemoveOutsider -Topic x", room).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_may_be_of_one_team()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var team = shell.Run<ChatTeam>("Get-ChatTeam northwind-harbor").Single();
        shell.RunClean("'zeta-one', 'zeta-two' | ForEach-Object { $null = New-ChatRoom $_ -Team northwind-harbor; $null = New-ChatRoom $_ -Team cobalt-foundry }");
        Assert.Equal([("zeta-one", team.Id), ("zeta-two", team.Id)],
            shell.Run<ChatRoom>("Get-ChatRoom northwind-harbor/zeta-*").Select(room => (room.Name, room.TeamId!)).Order());
        Assert.Equal(2, shell.Run<ChatRoom>("Get-ChatTeam northwind-*, cobalt-* | Get-ChatRoom zeta-t*").Count);
        var error = shell.Fail("Get-ChatRoom north*/zeta-*");
        Assert.StartsWith("ChatPS.InvalidRequest", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Get-ChatTeam 'north*' | Get-ChatRoom 'zeta-*'", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void Rooms_with_some_people_are_found_among_ones_own()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var direct = shell.Run<ChatRoom>("New-ChatRoom -User member").Single();
        var group = shell.Run<ChatRoom>("New-ChatRoom -User member, mfa.member").Single();
        Assert.Equal((ChatRoomKind.Direct, ChatRoomKind.Group), (direct.Kind, group.Kind));
        var mine = shell.Run<ChatRoom>("Get-ChatRoom -Me");
        Assert.Contains(mine, room => room.Id == direct.Id);
        Assert.Contains(mine, room => room.Id == group.Id);
    }

    [SandboxFact("needs a license")]
    public void Moderation_takes_a_license()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var error = shell.Fail("Get-ChatRoomModeration northwind-harbor/town-square");
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.EndsWith("Mattermost 5.37.0 without a license.", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(
            "Set-ChatRoomModeration northwind-harbor/town-square create_post -Guests:$false").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [SandboxFact("needs a license")]
    public void What_members_and_guests_may_do_is_read_and_changed()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        sandbox.Simulated!.IsLicensed = true;
        var room = shell.Run<ChatRoom>("Get-ChatRoom northwind-harbor/town-square").Single();
        sandbox.Server.ClearRequests();

        var all = shell.Run<ChatRoomModeration>("$args[0] | Get-ChatRoomModeration", room);
        Assert.Equal([$"GET /api/v4/channels/{room.Id}/moderations"], sandbox.Wire);
        Assert.Equal(["create_post", "create_reactions", "manage_members", "use_channel_mentions"], all.Select(one => one.Permission));
        Assert.All(all, one => Assert.Equal((room.Id, true), (one.RoomId, one.Members)));
        Assert.Null(all[2].Guests);
        sandbox.Server.ClearRequests();

        shell.RunClean("$args[0] | Set-ChatRoomModeration -Permission create_post -Members:$false -WhatIf", room);
        Assert.Empty(sandbox.Wire);
        var changed = shell.Run<ChatRoomModeration>("$args[0] | Set-ChatRoomModeration -Permission create_post, create_reactions -Members:$false -PassThru", room);
        Assert.Equal([$"PUT /api/v4/channels/{room.Id}/moderations/patch"], sandbox.Wire);
        Assert.Equal(
            """[{"name":"create_post","roles":{"members":false}},{"name":"create_reactions","roles":{"members":false}}]""", sandbox.Server.Requests[0].Body);
        Assert.Equal([("create_post", false, true), ("create_reactions", false, true)], changed.Select(one => (one.Permission, one.Members!.Value, one.Guests!.Value)));
        Assert.False(shell.Run<ChatRoomModeration>("$args[0] | Get-ChatRoomModeration", room)[3].CanChangeMembers);

        using (var member = sandbox.Connect(sandbox.Mattermost, sandbox.Mattermost.Member))
            Assert.StartsWith("ChatPS.Forbidden", member.Fail("Send-ChatMessage $args[0] Hello", room.Id).FullyQualifiedErrorId, StringComparison.Ordinal);
        shell.RunClean("$args[0] | Get-ChatRoomModeration | Set-ChatRoomModeration -Members", room);
        Assert.All(shell.Run<ChatRoomModeration>("$args[0] | Get-ChatRoomModeration", room), one => Assert.True(one.Members));
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("$args[0] | Set-ChatRoomModeration -Permission create_post", room).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Others_have_no_moderation()
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail("Get-ChatRoomModeration x").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail("Set-ChatRoomModeration x create_post -Guests").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
