using ChatPS.Sandbox;
using ChatPS.Tests.Client;

namespace ChatPS.Tests.Cmdlets.Mattermost;

public sealed class RoomUserTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [SandboxFact("needs a server that takes many at once, newer than 5.37")]
    public void Many_come_in_with_one_request_for_each_room()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var rooms = new[] { NewRoom(shell, "many-one"), NewRoom(shell, "many-two") };
        var users = shell.Run<ChatUser>("Get-ChatUser -Team northwind-harbor -Active -First 12").Where(user => user.UserName != "sysadmin").Take(10).ToArray();
        sandbox.Server.ClearRequests();

        var added = shell.Run<ChatRoomUser>("$args[0] | Add-ChatRoomUser -User $args[1] -PassThru -ThrottleLimit 4", rooms, users);
        Assert.Equal(rooms.SelectMany(room => users.Select(user => (room.Id, user.UserName))), added.Select(member => (member.RoomId, member.UserName!)));
        Assert.Equal(2, sandbox.Wire.Count(line => line.EndsWith("/members", StringComparison.Ordinal)));
        Assert.Equal(
            "{\"user_ids\":[" + string.Join(',', users.Select(user => $"\"{user.Id}\"")) + "]}",
            sandbox.Server.Requests.First(r => r.Target.EndsWith($"{rooms[0].Id}/members", StringComparison.Ordinal)).Body);
    }

    [SandboxFact("needs a server that takes many at once, newer than 5.37")]
    public void Who_fails_is_named_and_the_others_are_in()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var room = NewRoom(shell, "some-fail");
        // In the server, and in no team.
        var stray = shell.Run<ChatUser>("New-ChatUser stray.one stray.one@example.com $args[0]", SandboxFixture.Protect("long-enough-1")).Single();
        sandbox.Server.ClearRequests();

        var added = shell.Run("'member', 'stray.one', 'nobody.here', 'mfa.member' | Add-ChatRoomUser -Room $args[0] -PassThru", room);
        Assert.Equal(["member", "mfa.member"], added.Select(member => member.ToString()));
        Assert.Equal(["stray.one", "nobody.here"], shell.Errors.Select(error => (string)error.TargetObject));
        Assert.Contains("app.team.get_member.missing.app_error", shell.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Equal(
            [
                "POST /api/v4/users/usernames",
                // What the lookup of all didn't find is not asked for again.
                "POST /api/v4/users/usernames",
                $"POST /api/v4/channels/{room.Id}/members", $"POST /api/v4/channels/{room.Id}/members", "POST /api/v4/users/ids",
            ],
            sandbox.Wire);
        Assert.Equal($$"""{"user_id":"{{stray.Id}}"}""", sandbox.Server.Requests[3].Body);
    }

    [Fact]
    public void WhatIf_sends_nothing()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("'member', 'mfa.member' | Add-ChatRoomUser -Room northwind-harbor/town-square -WhatIf");
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void A_server_that_takes_one_at_a_time_is_asked_for_many_once()
    {
        var ids = Enumerable.Range(1, 5).Select(i => new string((char)('a' + i), 26)).ToArray();
        var room = new string('r', 26);
        using var server = new ScriptedServer(request => request switch
        {
            { Method: "GET" } => new ScriptedServer.Answer($$"""{"id":"{{ids[0]}}","username":"admin","roles":"system_admin"}"""),
            _ when request.Body.Contains("user_ids", StringComparison.Ordinal) =>
                new ScriptedServer.Answer("""{"id":"api.context.invalid_body_param.app_error","message":"A user_id is missing.","status_code":400}""", 400),
            _ => new ScriptedServer.Answer($$"""{"channel_id":"{{room}}","user_id":"{{request.Body.Split('"')[3]}}","roles":"channel_user"}""", 201),
        });
        using var shell = new Shell();
        shell.RunClean("$null = Connect-ChatService Mattermost $args[0] -Token $args[1]", server.Uri, SandboxFixture.Protect(Guid.NewGuid().ToString("N")));
        server.Requests.Clear();

        shell.RunClean("$args[0] | Add-ChatRoomUser -Room $args[1]", ids, room);
        Assert.Equal(6, server.Requests.Count);
        shell.RunClean("$args[0] | Add-ChatRoomUser -Room $args[1] -ThrottleLimit 3", ids, room);
        Assert.Equal(11, server.Requests.Count);
        Assert.Equal(1, server.Requests.Count(request => request.Body.Contains("user_ids", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_members_are_told_of_is_their_own_matter()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var (room, id) = (NewRoom(shell, "told-of"), sandbox.Mattermost.Member.UserId);
        shell.RunClean("Add-ChatRoomUser $args[0] -User member", room);
        sandbox.Server.ClearRequests();
        shell.RunClean("Set-ChatRoomUser $args[0] $args[1] -Muted -WhatIf", room, id);
        Assert.Empty(sandbox.Wire);
        var muted = shell.Run<ChatRoomUser>("Set-ChatRoomUser $args[0] $args[1] -Muted -Desktop none -Push mention -Email false -PassThru", room, id).Single();
        Assert.Equal($"PUT /api/v4/channels/{room.Id}/members/{id}/notify_props", sandbox.Wire.First());
        Assert.Equal("""{"mark_unread":"mention","desktop":"none","push":"mention","email":"false"}""", sandbox.Server.Requests[0].Body);
        Assert.Equal(("member", true, false), (muted.UserName, muted.IsMuted, muted.IsAdmin));
        Assert.Equal("none", shell.RunClean("(Get-ChatRoomUser $args[0] -User $args[1]).NotifyProps.desktop", room, id).Single().BaseObject);
        sandbox.Server.ClearRequests();
        var both = shell.Run<ChatRoomUser>("Set-ChatRoomUser $args[0] $args[1] Admin -Muted:$false -PassThru", room, id).Single();
        Assert.Equal((false, true), (both.IsMuted, both.IsAdmin));
        Assert.Equal([$"PUT /api/v4/channels/{room.Id}/members/{id}/schemeRoles", $"PUT /api/v4/channels/{room.Id}/members/{id}/notify_props"], sandbox.Wire.Take(2));
        Assert.Equal("""{"mark_unread":"all"}""", sandbox.Server.Requests[1].Body);
        Assert.Contains("notify_level", shell.Fail("Set-ChatRoomUser $args[0] $args[1] -Desktop loud", room, id).ToString(), StringComparison.Ordinal);
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Set-ChatRoomUser $args[0] $args[1]", room, id).FullyQualifiedErrorId, StringComparison.Ordinal);

        using var member = sandbox.Connect(sandbox.Mattermost, sandbox.Mattermost.Member);
        member.RunClean("Set-ChatRoomUser $args[0] me -Push all", room.Id);
        Assert.StartsWith("ChatPS.Forbidden", member.Fail("Set-ChatRoomUser $args[0] $args[1] -Muted", room.Id, sandbox.Mattermost.Admin.UserId).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Set-ChatRoomUser x y -Muted:$false")]
    [InlineData("Set-ChatRoomUser x y Admin -Push all")]
    public void Others_tell_their_members_in_other_ways(string script)
    {
        foreach (var service in new SandboxService[] { sandbox.Gitter, sandbox.HipChat })
        {
            using var shell = sandbox.Connect(service);
            Assert.StartsWith("ChatPS.NotSupported", shell.Fail(script).FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Empty(sandbox.Wire);
        }
    }

    private static ChatRoom NewRoom(Shell shell, string name) => shell.Run<ChatRoom>("New-ChatRoom $args[0] -Team northwind-harbor", name).Single();
}
