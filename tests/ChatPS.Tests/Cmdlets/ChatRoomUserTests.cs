namespace ChatPS.Tests.Cmdlets;

public sealed class ChatRoomUserTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Room = "northwind-harbor/town-square";

    [Fact]
    public void Mattermost_asks_for_names_a_page_at_a_time()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var room = Get(shell, Room);
        sandbox.Mattermost.Faults.MaxPageSize = 10;
        try
        {
            var members = shell.Run<ChatRoomUser>("$args[0] | Get-ChatRoomUser", room);
            Assert.True(members.Count > 20);
            Assert.All(members, member => Assert.Equal(room.Id, member.RoomId));
            Assert.All(members, member => Assert.NotNull(member.UserName));
            Assert.All(members, member => Assert.NotNull(member.DisplayName));
            Assert.Contains(members, member => member is { UserName: "member", Email: "member@example.com" });
            // A request for the profiles of each page but the empty last one.
            Assert.Equal(
                sandbox.Wire.Count(line => line.StartsWith($"GET /api/v4/channels/{room.Id}/members?", StringComparison.Ordinal)) - 1,
                sandbox.Wire.Count(line => line == "POST /api/v4/users/ids"));
            sandbox.Server.ClearRequests();

            Assert.Equal(4, shell.Run<ChatRoomUser>("do { $n = 0; $args[0] | Get-ChatRoomUser | ForEach-Object { $_; if (++$n -eq 4) { break } } } while ($false)", room).Count);
            Assert.Equal([$"GET /api/v4/channels/{room.Id}/members?per_page=200&page=0", "POST /api/v4/users/ids"], sandbox.Wire);
            sandbox.Server.ClearRequests();

            Assert.Equal(2, shell.Run<ChatRoomUser>("Get-ChatRoomUser $args[0] -First 2", room).Count);
            Assert.Equal([$"GET /api/v4/channels/{room.Id}/members?per_page=2&page=0", "POST /api/v4/users/ids"], sandbox.Wire);
        }
        finally
        {
            sandbox.Mattermost.Faults.MaxPageSize = null;
        }
    }

    [Fact]
    public void Mattermost_gets_some_members_together()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var room = Get(shell, Room);
        var members = shell.Run("Get-ChatRoomUser $args[0] sysadmin, nobody.here, member", room);
        Assert.Equal(["sysadmin", "member"], members.Select(member => member.ToString()));
        Assert.Equal("nobody.here", Assert.Single(shell.Errors).TargetObject);
        Assert.Contains($"POST /api/v4/channels/{room.Id}/members/ids", sandbox.Wire);
        Assert.DoesNotContain(sandbox.Wire, line => line.StartsWith($"GET /api/v4/channels/{room.Id}/members/", StringComparison.Ordinal));

        Assert.Equal("sysadmin", shell.Run<ChatRoomUser>("Get-ChatRoomUser $args[0] -Me", room).Single().UserName);
        Assert.Equal(["member", "mfa.member"], shell.Run<ChatRoomUser>("Get-ChatRoomUser $args[0] *member", room).Select(m => m.UserName).Order());
    }

    [Fact]
    public void Mattermost_searches_among_members()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var room = Get(shell, Room);
        var member = shell.Run<ChatRoomUser>("Get-ChatRoomUser $args[0] -Search morg", room).Single();
        Assert.Equal(("member", room.Id, "channel_user"), (member.UserName, member.RoomId, member.Roles[0]));
        Assert.Equal(["POST /api/v4/users/search", $"POST /api/v4/channels/{room.Id}/members/ids"], sandbox.Wire);
    }

    [Fact]
    public void Mattermost_counts_members()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var room = Get(shell, Room);
        var all = shell.Run<ChatRoomUser>("Get-ChatRoomUser $args[0]", room).Count;
        sandbox.Server.ClearRequests();
        Assert.Equal($"{all}", shell.RunClean("Get-ChatRoomUser $args[0] -First 1 -IncludeTotalCount", room)[0].BaseObject.ToString());
        Assert.Equal($"GET /api/v4/channels/{room.Id}/stats", sandbox.Wire.First());
    }

    [Fact]
    public void The_sessions_room_steps_in()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.Contains("-Room", shell.Fail("Get-ChatRoomUser").ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        shell.RunClean("Set-ChatSession -Room $args[0]", Room);
        Assert.NotEmpty(shell.Run<ChatRoomUser>("Get-ChatRoomUser -First 1"));
    }

    [SandboxFact("needs a server that takes many at once, newer than 5.37")]
    public void Mattermost_takes_users_into_piped_rooms()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var rooms = NewRooms(shell, "add", 2);

        Assert.Empty(shell.RunClean("$args[0] | Add-ChatRoomUser -User member, sysadmin, mfa.member -ThrottleLimit 4", [rooms]));
        // The names of all are looked up once, then one request for each room.
        Assert.Equal("POST /api/v4/users/usernames", sandbox.Wire.First());
        Assert.Equal(rooms.Select(room => $"POST /api/v4/channels/{room.Id}/members").Order(), sandbox.Wire.Skip(1).Order());
        Assert.All(rooms, room => Assert.Equal(3, shell.Run<ChatRoomUser>("Get-ChatRoomUser $args[0]", room).Count));
    }

    [Fact]
    public void Mattermost_takes_piped_users_into_a_room()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var room = NewRooms(shell, "piped", 1)[0];

        var added = shell.Run<ChatRoomUser>("Get-ChatUser *member | Add-ChatRoomUser -Room $args[0] -PassThru", room);
        Assert.Equal([("member", room.Id), ("mfa.member", room.Id)], added.Select(member => (member.UserName!, member.RoomId)));
        Assert.Equal(
            $$"""{"user_ids":["{{added[0].UserId}}","{{added[1].UserId}}"]}""",
            sandbox.Server.Requests.First(r => r.Target.EndsWith("/members", StringComparison.Ordinal)).Body);

        shell.RunClean("Get-ChatRoomUser $args[0] *member | Remove-ChatRoomUser", room);
        Assert.Equal(["sysadmin"], shell.Run<ChatRoomUser>("Get-ChatRoomUser $args[0]", room).Select(member => member.UserName));

        shell.RunClean("'member' | Add-ChatRoomUser -Room $args[0]", room);
        shell.RunClean("[pscustomobject]@{ UserName = 'mfa.member' }, [pscustomobject]@{ RoomId = 'x'; UserId = 'sysadmin' } | Add-ChatRoomUser -Room $args[0]", room);
        Assert.Equal(3, shell.Run<ChatRoomUser>("Get-ChatRoomUser $args[0]", room).Count);
    }

    [Fact]
    public void One_that_fails_leaves_the_others_done()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var room = NewRooms(shell, "fail", 1)[0];
        var added = shell.Run("Add-ChatRoomUser $args[0] member, nobody.here, mfa.member -PassThru", room);
        Assert.Equal(["member", "mfa.member"], added.Select(member => member.ToString()));
        var error = Assert.Single(shell.Errors);
        Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("nobody.here", error.TargetObject);
    }

    [Fact]
    public void Mattermost_joins_and_leaves()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var room = NewRooms(shell, "join", 1)[0];
        var me = sandbox.Mattermost.Admin.UserId;

        shell.RunClean("$args[0] | Remove-ChatRoomUser -Me", room);
        Assert.Equal([$"DELETE /api/v4/channels/{room.Id}/members/{me}"], sandbox.Wire);
        sandbox.Server.ClearRequests();
        shell.RunClean("$args[0] | Add-ChatRoomUser -Me", room);
        Assert.Equal($$"""{"user_id":"{{me}}"}""", Assert.Single(sandbox.Server.Requests).Body);
    }

    [Fact]
    public void Mattermost_sets_roles()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var room = NewRooms(shell, "roles", 1)[0];
        shell.RunClean("Add-ChatRoomUser $args[0] $args[1]", room, sandbox.Mattermost.Member.UserId);
        sandbox.Server.ClearRequests();

        Assert.True(shell.Run<ChatRoomUser>("Set-ChatRoomUser $args[0] member Admin -PassThru", room).Single() is { IsAdmin: true, UserName: "member" });
        var request = sandbox.Server.Requests[1];
        Assert.Equal(("PUT", "schemeRoles"), (request.Method, request.Target.Split('/')[^1]));
        Assert.Equal("""{"scheme_admin":true,"scheme_user":true}""", request.Body);
        sandbox.Server.ClearRequests();

        Assert.Empty(shell.RunClean("Set-ChatRoomUser $args[0] $args[1] -Role channel_user, channel_admin", room, sandbox.Mattermost.Member.UserId));
        request = Assert.Single(sandbox.Server.Requests);
        Assert.Equal($"/api/v4/channels/{room.Id}/members/{sandbox.Mattermost.Member.UserId}/roles", request.Target);
        Assert.Equal("""{"roles":"channel_user channel_admin"}""", request.Body);

        Assert.False(shell.Run<ChatRoomUser>("Get-ChatRoomUser $args[0] member | Set-ChatRoomUser -Role member -PassThru", room).Single().IsAdmin);
    }

    [Theory]
    [InlineData("Mattermost", "Add-ChatRoomUser $args[0] member, sysadmin -WhatIf")]
    [InlineData("Mattermost", "$args[0] | Remove-ChatRoomUser -Me -WhatIf")]
    [InlineData("Mattermost", "Set-ChatRoomUser some/room member Admin -WhatIf")]
    [InlineData("Gitter", "Add-ChatRoomUser $args[0] some-one, another -WhatIf")]
    [InlineData("Gitter", "Remove-ChatRoomUser $args[0] some-one -WhatIf")]
    [InlineData("Gitter", "Set-ChatRoomUser $args[0] some-one Admin -WhatIf")]
    public void WhatIf_sends_nothing(string platform, string script)
    {
        using var shell = sandbox.Connect(sandbox.Server[platform]);
        Assert.Empty(shell.RunClean(script, "some-room"));
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void Gitter_lists_people_with_their_roles()
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        var room = GitterRoom(shell);
        var members = shell.Run<ChatRoomUser>("$args[0] | Get-ChatRoomUser", room);
        Assert.True(members.Single(member => member.UserId == sandbox.Gitter.Admin.UserId).IsAdmin);
        Assert.Contains(members, member => !member.IsAdmin);
        sandbox.Server.ClearRequests();

        Assert.Equal(2, shell.Run<ChatRoomUser>("Get-ChatRoomUser $args[0] -Skip 1 -First 2", room).Count);
        Assert.Equal([$"GET /v1/rooms/{room.Id}/users?limit=2&skip=1"], sandbox.Wire);
        sandbox.Server.ClearRequests();

        Assert.Equal(sandbox.Gitter.Admin.UserName, shell.Run<ChatRoomUser>("Get-ChatRoomUser $args[0] -Me", room).Single().UserName);
        Assert.NotEmpty(shell.Run<ChatRoomUser>("Get-ChatRoomUser $args[0] -Search a -First 2", room));
        Assert.Equal($"GET /v1/rooms/{room.Id}/users?q=a&limit=2", sandbox.Wire.Last());
    }

    [Fact]
    public void Gitter_takes_people_in_makes_them_admins_and_takes_them_out()
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        var room = GitterRoom(shell);
        var name = shell.Run<ChatUser>("Get-ChatUser -Search a -NotInRoom $args[0]", room)[0].UserName;
        sandbox.Server.ClearRequests();

        var added = shell.Run<ChatRoomUser>("$args[0] | Add-ChatRoomUser -User $args[1] -PassThru", room, name).Single();
        Assert.Equal((room.Id, name), (added.RoomId, added.UserName));
        var request = Assert.Single(sandbox.Server.Requests);
        Assert.Equal(("POST", $"/v1/rooms/{room.Id}/users"), (request.Method, request.Target));
        Assert.Equal($$"""{"username":"{{name}}"}""", request.Body);
        sandbox.Server.ClearRequests();

        shell.RunClean("$args[0] | Set-ChatRoomUser -Role Admin", added);
        Assert.Equal($$"""{"id":"{{added.UserId}}"}""", Assert.Single(sandbox.Server.Requests).Body);
        shell.RunClean("$args[0] | Set-ChatRoomUser -Role Member", added);
        Assert.Equal($"DELETE /v1/rooms/{room.Id}/security/extraAdmins/{added.UserId}", sandbox.Wire.Last());
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail("$args[0] | Set-ChatRoomUser -Role owner", added).FullyQualifiedErrorId, StringComparison.Ordinal);
        sandbox.Server.ClearRequests();

        shell.RunClean("Remove-ChatRoomUser $args[0] $args[1]", room, name);
        Assert.Equal([$"DELETE /v1/rooms/{room.Id}/users/{name}?type=username"], sandbox.Wire);
        sandbox.Server.ClearRequests();

        // An object tells the name that Gitter wants, though its id is what it goes by.
        shell.RunClean("$args[1] | Add-ChatRoomUser -Room $args[0]; $args[1] | Remove-ChatRoomUser", room, added);
        Assert.Equal([$"POST /v1/rooms/{room.Id}/users", $"DELETE /v1/rooms/{room.Id}/users/{added.UserId}"], sandbox.Wire);
    }

    [Fact]
    public void Gitter_joins_and_leaves()
    {
        using var shell = sandbox.Connect(sandbox.Gitter, sandbox.Gitter.Member);
        var room = GitterRoom(shell);
        var me = sandbox.Gitter.Member.UserId;
        shell.RunClean("$args[0] | Remove-ChatRoomUser -Me", room);
        Assert.Equal([$"DELETE /v1/rooms/{room.Id}/users/{me}"], sandbox.Wire);
        sandbox.Server.ClearRequests();

        var joined = shell.Run<ChatRoomUser>("$args[0] | Add-ChatRoomUser -Me -PassThru", room).Single();
        Assert.Equal(me, joined.UserId);
        Assert.Equal($"POST /v1/user/{me}/rooms", sandbox.Wire.First());
        Assert.Equal($$"""{"id":"{{room.Id}}"}""", sandbox.Server.Requests[0].Body);
    }

    private ChatRoom Get(Shell shell, string name)
    {
        var room = shell.Run<ChatRoom>("Get-ChatRoom $args[0]", name).Single();
        sandbox.Server.ClearRequests();
        return room;
    }

    private ChatRoom[] NewRooms(Shell shell, string prefix, int count)
    {
        var rooms = shell.Run<ChatRoom>(
            $"1..{count} | ForEach-Object {{ New-ChatRoom \"{prefix}-$_\" -Team northwind-harbor }}");
        sandbox.Server.ClearRequests();
        return [.. rooms];
    }

    /// <summary>A room other than the first, which has everybody and a ban.</summary>
    private ChatRoom GitterRoom(Shell shell)
    {
        var room = shell.Run<ChatRoom>("(Get-ChatRoom | Where-Object { $_.Kind -eq 'Public' -and $_.MemberCount -in 4..20 })[0]").Single();
        sandbox.Server.ClearRequests();
        return room;
    }
}
