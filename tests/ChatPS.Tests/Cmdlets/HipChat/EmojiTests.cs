namespace ChatPS.Tests.Cmdlets.HipChat;

public sealed class EmojiTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public void GetAllEmoticons()
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        var all = shell.Run<ChatEmoji>("Get-ChatEmoji");
        Assert.Equal(["GET /v2/emoticon?max-results=1000"], sandbox.Wire);
        Assert.True(all.Count > 3);
        Assert.All(all, e => Assert.NotEmpty(e.Name));
        Assert.Contains("group", all.Select(e => e.Type));
        Assert.Equal(all.Take(2).Select(e => e.Id), shell.Run<ChatEmoji>("Get-ChatEmoji -First 2").Select(e => e.Id));
        Assert.Equal("GET /v2/emoticon?max-results=2", sandbox.Wire.Last());
        Assert.Equal(all.Where(e => e.Name.StartsWith('s')).Select(e => e.Name), shell.Run<ChatEmoji>("Get-ChatEmoji s*").Select(e => e.Name));
    }

    [Fact]
    public void GetEmoticon()
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        var own = shell.Run<ChatEmoji>("$it = @(Get-ChatEmoji | Where-Object Type -eq group)[0]; $it").Single();
        var read = shell.Run<ChatEmoji>("$it | Get-ChatEmoji").Single();
        Assert.Equal($"GET /v2/emoticon/{own.Id}", sandbox.Wire.Last());
        Assert.Equal((own.Name, 30, 30), (read.Name, read.Width!.Value, read.Height!.Value));
        Assert.NotNull(read.UserId);
        Assert.Equal(own.Id, shell.Run<ChatEmoji>("Get-ChatEmoji $args[0]", own.Name).Single().Id);
        Assert.Equal($"GET /v2/emoticon/{own.Name}", sandbox.Wire.Last());
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("Get-ChatEmoji none-such").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_platforms_have_none_and_say_who_does()
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        var error = shell.Fail("Get-ChatEmoji");
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("HipChat", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
