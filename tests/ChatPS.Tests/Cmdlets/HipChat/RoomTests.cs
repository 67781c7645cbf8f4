using ChatPS.Sandbox.Platforms.HipChat;
using ChatPS.Sandbox.Platforms.HipChat.Model;

namespace ChatPS.Tests.Cmdlets.HipChat;

public sealed class RoomTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private HipChatState State => ((HipChatService)sandbox.HipChat).State;

    private Room Operations => State.FindRoom("Operations")!;

    // ---- Reading ---------------------------------------------------------------------------------------------------------------

    [Fact]
    public void GetAllRooms()
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        var rooms = shell.Run<ChatRoom>("Get-ChatRoom");
        Assert.Equal(["GET /v2/room?include-private=true&expand=items&max-results=1000"], sandbox.Wire);
        Assert.Contains(rooms, r => r.Kind == ChatRoomKind.Private);
        Assert.DoesNotContain(rooms, r => r.IsArchived);
        var room = rooms.Single(r => r.Name == "Operations");
        Assert.Equal(($"{Operations.Id}", "All systems are up", ChatRoomKind.Public, $"{Operations.Owner.Id}"), (room.Id, room.Topic, room.Kind, room.OwnerId));
        Assert.NotNull(room.CreatedAt);

        sandbox.Server.ClearRequests();
        Assert.Contains(shell.Run<ChatRoom>("Get-ChatRoom -IncludeArchived"), r => r.IsArchived);
        Assert.Equal("GET /v2/room?include-private=true&include-archived=true&expand=items&max-results=1000", Assert.Single(sandbox.Wire));
    }

    [Fact]
    public void A_list_is_followed_page_by_page()
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        var all = shell.Run<ChatRoom>("Get-ChatRoom").Select(r => r.Id).ToArray();
        sandbox.HipChat.Faults.MaxPageSize = 5;
        try
        {
            sandbox.Server.ClearRequests();
            Assert.Equal(all, shell.Run<ChatRoom>("Get-ChatRoom").Select(r => r.Id));
            Assert.Equal((all.Length + 4) / 5, sandbox.Wire.Count());
        }
        finally
        {
            sandbox.HipChat.Faults.MaxPageSize = null;
        }
        sandbox.Server.ClearRequests();
        Assert.Equal(all[2..4], shell.Run<ChatRoom>("Get-ChatRoom -First 2 -Skip 2").Select(r => r.Id));
        Assert.Contains("max-results=2&start-index=2", Assert.Single(sandbox.Wire), StringComparison.Ordinal);
    }

    [Fact]
    public void GetRoom()
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        var room = shell.Run<ChatRoom>("Get-ChatRoom Operations").Single();
        Assert.Equal(($"{Operations.Id}", Operations.Owner.Name), (room.Id, room.Owner));
        Assert.Equal(room.Id, shell.Run<ChatRoom>("$args[0] | Get-ChatRoom", room).Single().Id);
        Assert.Equal(["GET /v2/room/Operations", $"GET /v2/room/{room.Id}"], sandbox.Wire);
        // What the class does not name is there as well.
        Assert.EndsWith("@conf.example.com", (string)shell.RunClean("(Get-ChatRoom Operations).XmppJid").Single().BaseObject, StringComparison.Ordinal);
    }

    [Fact]
    public void Rooms_are_found_by_pattern_and_a_name_that_nobody_has_is_an_error()
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        Assert.Equal("Operations", Assert.Single(shell.Run<ChatRoom>("Get-ChatRoom Oper*")).Name);
        var error = shell.Fail("Get-ChatRoom 'No such room'");
        Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("GET /v2/room/No%20such%20room", sandbox.Wire.Last());
    }

    [Fact]
    public void GetAutoJoinRooms()
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        var me = sandbox.HipChat.Admin.UserId;
        Assert.Equal(2, shell.Run<ChatRoom>("Get-ChatRoom -AutoJoin").Count);
        Assert.Equal("Operations", shell.Run<ChatRoom>("Get-ChatRoom -AutoJoin -User $args[0]", sandbox.HipChat.Member.UserName).Single().Name);
        Assert.Equal(
            [
                $"GET /v2/user/{me}/preference/auto-join?expand=items&max-results=1000",
                $"GET /v2/user/%40{sandbox.HipChat.Member.UserName}/preference/auto-join?expand=items&max-results=1000",
            ],
            sandbox.Wire);
    }

    [Theory]
    [InlineData("Get-ChatRoom -Me")]
    [InlineData("Get-ChatRoom -User x")]
    [InlineData("Get-ChatRoom -Search x")]
    [InlineData("Get-ChatRoom -Team x")]
    [InlineData("Get-ChatRoom Operations -Team x")]
    [InlineData("Get-ChatRoom -App x")]
    [InlineData("New-ChatRoom x -Team y")]
    [InlineData("New-ChatRoom x -DisplayName y")]
    [InlineData("New-ChatRoom x -Purpose y")]
    [InlineData("New-ChatRoom -User x")]
    [InlineData("New-ChatRoom x -App y")]
    [InlineData("Set-ChatRoom x -DisplayName y")]
    [InlineData("Set-ChatRoom x -Purpose y")]
    [InlineData("Set-ChatRoom x -Tags y")]
    [InlineData("Set-ChatRoom x -MoveTo y")]
    [InlineData("Set-ChatRoom x -Config y")]
    [InlineData("Remove-ChatRoom x -Permanent -Force")]
    public void What_HipChat_has_no_place_for_is_refused(string script)
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(script).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Theory]
    [InlineData("Mattermost", "Get-ChatRoom -AutoJoin")]
    [InlineData("Mattermost", "New-ChatRoom x -Owner y")]
    [InlineData("Mattermost", "New-ChatRoom x -GuestAccess")]
    [InlineData("Mattermost", "Set-ChatRoom x -Owner y")]
    [InlineData("Mattermost", "Set-ChatRoom x -Avatar ''")]
    [InlineData("Gitter", "Get-ChatRoom -AutoJoin")]
    [InlineData("Gitter", "Set-ChatRoom x -GuestAccess")]
    [InlineData("Hathora", "Get-ChatRoom -AutoJoin")]
    [InlineData("Hathora", "Set-ChatRoom x -Owner y")]
    [InlineData("Hathora", "Set-ChatRoom x -GuestAccess:$false")]
    public void What_only_HipChat_has_is_refused_elsewhere(string platform, string script)
    {
        using var shell = sandbox.Connect(sandbox.Server[platform]);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(script).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    // ---- Writing ---------------------------------------------------------------------------------------------------------------

    [Fact]
    public void CreateRoom()
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        var member = sandbox.HipChat.Member;
        var room = shell.Run<ChatRoom>(
            "New-ChatRoom 'War Room' -Privacy Private -Topic calm -Owner $args[0] -GuestAccess", member.UserName).Single();
        Assert.Equal(["POST /v2/room", $"GET /v2/room/{room.Id}"], sandbox.Wire);
        Assert.Equal(
            $$"""{"name":"War Room","privacy":"private","topic":"calm","owner_user_id":"@{{member.UserName}}","guest_access":true}""",
            sandbox.Server.Requests[0].Body);
        Assert.Equal(("War Room", ChatRoomKind.Private, "calm", member.UserId, true), (room.Name, room.Kind, room.Topic, room.OwnerId, room.IsGuestAccessible));
        Assert.NotNull(room.GuestAccessUrl);
        // The plainest one, and one whose name is taken.
        Assert.Equal(["Plain A", "Plain B"], shell.Run<ChatRoom>("'Plain A', 'Plain B' | New-ChatRoom").Select(r => r.Name));
        Assert.Contains("Plain A", shell.Fail("New-ChatRoom 'Plain A'").Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SetTopic()
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        NewRoom(shell, "Topical");
        Assert.Empty(shell.RunClean("Set-ChatRoom Topical -Topic 'what is new'"));
        Assert.Equal(["PUT /v2/room/Topical/topic"], sandbox.Wire);
        Assert.Equal("""{"topic":"what is new"}""", sandbox.Server.Requests[0].Body);
        Assert.Equal("", shell.Run<ChatRoom>("Set-ChatRoom Topical -Topic '' -PassThru").Single().Topic);
    }

    [Fact]
    public void UpdateRoom_keeps_what_is_not_given()
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        var room = NewRoom(shell, "Changing", "-Topic kept -Privacy Private -GuestAccess");
        State.FindRoom("Changing")!.DelegateAdminVisibility = true;
        var changed = shell.Run<ChatRoom>("Set-ChatRoom Changing -Name Changed -PassThru").Single();
        Assert.Equal(["GET /v2/room/Changing", $"PUT /v2/room/{room.Id}", $"GET /v2/room/{room.Id}"], sandbox.Wire);
        Assert.Equal(
            $$"""{"name":"Changed","privacy":"private","is_archived":false,"is_guest_accessible":true,"topic":"kept","owner":{"id":"{{sandbox.HipChat.Admin.UserId}}"},"delegate_admin_visibility":true}""",
            sandbox.Server.Requests[1].Body);
        Assert.Equal(
            ("Changed", "kept", ChatRoomKind.Private, true, room.GuestAccessUrl, true),
            (changed.Name, changed.Topic, changed.Kind, changed.IsGuestAccessible, changed.GuestAccessUrl, changed.DelegateAdminVisibility));

        var other = shell.Run<ChatRoom>(
            "$args[0] | Set-ChatRoom -Privacy Public -Owner $args[1] -Archived -GuestAccess:$false -Topic new -PassThru", room, sandbox.HipChat.Member.UserId).Single();
        Assert.Equal(
            ("Changed", ChatRoomKind.Public, sandbox.HipChat.Member.UserId, true, false, "new"),
            (other.Name, other.Kind, other.OwnerId, other.IsArchived, other.IsGuestAccessible, other.Topic));
        Assert.False(shell.Run<ChatRoom>("$args[0] | Set-ChatRoom -Archived:$false -PassThru", room).Single().IsArchived);
    }

    [Fact]
    public void UpdateRoomAvatar_and_DeleteRoomAvatar()
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        var room = NewRoom(shell, "Pictured");
        using var picture = new TestPicture();
        var changed = shell.Run<ChatRoom>("Set-ChatRoom Pictured -Avatar $args[0] -PassThru", picture.Path).Single();
        Assert.Equal(["PUT /v2/room/Pictured/avatar", "GET /v2/room/Pictured"], sandbox.Wire);
        Assert.Equal($$"""{"avatar":"{{picture.Base64}}"}""", sandbox.Server.Requests[0].Body);
        Assert.NotNull(changed.AvatarUrl);
        Assert.Null(shell.Run<ChatRoom>("$args[0] | Set-ChatRoom -Avatar $null -PassThru", room).Single().AvatarUrl);
        Assert.Equal($"DELETE /v2/room/{room.Id}/avatar", sandbox.Wire.ElementAt(2));
        Assert.Contains("no file", shell.Fail("Set-ChatRoom Pictured -Avatar ./nowhere.png").Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DeleteRoom()
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        var room = NewRoom(shell, "Doomed");
        shell.RunClean("Remove-ChatRoom Doomed -WhatIf; New-ChatRoom Never -WhatIf; Set-ChatRoom Doomed -Name x -WhatIf");
        Assert.Empty(sandbox.Wire);
        shell.RunClean("$args[0] | Remove-ChatRoom -Force", room);
        Assert.Equal([$"DELETE /v2/room/{room.Id}"], sandbox.Wire);
        // One that fails leaves the others alone.
        NewRoom(shell, "Doomed too");
        shell.Run("'Doomed', 'Doomed too' | Remove-ChatRoom -Force");
        Assert.Equal("Doomed", Assert.Single(shell.Errors).TargetObject);
        Assert.Null(State.FindRoom("Doomed too"));
    }

    [Fact]
    public void A_missing_scope_is_named()
    {
        using var shell = sandbox.Connect(sandbox.HipChat, sandbox.HipChat.Member);
        var error = shell.Fail("New-ChatRoom Forbidden");
        Assert.StartsWith("ChatPS.Forbidden", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("manage_rooms", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    private ChatRoom NewRoom(Shell shell, string name, string parameters = "")
    {
        var room = shell.Run<ChatRoom>($"New-ChatRoom $args[0] {parameters}", name).Single();
        sandbox.Server.ClearRequests();
        return room;
    }
}
