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

        var ids = shell.Run("$them[0].Id, ('a' * 26), $them[1].Id | Get-ChatReaction | ForEach-Object MessageId");
        Assert.Single(shell.Errors);
        Assert.Equal(shell.Run("$them[0, 1].Id"), ids);

        shell.RunClean("$them | Get-ChatReaction | Remove-ChatReaction -WhatIf; $them | Remove-ChatReaction -Emoji tada");
        Assert.Empty(shell.RunClean("$them | Get-ChatReaction"));
        Assert.Contains(sandbox.Wire, w => w.StartsWith($"DELETE /api/v4/users/{sandbox.Mattermost.Admin.UserId}/posts/", StringComparison.Ordinal));
    }
}
