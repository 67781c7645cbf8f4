using ChatPS.Sandbox.Platforms.Gitter;

namespace ChatPS.Tests.Cmdlets.Gitter;

/// <summary>What is unread, and who has read what.</summary>
public sealed class UnreadTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Backend = "northwind-harbor/backend";

    private string Me => ((GitterService)sandbox.Gitter).State.UserByName(sandbox.Gitter.Member.UserName)!.Id;

    private string RoomId => ((GitterService)sandbox.Gitter).State.RoomsByUri[Backend].Id;

    [Fact]
    public void Rooms_with_something_unread_are_listed_and_each_tells_its_messages()
    {
        using var shell = Unread(out var messages);
        var rooms = shell.Run<ChatUnread>("Get-ChatUnread");
        Assert.Equal($"GET /v1/user/{Me}/unreadItems", Assert.Single(sandbox.Wire));
        var room = rooms.Single(r => r.RoomId == RoomId);
        Assert.Equal((Backend, true, 0), (room.RoomName, room.Count >= 2, room.MessageIds.Count));
        var one = Assert.Single(shell.Run<ChatUnread>("Get-ChatUnread | Where-Object RoomName -eq $args[0] | Get-ChatUnread", Backend));
        Assert.Equal($"GET /v1/user/{Me}/rooms/{RoomId}/unreadItems", sandbox.Wire.Last());
        Assert.Equal(messages, one.MessageIds.TakeLast(2));
        Assert.Equal(messages[1], one.MentionIds[^1]);
        Assert.Equal((one.MessageIds.Count, one.MentionIds.Count), (one.Count, one.MentionCount));
    }

    [Fact]
    public void Messages_are_marked_as_read_together()
    {
        using var shell = Unread(out var messages);
        shell.RunClean("Get-ChatMessage $args[0] -First 2 | Clear-ChatUnread", Backend);
        var request = Assert.Single(sandbox.Server.Requests, r => r.Method == "POST" && r.Target.Contains("unreadItems", StringComparison.Ordinal));
        Assert.Equal($"/v1/user/{Me}/rooms/{RoomId}/unreadItems", request.Target);
        Assert.Equal($$"""{"chat":["{{messages[1]}}","{{messages[0]}}"]}""", request.Body);
        Assert.Empty(shell.Run<ChatUnread>("Get-ChatUnread $args[0]", Backend).Single().MessageIds.Intersect(messages));
        var reader = Assert.Single(shell.Run<ChatUser>("Get-ChatUser -WhoRead $args[1] -Room $args[0]", Backend, messages[0]));
        Assert.Equal(sandbox.Gitter.Member.UserName, reader.UserName);
        Assert.Equal($"GET /v1/rooms/{RoomId}/chatMessages/{messages[0]}/readBy", sandbox.Wire.Last());
    }

    [Fact]
    public void Ids_need_their_room_and_one_batch_takes_no_more_than_a_hundred()
    {
        using var shell = Unread(out _);
        var ids = Enumerable.Range(0, 130).Select(i => i.ToString("x24", null)).ToArray();
        shell.RunClean("Clear-ChatUnread -Message $args[1] -Room $args[0]", RoomId, ids);
        Assert.Equal(2, sandbox.Wire.Count());
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Clear-ChatUnread -Message $args[0]", ids[0]).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Whole_rooms_are_marked_as_read_and_rehearsing_sends_nothing()
    {
        using var shell = Unread(out var messages);
        shell.RunClean("Clear-ChatUnread $args[0] -WhatIf; Clear-ChatUnread -Message $args[1] -Room $args[0] -WhatIf", RoomId, messages);
        Assert.Empty(sandbox.Wire);
        shell.RunClean("Get-ChatRoom $args[0] | Clear-ChatUnread", Backend);
        Assert.Equal($"DELETE /v1/user/{Me}/rooms/{RoomId}/unreadItems/all", sandbox.Wire.Last());
        Assert.DoesNotContain(shell.Run<ChatUnread>("Get-ChatUnread"), r => r.RoomId == RoomId);
    }

    [Theory]
    [InlineData("Clear-ChatUnread -Message x -Room y")]
    [InlineData("Get-ChatUser -WhoRead x")]
    [InlineData("Get-ChatRepo")]
    [InlineData("Get-ChatEvent x")]
    [InlineData("Get-ChatRoomSecurity x")]
    [InlineData("Set-ChatRoomSecurity x -Type GROUP")]
    [InlineData("Get-ChatRoom -Channel")]
    public void Mattermost_is_not_asked(string script)
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(script).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void Nothing_is_made_unread_again()
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail("Set-ChatUnread x").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    /// <summary>The member's shell, after the administrator has written twice.</summary>
    private Shell Unread(out string[] messages)
    {
        using (var admin = sandbox.Connect(sandbox.Gitter))
            messages = [.. admin.Run<ChatMessage>(
                "'one', \"two for @$($args[1])\" | Send-ChatMessage $args[0] -PassThru", Backend, sandbox.Gitter.Member.UserName).Select(message => message.Id)];
        return sandbox.Connect(sandbox.Gitter, sandbox.Gitter.Member);
    }
}
