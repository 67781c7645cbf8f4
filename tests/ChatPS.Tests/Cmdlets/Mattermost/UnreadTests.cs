using ChatPS.Sandbox.Platforms.Mattermost;

namespace ChatPS.Tests.Cmdlets.Mattermost;

/// <summary>What is unread, and what becomes of it.</summary>
public sealed class UnreadTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private MattermostState State => sandbox.Simulated!.State;

    [SandboxFact("looks inside the server")]
    public void Rooms_with_something_unread_are_listed()
    {
        using var shell = Unread("listed", out var room, out _);
        var team = State.Teams[room.TeamId]!;
        Read(team);
        sandbox.Server.ClearRequests();
        Assert.DoesNotContain(shell.Run<ChatUnread>("Get-ChatUnread"), one => one.RoomId == room.Id);
        Write(room, "one", "two for @member");
        sandbox.Server.ClearRequests();

        var unread = shell.Run<ChatUnread>("Get-ChatUnread").Single(one => one.RoomId == room.Id);
        Assert.Equal((room.Name, 2, 1, 0), (unread.RoomName, unread.Count, unread.MentionCount, unread.MessageIds.Count));
        Assert.Equal("GET /api/v4/users/me/teams/unread?exclude_team=", sandbox.Wire.First());
        Assert.Contains($"GET /api/v4/users/me/teams/{team.Id}/channels", sandbox.Wire);
        Assert.Contains($"GET /api/v4/users/me/teams/{team.Id}/channels/members", sandbox.Wire);
        // One request tells which teams are worth two more.
        Assert.Equal(0, (sandbox.Wire.Count() - 1) % 2);
        Assert.True(sandbox.Wire.Count() < 1 + (2 * Member.Teams.Count) || Member.Teams.Count == 1);
        Assert.Equal("@member", Assert.Single(shell.Run("Get-ChatUnread $args[0] | Get-ChatUnread | ForEach-Object MessageIds | ForEach-Object { Get-ChatMessage -Message $_ } | Where-Object Text -like '*@*' | ForEach-Object { $_.Text.Substring(8) }", room.Id)).BaseObject);
    }

    [SandboxFact("looks inside the server")]
    public void A_room_tells_its_unread_messages()
    {
        using var shell = Unread("told", out var room, out var sent);
        sandbox.Server.ClearRequests();
        var unread = shell.Run<ChatUnread>("Get-ChatUnread $args[0]", room.Id).Single();
        Assert.Equal(
            [
                $"GET /api/v4/users/me/channels/{room.Id}/unread", $"GET /api/v4/channels/{room.Id}/members/me",
                $"GET /api/v4/channels/{room.Id}/posts?per_page=200",
            ],
            sandbox.Wire);
        Assert.Equal(sent, unread.MessageIds);
        Assert.Equal((2, 1, null), (unread.Count, unread.MentionCount, unread.RoomName));
        // What is one's own is read.
        shell.RunClean("Send-ChatMessage $args[0] three", room.Id);
        sandbox.Server.ClearRequests();
        unread = shell.Run<ChatUnread>("Get-ChatUnread northwind-harbor/$($args[0])", room.Name).Single();
        Assert.Equal((0, 0, "northwind-harbor/" + room.Name), (unread.Count, unread.MessageIds.Count, unread.RoomName));
        Assert.Equal($"GET /api/v4/users/me/channels/{room.Id}/unread", sandbox.Wire.Last());
    }

    [SandboxFact("looks inside the server")]
    public void Rooms_are_read_together_or_one_by_one()
    {
        using var shell = Unread("first", out var one, out _);
        using var other = Unread("second", out var two, out _);
        sandbox.Server.ClearRequests();
        shell.RunClean("Clear-ChatUnread $args[0] -WhatIf", one.Id);
        Assert.Empty(sandbox.Wire);
        shell.Run("$args[0], 'northwind-harbor/nowhere-at-all', $args[1] | Clear-ChatUnread", one.Id, two.Id);
        Assert.Equal("northwind-harbor/nowhere-at-all", Assert.Single(shell.Errors).TargetObject);
        Assert.Equal("POST /api/v4/channels/members/me/mark_read", sandbox.Wire.Last());
        Assert.Equal($"""["{one.Id}","{two.Id}"]""", sandbox.Server.Requests[^1].Body);
        Assert.All(shell.Run<ChatUnread>("Get-ChatUnread $args[0], $args[1]", one.Id, two.Id), read => Assert.Equal(0, read.Count));

        Write(one, "again");
        sandbox.Mattermost.Faults.Unknown = (_, path) => path.EndsWith("/mark_read", StringComparison.Ordinal);
        try
        {
            sandbox.Server.ClearRequests();
            shell.RunClean("$args[0], $args[1] | Clear-ChatUnread; Clear-ChatUnread $args[0], $args[1]", one.Id, two.Id);
            Assert.Equal(
                ["POST /api/v4/channels/members/me/mark_read", .. Enumerable.Repeat("POST /api/v4/channels/members/me/view", 4)], sandbox.Wire);
            Assert.Equal($$"""{"channel_id":"{{one.Id}}"}""", sandbox.Server.Requests[1].Body);
        }
        finally
        {
            sandbox.Mattermost.Faults.Unknown = null;
        }
        Assert.Equal(0, shell.Run<ChatUnread>("Get-ChatUnread $args[0]", one.Id).Single().Count);
    }

    [SandboxFact("looks inside the server")]
    public void A_message_is_made_unread_with_what_comes_after_it()
    {
        using var shell = Unread("again", out var room, out var sent);
        shell.RunClean("Clear-ChatUnread $args[0]", room.Id);
        sandbox.Server.ClearRequests();
        shell.RunClean("Set-ChatUnread $args[0] -WhatIf", sent[1]);
        Assert.Empty(sandbox.Wire);
        var unread = shell.Run<ChatUnread>("Get-ChatMessage -Message $args[0] | Set-ChatUnread -PassThru", sent[1]).Single();
        Assert.Contains($"POST /api/v4/users/me/posts/{sent[1]}/set_unread", sandbox.Wire);
        Assert.Equal((room.Id, 1, 1), (unread.RoomId, unread.Count, unread.MentionCount));
        Assert.Equal([sent[1]], unread.MessageIds);
        Assert.StartsWith("ChatPS.Forbidden", shell.Fail("Set-ChatUnread $args[0]", "aaaaaaaaaaaaaaaaaaaaaaaaaa").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [SandboxFact("looks inside the server")]
    public void Muted_rooms_count_mentions_only_and_single_messages_are_not_read()
    {
        using var shell = Unread("muted", out var room, out var sent);
        room.Members[Member.Id]!.NotifyProps = new(room.Members[Member.Id]!.NotifyProps) { ["mark_unread"] = "mention" };
        var unread = shell.Run<ChatUnread>("Get-ChatUnread | Where-Object RoomId -eq $args[0]", room.Id).Single();
        Assert.Equal((1, 1), (unread.Count, unread.MentionCount));
        unread = shell.Run<ChatUnread>("$args[0] | Get-ChatUnread", unread).Single();
        Assert.Equal((1, 1, 0), (unread.Count, unread.MentionCount, unread.MessageIds.Count));
        var error = shell.Fail("Get-ChatMessage -Message $args[0] | Clear-ChatUnread", sent[0]);
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Set-ChatUnread", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    private User Member => State.Users[sandbox.Mattermost.Member.UserId]!;

    private void Read(Team team)
    {
        foreach (var channel in Member.Channels.Where(channel => channel.TeamId == team.Id))
            channel.Members[Member.Id]!.Read(channel, channel.LastPostAt);
    }

    private string[] Write(Channel room, params string[] texts)
    {
        using var admin = sandbox.Connect(sandbox.Mattermost);
        return [.. admin.Run<ChatMessage>("$args[1] | Send-ChatMessage $args[0] -PassThru", room.Id, texts).Select(message => message.Id)];
    }

    /// <summary>The member's shell, after the administrator has written twice in a room that was read.</summary>
    private Shell Unread(string name, out Channel room, out string[] sent)
    {
        using (var admin = sandbox.Connect(sandbox.Mattermost))
        {
            var id = admin.Run<ChatRoom>("New-ChatRoom $args[0] -Team northwind-harbor; Add-ChatRoomUser northwind-harbor/$($args[0]) -User member", "unread-" + name).Single().Id;
            room = State.Channels[id]!;
        }
        room.Members[Member.Id]!.Read(room, room.LastPostAt);
        sent = Write(room, "one", "two for @member");
        return sandbox.Connect(sandbox.Mattermost, sandbox.Mattermost.Member);
    }
}
