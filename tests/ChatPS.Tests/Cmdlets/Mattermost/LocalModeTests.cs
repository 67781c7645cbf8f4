using ChatPS.Sandbox.Platforms.Mattermost;

namespace ChatPS.Tests.Cmdlets.Mattermost;

/// <summary>What mmctl --local is used for, over the socket of a server: it has less than its address, and is administered by it all the same.</summary>
public sealed class LocalModeTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Reason = "uses the sandbox's local socket";

    private Shell Connect()
    {
        var shell = new Shell();
        shell.RunClean("$null = Connect-ChatService Mattermost -UnixSocket $args[0]", sandbox.Mattermost.LocalSocket);
        sandbox.Server.ClearRequests();
        return shell;
    }

    [SandboxFact(Reason)]
    public void The_server_tells_its_name_by_its_configuration()
    {
        using var local = Connect();
        var server = local.Run<ChatServer>("Get-ChatServer").Single();
        Assert.Equal(("Mattermost", "5.37.0", null, false), (server.SiteName, server.Version, server.IsEnterpriseReady, server.IsBusy));
        Assert.NotNull(server.SiteUrl);
        Assert.NotEmpty(local.RunClean("Get-ChatServerConfig TeamSettings.SiteName"));
        Assert.Equal("licensed", local.RunClean("(Set-ChatLicense -License $args[0] -PassThru).ToString(); Remove-ChatLicense -Force", SandboxFixture.Protect(sandbox.Mattermost.License!)).Single().ToString());
    }

    [SandboxFact(Reason)]
    public void Users_are_found_together_by_ids_and_each_alone_by_names()
    {
        using var local = Connect();
        Assert.Equal(["sysadmin", "member"], Texts(local, "(Get-ChatUser sysadmin, member).UserName"));
        Assert.Equal(["POST /api/v4/users/usernames", "GET /api/v4/users/username/sysadmin", "GET /api/v4/users/username/member"], sandbox.Wire);
        local.RunClean("$users = Get-ChatUser sysadmin, member");
        sandbox.Server.ClearRequests();
        Assert.Equal(["sysadmin", "member"], Texts(local, "(Get-ChatUser $users.Id).UserName"));
        Assert.Equal(["POST /api/v4/users/ids"], sandbox.Wire);
        Assert.Equal(["member@example.com"], Texts(local, "(Get-ChatUser member@example.com).Email"));
        local.Run("Get-ChatUser sysadmin, none-such");
        Assert.Equal("none-such", Assert.Single(local.Errors).TargetObject);
        Assert.NotNull(local.RunClean("(Get-ChatMessage northwind-harbor/town-square -First 1).UserName").Single());
        // How many there are it does not tell, and goes on to list them.
        Assert.Equal(2, local.RunClean("Get-ChatUser -First 1 -IncludeTotalCount").Count);
        Assert.Equal(2, local.RunClean("Get-ChatRoomUser northwind-harbor/town-square -First 1 -IncludeTotalCount").Count);
    }

    [SandboxFact(Reason)]
    public void An_account_is_changed_as_a_whole()
    {
        using var local = Connect();
        var user = local.Run<ChatUser>("Set-ChatUser member -Position Boss -TimeZone Asia/Tokyo -PassThru").Single();
        Assert.Equal(("Boss", "Asia/Tokyo", "member@example.com", "member"), (user.Position, user.TimeZone, user.Email, user.UserName));
        Assert.Contains($"PUT /api/v4/users/{user.Id}", sandbox.Wire);
        Assert.True(local.Run<ChatUser>("Set-ChatUser member -AddRole system_admin -PassThru").Single().IsAdmin);
        Assert.False(local.Run<ChatUser>("Set-ChatUser member -RemoveRole system_admin -PassThru").Single().IsAdmin);
        var token = local.Run<ChatToken>("New-ChatToken -User member -Description walk").Single();
        Assert.Equal(token.Id, local.Run<ChatToken>("Get-ChatToken -User member").Single(found => found.Description == "walk").Id);
        local.RunClean("Remove-ChatToken $args[0] -Force", token.Id);
    }

    [SandboxFact(Reason)]
    public void Teams_and_rooms_are_made_by_nobody_and_people_are_taken_in()
    {
        using var local = Connect();
        local.RunClean("$team = New-ChatTeam local-team -Open -Description 'Made on the machine itself'");
        Assert.Equal(["member", "sysadmin"], local.Run<ChatTeamUser>("Add-ChatTeamUser $team -User member, sysadmin -PassThru").Select(m => m.UserName));
        local.RunClean("$room = New-ChatRoom local-room -Team $team -Privacy Private");
        Assert.Empty(local.RunClean("Get-ChatRoomUser $room"));
        Assert.Equal(["member", "sysadmin"], local.Run<ChatRoomUser>("Add-ChatRoomUser $room -User member, sysadmin -PassThru").Select(m => m.UserName));
        Assert.Equal(["member", "sysadmin"], local.Run<ChatRoomUser>("Get-ChatRoomUser $room -User member, sysadmin").Select(m => m.UserName));
        local.Run("Get-ChatRoomUser $room -User member, felix.farouk");
        Assert.StartsWith("ChatPS.NotFound", Assert.Single(local.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        local.RunClean("Remove-ChatRoomUser $room -User member");
        local.RunClean("Set-ChatRoom $room -Topic 'Something new' -Privacy Public; Remove-ChatRoom $room -Force; Restore-ChatRoom $room");
        // Whoever comes by the socket has no name: the server's own bot tells what was done.
        var told = local.Run<ChatMessage>("Get-ChatMessage $room").Select(m => (m.Type, m.UserName)).ToList();
        Assert.Equal(
            ["system_channel_restored", "system_channel_deleted", "system_change_chan_privacy", "system_remove_from_channel", "system_join_channel", "system_join_channel"],
            told.Select(message => message.Type));
        Assert.All(told.Take(4), message => Assert.Equal("system-bot", message.UserName));
        Assert.Equal("sysadmin", told[4].UserName);
        local.RunClean("Remove-ChatTeam $team -Permanent -Force");
    }

    [SandboxFact(Reason)]
    public void What_is_somebodys_has_to_be_given_an_owner()
    {
        using var local = Connect();
        foreach (var script in new[]
        {
            "New-ChatWebhook -Direction incoming -Room northwind-harbor/town-square",
            "New-ChatWebhook -Direction outgoing -Room northwind-harbor/town-square -Url http://example.com/hook",
            "New-ChatCommand walk -Team northwind-harbor -Url http://example.com/command",
        })
        {
            var error = local.Fail(script);
            Assert.StartsWith("ChatPS.InvalidRequest", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains("-Owner", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
            Assert.Equal("member", Texts(local, $"$new = {script} -Owner member; $new.Owner").Single());
            local.RunClean("$new | ForEach-Object { if ($_ -is [ChatPS.ChatCommand]) { $_ | Remove-ChatCommand -Force } else { $_ | Remove-ChatWebhook -Force } }");
        }
    }

    [SandboxFact(Reason)]
    public void A_room_without_its_team_is_asked_for_its_team()
    {
        using var local = Connect();
        var error = local.Fail("Get-ChatRoom town-square");
        Assert.StartsWith("ChatPS.InvalidRequest", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("team/room", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
        Assert.Equal("town-square", Texts(local, "Set-ChatSession -Team northwind-harbor; (Get-ChatRoom town-square).Name").Last());
    }

    [SandboxTheory(Reason)]
    [InlineData("Get-ChatUser -Search member")]
    [InlineData("Get-ChatUser me")]
    [InlineData("Get-ChatUser -Me")]
    [InlineData("Get-ChatUser -Group aaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("Get-ChatToken")]
    [InlineData("New-ChatToken -Description mine")]
    [InlineData("Get-ChatTeamUser northwind-harbor")]
    [InlineData("Get-ChatTeam -Me")]
    [InlineData("Get-ChatRoom -Search town")]
    [InlineData("Get-ChatRoomStatistic northwind-harbor/town-square")]
    [InlineData("Get-ChatUserPresence member")]
    [InlineData("Get-ChatPreference -User member")]
    [InlineData("Get-ChatLicense")]
    [InlineData("Get-ChatServerStatistic")]
    [InlineData("Get-ChatScheme")]
    [InlineData("Get-ChatGroup")]
    [InlineData("Get-ChatEmoji")]
    [InlineData("New-ChatBot walkbot")]
    [InlineData("Send-ChatMessage northwind-harbor/town-square Hello")]
    [InlineData("Get-ChatMessage northwind-harbor/town-square -First 1 | Set-ChatMessage -Flagged")]
    [InlineData("Get-ChatMessage northwind-harbor/town-square -First 1 | Add-ChatReaction -Emoji smile")]
    [InlineData("Watch-ChatRoom northwind-harbor/town-square -Timeout 1")]
    [InlineData("Get-ChatUnread")]
    [InlineData("Invoke-ChatOperation GetTotalUsersStats")]
    [InlineData("Invoke-ChatOperation GetUser -UserId me")]
    public void What_local_mode_lacks_is_an_error_that_says_so(string script)
    {
        using var local = Connect();
        var error = local.Fail(script);
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("local mode", error.Exception.Message + error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains("-Token or -Credential", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [SandboxFact(Reason)]
    public void What_is_wrong_otherwise_keeps_its_own_reason()
    {
        using var local = Connect();
        Assert.StartsWith("ChatPS.InvalidRequest", local.Fail("Invoke-ChatOperation GetUser -UserId abc").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("ChatPS.NotFound", local.Fail("Get-ChatUser none-such").FullyQualifiedErrorId, StringComparison.Ordinal);
        var license = local.Fail("Test-ChatLdap");
        Assert.StartsWith("ChatPS.NotSupported", license.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.DoesNotContain("local mode", license.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [SandboxFact(Reason)]
    public void Invitations_come_from_somebody_else_each_time()
    {
        using var local = Connect();
        // So the limit of an account never holds here.
        local.RunClean("1..45 | ForEach-Object { \"l$_@example.com\" } | Send-ChatInvite -Team northwind-harbor");
        Assert.Equal(45, ((MattermostService)sandbox.Mattermost).State.Integrations.Invites.Count(invite => invite.Email.StartsWith('l')));
    }

    private static IEnumerable<string> Texts(Shell shell, string script) => shell.RunClean(script).Select(found => found.ToString());
}
