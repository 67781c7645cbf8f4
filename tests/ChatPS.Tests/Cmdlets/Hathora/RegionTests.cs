using System.Management.Automation;

namespace ChatPS.Tests.Cmdlets.Hathora;

public sealed class RegionTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public void GetPingServiceEndpoints()
    {
        using var shell = sandbox.Connect(sandbox.Hathora);
        var regions = shell.Run<ChatRegion>("Get-ChatRegion");
        Assert.Equal(["GET /discovery/v2/ping"], sandbox.Wire);
        Assert.Null(sandbox.Server.Requests[^1].Header("Authorization"));
        Assert.Equal(14, regions.Count);
        Assert.All(regions, r => Assert.Equal(
            (sandbox.Hathora.BaseUri.Host, sandbox.Hathora.BaseUri.Port, r.Name, null, null), (r.Host, r.Port, r.Id, r.Latency, r.UnreachableReason)));

        Assert.Equal(["Singapore", "Sydney", "Sao_Paulo"], shell.Run<ChatRegion>("Get-ChatRegion S[aiy]*").Select(r => r.Name));
        Assert.Equal("Tokyo", shell.Run<ChatRegion>("'tokyo' | Get-ChatRegion").Single().Name);
        Assert.Equal("Tokyo", shell.Run<ChatRegion>("Get-ChatRegion Tokyo | Get-ChatRegion").Single().Name);
        Assert.Equal(2, shell.Run<ChatRegion>("Get-ChatRegion -First 2").Count);
        Assert.Equal(["Tokyo", "Dubai"], shell.Run("'Tokyo', 'Moon', 'Dubai' | Get-ChatRegion").Select(o => o.ToString()));
        Assert.Equal("Moon", Assert.Single(shell.Errors).TargetObject);
    }

    [Fact]
    public void Measured_they_come_by_their_distance()
    {
        using var shell = sandbox.Connect(sandbox.Hathora);
        var regions = shell.Run<ChatRegion>("Get-ChatRegion -Measure");
        Assert.Equal(["GET /discovery/v2/ping"], sandbox.Wire);
        Assert.Equal(14, regions.Count);
        Assert.All(regions, r => Assert.True(r is { Latency: >= 0, UnreachableReason: null }));
        Assert.Equal(regions.OrderBy(r => r.Latency).Select(r => r.Name), regions.Select(r => r.Name));

        Assert.Single(shell.Run<ChatRegion>("Get-ChatRegion -Measure -First 1"));
        Assert.Equal(12, shell.Run<ChatRegion>("Get-ChatRegion -Measure -Skip 2").Count);
        Assert.Equal(["Dubai", "Tokyo"], shell.Run<ChatRegion>("'tokyo', 'T*', 'Dubai' | Get-ChatRegion -Measure").Select(r => r.Name).Order());
        Assert.Equal(["Tokyo"], shell.Run("'Moon', 'Tokyo' | Get-ChatRegion -Measure").Select(o => o.ToString()));
        Assert.Equal("Moon", Assert.Single(shell.Errors).TargetObject);
        Assert.Empty(shell.Run<ChatRegion>("@() | Get-ChatRegion -Measure"));
    }

    [Fact]
    public void The_nearest_is_where_to_start()
    {
        using var shell = sandbox.Connect(sandbox.Hathora);
        var process = shell.Run<ChatProcess>("$near = Get-ChatRegion -Measure -First 1; New-ChatProcess arena -Region $near").Single();
        Assert.Equal(shell.Run<ChatRegion>("$near").Single().Name, process.Region);
    }

    [Theory]
    [InlineData("Get-ChatRegion -SortBy name")]
    [InlineData("Get-ChatRegion -Measure -Descending")]
    public void Nothing_is_sorted_by_the_server(string command)
    {
        using var shell = sandbox.Connect(sandbox.Hathora);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(command).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Theory]
    [InlineData("Get-ChatRegion -Measure")]
    [InlineData("Get-ChatRegion eu -Measure")]
    public void Heroku_has_nothing_to_measure(string command)
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(command).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Theory]
    [InlineData("New-ChatProcess arena -Region to", "Tokyo")]
    [InlineData("Get-ChatProcess arena -Region WASH", "Washington_DC")]
    [InlineData("Get-ChatProcess arena -Status dr", "draining")]
    [InlineData("Set-ChatFleetRegion main Jo", "Johannesburg")]
    [InlineData("Get-ChatFleetMetric main -Metric prov", "provisionedTotal")]
    [InlineData("Get-ChatProcessMetric arena x -Metric gpu", "gpuMemory")]
    public void The_prompt_completes_what_the_API_names(string line, string expected)
    {
        using var shell = sandbox.Connect(sandbox.Hathora);
        Assert.Contains(expected, Completions(shell, line));
        Assert.Empty(sandbox.Wire);
    }

    [Theory]
    [InlineData("Get-ChatFleet", "Set-ChatFleet ma", "main")]
    [InlineData("Get-ChatNodeShape", "New-ChatFleet x shape-h2", "shape-h200sxm5-1")]
    public void And_what_was_seen(string seen, string line, string expected)
    {
        using var shell = sandbox.Connect(sandbox.Hathora);
        Assert.Empty(Completions(shell, line));
        shell.RunClean("$null = " + seen);
        Assert.Contains(expected, Completions(shell, line));
    }

    [Fact]
    public void Processes_and_nodes_are_completed_by_their_ids()
    {
        using var shell = sandbox.Connect(sandbox.Hathora);
        var process = shell.Run<ChatProcess>("Get-ChatProcess arena -First 1").Single().Id;
        Assert.Contains(process, Completions(shell, $"Stop-ChatProcess arena {process[..4]}"));
        var node = shell.Run<ChatNode>("Get-ChatNode -Fleet main -First 1").Single().Id;
        Assert.Contains(node, Completions(shell, "Get-ChatNode node-"));
    }

    private static string[] Completions(Shell shell, string line)
    {
        using var engine = PowerShell.Create(shell.Runspace);
        return [.. CommandCompletion.CompleteInput(line, line.Length, [], engine).CompletionMatches.Select(match => match.CompletionText.Trim('\''))];
    }
}
