namespace ChatPS.Tests.Cmdlets.Hathora;

public sealed class ProcessMetricTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    /// <summary>A session, and a process of the app arena that has run for a while.</summary>
    private (Shell Shell, ChatProcess Process) Connect()
    {
        var shell = sandbox.Connect(sandbox.Hathora);
        var process = shell.Run<ChatProcess>("$process = Get-ChatProcess arena -Status draining -First 1; $process").Single();
        sandbox.Server.ClearRequests();
        return (shell, process);
    }

    [Fact]
    public void GetProcessMetrics()
    {
        var (shell, process) = Connect();
        using var _ = shell;
        var until = DateTimeOffset.UnixEpoch.AddSeconds(DateTimeOffset.UtcNow.AddMinutes(-5).ToUnixTimeSeconds());
        var values = shell.Run<ChatProcessMetric>(
            "$process | Get-ChatProcessMetric -Metric cpu, MEMORY -Since $args[0].AddMinutes(-10) -Until $args[0] -Step 120", until);
        var path = $"/processes/v3/apps/{process.AppId}/processes/process/{process.Id}/metrics";
        Assert.Equal([$"GET {path}?metrics=cpu&metrics=memory&start={until.AddMinutes(-10).ToUnixTimeSeconds()}&end={until.ToUnixTimeSeconds()}&step=120"], sandbox.Wire);
        Assert.Equal(12, values.Count);
        Assert.Equal(["cpu", "memory"], values.Select(v => v.Name).Distinct());
        Assert.Equal(Enumerable.Range(0, 6).Select(i => until.AddMinutes(2 * i - 10)), values.Take(6).Select(v => v.Timestamp));
        Assert.All(values, v => Assert.Equal((process.AppId, process.Id, true), (v.AppId, v.ProcessId, v.Value > 0)));

        Assert.Equal(7, shell.Run<ChatProcessMetric>("Get-ChatProcessMetric arena $process.Id").Select(v => v.Name).Distinct().Count());
        Assert.Equal($"GET {path}", sandbox.Wire.Last());
        shell.RunClean("Set-ChatSession -App $process.AppId");
        Assert.Equal(3, shell.Run<ChatProcessMetric>("[pscustomobject]@{ ProcessId = $process.Id } | Get-ChatProcessMetric -Metric cpu -Step '00:10:00' -First 3").Count);
        Assert.Equal($"GET {path}?metrics=cpu&step=600", sandbox.Wire.Last());
        Assert.Equal(values[1].Value, shell.RunClean(
            "($process | Get-ChatProcessMetric -Metric cpu -Since $args[0] -Until $args[0].ToString('o')).Value", values[1].Timestamp).Single().BaseObject);
    }

    [Fact]
    public void Parts_of_seconds_are_kept_and_steps_are_whole()
    {
        var (shell, process) = Connect();
        using var _ = shell;
        shell.RunClean("$null = $process | Get-ChatProcessMetric -Since ([DateTimeOffset]::FromUnixTimeMilliseconds(1790000000250)) -Until ([DateTimeOffset]::FromUnixTimeSeconds(1790000060)) -Step 1.5");
        Assert.EndsWith("/metrics?start=1790000000.25&end=1790000060&step=2", sandbox.Wire.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_of_the_app_goes_along()
    {
        var (shell, process) = Connect();
        using var _ = shell;
        shell.RunClean("$process = $process | Get-ChatProcess");
        var app = shell.Run<ChatProcess>("$process").Single().AppName;
        Assert.Equal(app, shell.Run<ChatProcessMetric>("$process | Get-ChatProcessMetric -First 1").Single().AppName);
    }

    [Fact]
    public void One_that_is_not_there_leaves_the_others_measured()
    {
        var (shell, process) = Connect();
        using var _ = shell;
        shell.RunClean("Set-ChatSession -App $process.AppId");
        Assert.Equal(2, shell.Run("$process.Id, 'none-such', $process.Id | Get-ChatProcessMetric -Metric cpu -First 1").Count);
        var error = Assert.Single(shell.Errors);
        Assert.Equal("none-such", error.TargetObject);
        Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("activeConnections", shell.Fail("Get-ChatProcessMetric -Process $process.Id -Metric speed").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Other_platforms_measure_nothing()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail("Get-ChatProcessMetric backend web.1").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail("Get-ChatFleetMetric main").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
