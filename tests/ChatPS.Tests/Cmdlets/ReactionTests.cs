namespace ChatPS.Tests.Cmdlets;

public sealed class ReactionTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public void Reactions_to_many_messages_take_one_request_and_one_bad_message_costs_only_itself()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("""
            $room = Get-ChatRoom | Where-Object Name -eq backend
            $them = 1..4 | ForEach-Object { Send-ChatMessage $room "$_" -PassThru }
            """);
        sandbox.Server.ClearRequests();
        var added = shell.Run<ChatReaction>("$them | Add-ChatReaction -Emoji :tada: -PassThru");
        Assert.Equal(["tada", "tada", "tada", "tada"], added.Select(r => r.Emoji));
        Assert.Contains("\"emoji_name\":\"tada\"", sandbox.Server.Requests[0].Body, StringComparison.Ordinal);

        sandbox.Server.ClearRequests();
        Assert.Equal(shell.RunClean("$them.Id"), shell.RunClean("($them | Get-ChatReaction).MessageId"));
        Assert.Equal(["POST /api/v4/posts/ids/reactions"], sandbox.Wire);

        // To whom everything is open, the server doesn't say that a message isn't there; to others it refuses it.
        Assert.Equal(shell.RunClean("$them[0, 1].Id"), shell.RunClean("$them[0].Id, ('a' * 26), $them[1].Id | Get-ChatReaction | ForEach-Object MessageId"));
        using var other = sandbox.Connect(sandbox.Mattermost, sandbox.Mattermost.Member);
        var ids = shell.RunClean("$them[0, 1].Id").Select(id => id.ToString()).ToArray();
        Assert.Equal(ids, other.Run("$args[0], ('a' * 26), $args[1] | Get-ChatReaction | ForEach-Object MessageId", ids[0], ids[1]).Select(id => id.ToString()));
        Assert.Single(other.Errors);

        shell.RunClean("$them | Get-ChatReaction | Remove-ChatReaction -WhatIf; $them | Remove-ChatReaction -Emoji tada");
        Assert.Empty(shell.RunClean("$them | Get-ChatReaction"));
        Assert.Contains(sandbox.Wire, w => w.StartsWith($"DELETE /api/v4/users/{sandbox.Mattermost.Admin.UserId}/posts/", StringComparison.Ordinal));
    }
}
