using ChatPS.Sandbox.Platforms.HipChat;
using ChatPS.Sandbox.Platforms.HipChat.Model;

namespace ChatPS.Tests.Cmdlets.HipChat;

public sealed class RoomUserTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private HipChatState State => ((HipChatService)sandbox.HipChat).State;

    private Room Operations => State.FindRoom("Operations")!;

    private string Member => sandbox.HipChat.Member.UserName;

    [Fact]
    public void GetAllMembers()
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        var members = shell.Run<ChatRoomUser>("Get-ChatRoomUser Operations");
        Assert.Equal(["GET /v2/room/Operations/member?expand=items&max-results=1000"], sandbox.Wire);
        Assert.Equal(Operations.Members.Select(m => $"{m.User.Id}"), members.Select(m => m.UserId));
        var owner = members.Single(m => m.UserId == $"{Operations.Owner.Id}");
        Assert.Equal(
            ("Operations", Operations.Owner.MentionName, Operations.Owner.Name, Operations.Owner.Email, true),
            (owner.RoomId, owner.UserName, owner.DisplayName, owner.Email, owner.IsAdmin));
        Assert.Equal(["room_member", "room_admin"], owner.Roles);
    }

    [Fact]
    public void GetAllParticipants()
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        var present = shell.Run<ChatRoomUser>("Get-ChatRoomUser Operations -Participant");
        Assert.Equal(["GET /v2/room/Operations/participant?expand=items&max-results=1000"], sandbox.Wire);
        Assert.Equal(Operations.Participants.Select(u => $"{u.Id}"), present.Select(m => m.UserId));
        Assert.All(present, m => Assert.True(m.IsPresent));

        var closed = State.Rooms.Values.First(room => room is { IsPrivate: true, IsArchived: false } && room.DelegateAdminVisibility != false);
        sandbox.Server.ClearRequests();
        var all = shell.Run<ChatRoomUser>("Get-ChatRoomUser $args[0] -IncludeOffline", closed.Name);
        Assert.Equal($"GET /v2/room/{Uri.EscapeDataString(closed.Name)}/participant?include-offline=true&expand=items&max-results=1000", Assert.Single(sandbox.Wire));
        Assert.Equal(closed.Members.Count, all.Count);
    }

    [Fact]
    public void Some_members_are_found_in_the_list()
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        var found = shell.Run("Get-ChatRoomUser Operations $args[0], nobody.here, $args[1]", "@" + Member, sandbox.HipChat.Admin.Email);
        Assert.Equal([Member, sandbox.HipChat.Admin.UserName], found.Select(m => m.ToString()));
        Assert.Equal("nobody.here", Assert.Single(shell.Errors).TargetObject);
        Assert.Single(sandbox.Wire);
        Assert.Equal(Member, shell.Run<ChatRoomUser>("Get-ChatRoomUser Operations $args[0]", Member[..^1] + "?").Single().UserName);
        Assert.Equal(sandbox.HipChat.Admin.UserName, shell.Run<ChatRoomUser>("Get-ChatRoomUser Operations -Me -Participant").Single().UserName);
    }

    [Fact]
    public void AddMember()
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        var room = NewRoom(shell, "Added");
        Assert.Empty(shell.RunClean("Add-ChatRoomUser Added $args[0]", Member));
        Assert.Equal([$"PUT /v2/room/Added/member/%40{Member}"], sandbox.Wire);
        Assert.Equal("""{"room_roles":["room_member"]}""", sandbox.Server.Requests[0].Body);
        // Objects tell ids, and roles are what they are elsewhere.
        var others = Operations.Members.Select(m => m.User).Where(u => u != State.Group.Owner).Take(3).ToArray();
        sandbox.Server.ClearRequests();
        var added = shell.Run<ChatRoomUser>(
            "Get-ChatRoomUser Operations | Where-Object UserId -in $args[1] | Add-ChatRoomUser -Room $args[0] -Role Admin -PassThru",
            room.Id, others.Select(u => $"{u.Id}").ToArray());
        Assert.Equal(others.Select(u => (u.MentionName, room.Id, true)), added.Select(m => (m.UserName!, m.RoomId, m.IsAdmin)));
        Assert.Equal(
            others.SelectMany(u => new[] { $"PUT /v2/room/{room.Id}/member/{u.Id}", $"GET /v2/user/{u.Id}" }), sandbox.Wire.Skip(1));
        Assert.Equal("""{"room_roles":["room_member","room_admin"]}""", sandbox.Server.Requests[1].Body);
        Assert.Equal(5, State.FindRoom("Added")!.Members.Count);
    }

    [Fact]
    public void Joining_and_leaving_oneself()
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        NewRoom(shell, "Joined");
        var me = sandbox.HipChat.Admin.UserId;
        shell.RunClean("Remove-ChatRoomUser Joined -Me; Add-ChatRoomUser Joined -Me");
        Assert.Equal([$"DELETE /v2/room/Joined/member/{me}", $"PUT /v2/room/Joined/member/{me}"], sandbox.Wire);
    }

    [Fact]
    public void Roles_are_set_by_adding_again()
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        NewRoom(shell, "Ranked");
        shell.RunClean("Add-ChatRoomUser Ranked $args[0]; Set-ChatRoomUser Ranked $args[0] Admin", Member);
        Assert.Equal(["room_member", "room_admin"], State.FindRoom("Ranked")!.MemberOf(State.FindMention(Member)!)!.Roles);
        Assert.False(shell.Run<ChatRoomUser>("Set-ChatRoomUser Ranked $args[0] Member -PassThru", Member).Single().IsAdmin);
        Assert.Equal(["room_member"], State.FindRoom("Ranked")!.MemberOf(State.FindMention(Member)!)!.Roles);
    }

    [Fact]
    public void RemoveMember()
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        NewRoom(shell, "Emptied");
        shell.RunClean("Add-ChatRoomUser Emptied $args[0]", Member);
        sandbox.Server.ClearRequests();
        shell.RunClean("Remove-ChatRoomUser Emptied $args[0] -WhatIf; Add-ChatRoomUser Emptied $args[0] -WhatIf", Member);
        Assert.Empty(sandbox.Wire);
        shell.RunClean("Get-ChatRoomUser Emptied $args[0] | Remove-ChatRoomUser", Member);
        Assert.Equal($"DELETE /v2/room/Emptied/member/{sandbox.HipChat.Member.UserId}", sandbox.Wire.Last());
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("Remove-ChatRoomUser Emptied $args[0]", Member).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void InviteUser()
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        NewRoom(shell, "Open House");
        Assert.Empty(shell.RunClean("'Open House' | Add-ChatRoomUser -User $args[0] -Invite -Reason 'come in'", sandbox.HipChat.Member.Email));
        Assert.Equal([$"POST /v2/room/Open%20House/invite/{Uri.EscapeDataString(sandbox.HipChat.Member.Email)}"], sandbox.Wire);
        Assert.Equal("""{"reason":"come in"}""", sandbox.Server.Requests[0].Body);
        Assert.Equal((Member, "come in"), (State.FindRoom("Open House")!.Invites.Single().User.MentionName, State.FindRoom("Open House")!.Invites.Single().Reason));
        sandbox.Server.ClearRequests();
        Assert.Contains("-Role", shell.Fail("Add-ChatRoomUser 'Open House' x -Invite -Role Admin").ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains("-Invite", shell.Fail("Add-ChatRoomUser 'Open House' x -Reason y").ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Theory]
    [InlineData("HipChat", "Get-ChatRoomUser x -Search y")]
    [InlineData("HipChat", "Get-ChatRoomUser x -Team y")]
    [InlineData("Mattermost", "Get-ChatRoomUser x -Participant")]
    [InlineData("Mattermost", "Add-ChatRoomUser x y -Role Admin")]
    [InlineData("Mattermost", "Add-ChatRoomUser x y -Invite")]
    [InlineData("Gitter", "Get-ChatRoomUser x -IncludeOffline")]
    [InlineData("Gitter", "Add-ChatRoomUser x y -Role Admin")]
    [InlineData("Gitter", "Add-ChatRoomUser x y -Invite")]
    public void What_a_platform_has_no_place_for_is_refused(string platform, string script)
    {
        using var shell = sandbox.Connect(sandbox.Server[platform]);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(script).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.DoesNotContain(sandbox.Wire, line => line.StartsWith("PUT", StringComparison.Ordinal) || line.Contains("/users", StringComparison.Ordinal) || line.Contains("/members", StringComparison.Ordinal));
    }

    private ChatRoom NewRoom(Shell shell, string name)
    {
        var room = shell.Run<ChatRoom>("New-ChatRoom $args[0]", name).Single();
        sandbox.Server.ClearRequests();
        return room;
    }
}
