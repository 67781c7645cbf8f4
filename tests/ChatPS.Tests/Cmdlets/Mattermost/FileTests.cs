namespace ChatPS.Tests.Cmdlets.Mattermost;

public sealed class FileTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [SandboxFact("is newer than 5.37")]
    public void Files_are_searched_in_all_teams_at_once()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var path = Path.Combine(Path.GetTempPath(), $"everywhere-{Guid.NewGuid():N}.txt");
        File.WriteAllText(path, "everywhere");
        try
        {
            shell.RunClean("Send-ChatMessage northwind-harbor/town-square 'Here it is' -File $args[0]", path);
        }
        finally
        {
            File.Delete(path);
        }
        var name = Path.GetFileName(path);
        sandbox.Server.ClearRequests();
        Assert.Equal(name, shell.Run<ChatFile>("Get-ChatFile -Search $args[0]", name).Single().Name);
        Assert.Equal("POST /api/v4/files/search", sandbox.Wire.Last());
        Assert.Equal($$"""{"terms":"{{name}}","is_or_search":false}""", sandbox.Server.Requests[^1].Body);
        Assert.Single(shell.Run<ChatFile>("Get-ChatFile -Search $args[0] -Team northwind-harbor", name));
        Assert.EndsWith("/files/search", sandbox.Wire.Last(), StringComparison.Ordinal);

        sandbox.Mattermost.Faults.Unknown = (_, target) => target == "/api/v4/files/search";
        try
        {
            var error = shell.Fail("Get-ChatFile -Search $args[0]", name);
            Assert.StartsWith("ChatPS.InvalidRequest", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains("-Team", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        }
        finally
        {
            sandbox.Mattermost.Faults.Unknown = null;
        }
    }
}
