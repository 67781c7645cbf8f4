using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Sandbox;
using ChatPS.Tests.Client;

namespace ChatPS.Tests.Cmdlets.Hathora;

public sealed class ProcessTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private SandboxRequestRecord Last => sandbox.Server.Requests[^1];

    /// <summary>A session that falls back to the app arena; the app's id.</summary>
    private (Shell Shell, string App) Connect()
    {
        var shell = sandbox.Connect(sandbox.Hathora);
        var app = shell.Run<ChatProcess>("Get-ChatProcess arena -First 1").Single().AppId;
        shell.RunClean("Set-ChatSession -App $args[0]", app);
        sandbox.Server.ClearRequests();
        return (shell, app);
    }

    [Fact]
    public void GetLatestProcesses()
    {
        var (shell, app) = Connect();
        using var _ = shell;
        var processes = shell.Run<ChatProcess>("Get-ChatProcess -Status running -Region Washington_DC, Tokyo");
        Assert.Equal(
            $"GET /processes/v3/apps/{app}/processes/latest?status=running&region=Washington_DC&region=Tokyo", sandbox.Wire.First());
        Assert.Equal(["Tokyo", "Washington_DC"], processes.Select(p => p.Region).Distinct().Order());
        var process = processes.Single(p => p.Region == "Washington_DC");
        Assert.Equal((app, "running", "shared", null, null), (process.AppId, process.State, process.Hosting, process.FleetId, process.ExitReason));
        Assert.Equal((process.Host, process.Port), (process.ExposedPort!.Host, process.ExposedPort.Port));
        Assert.EndsWith(".example.com", process.Host, StringComparison.Ordinal);
        Assert.Equal("default", process.ExposedPort.Name);
        Assert.StartsWith("dep-", process.DeploymentId, StringComparison.Ordinal);
        Assert.True(process.RoomsAllocated > 0 && process.RoomsAllocated <= process.RoomsPerProcess);
        Assert.True(process.CreatedAt < process.ScheduledAt && process.ScheduledAt < process.BootedAt && process.BootedAt < process.StartedAt);
        Assert.Equal((null, null, process.Id), (process.StoppingAt, process.TerminatedAt, process.ProcessId));

        var ended = shell.Run<ChatProcess>("Get-ChatProcess -Status failed").Single();
        Assert.Contains("139", ended.ExitReason, StringComparison.Ordinal);
        Assert.True(ended.StoppingAt < ended.TerminatedAt);
        Assert.Null(ended.ExposedPort);
    }

    [Fact]
    public void All_pages_come_and_no_more_than_are_wanted_are_asked_for()
    {
        var (shell, app) = Connect();
        using var _ = shell;
        var all = shell.Run<ChatProcess>("Get-ChatProcess");
        Assert.True(all.Count > 10);
        Assert.Equal(all.Count, all.DistinctBy(p => p.Id).Count());
        Assert.Equal(all.OrderByDescending(p => p.CreatedAt).Select(p => p.Id), all.Select(p => p.Id));
        Assert.Matches($@"^GET /processes/v3/apps/{app}/processes/latest\?before=\d+(\.\d+)?$", sandbox.Wire.ElementAt(1));

        sandbox.Server.ClearRequests();
        Assert.Equal(all.Take(10).Select(p => p.Id), shell.Run<ChatProcess>("Get-ChatProcess -First 10").Select(p => p.Id));
        Assert.Single(sandbox.Wire);
        Assert.Equal(all.Skip(9).Take(3).Select(p => p.Id), shell.Run<ChatProcess>("Get-ChatProcess -Skip 9 -First 3").Select(p => p.Id));
        Assert.Equal(3, sandbox.Wire.Count());
    }

    [Fact]
    public async Task A_process_that_changes_between_two_pages_comes_once()
    {
        var pages = 0;
        using var server = new ScriptedServer(request => new(request.Target.StartsWith("/orgs", StringComparison.Ordinal) ? """{"orgs":[]}""" : ++pages switch
        {
            1 => """[{"processId":"p2","createdAt":"2026-01-02T00:00:00Z"},{"processId":"p1","roomsAllocated":0,"createdAt":"2026-01-01T00:00:00Z"}]""",
            2 => """[{"processId":"p1","roomsAllocated":1,"createdAt":"2026-01-01T00:00:00Z"},{"processId":"p0","createdAt":"2025-12-31T00:00:00Z"}]""",
            _ => "[]",
        }));
        var connection = await Connections.OpenAsync(ChatPlatform.Hathora, server.Uri);
        var processes = await connection.Find<IProcessReader>()!.ListAsync("app-00000000-0000-0000-0000-000000000001", new ProcessFilter(), PageWindow.All, CallContext.Silent).ToListAsync();
        Assert.Equal(["p2", "p1", "p0"], processes.Select(p => p.Id));
    }

    [Fact]
    public void GetProcess()
    {
        var (shell, app) = Connect();
        using var _ = shell;
        var known = shell.Run<ChatProcess>("$process = Get-ChatProcess -First 1; $process").Single();
        sandbox.Server.ClearRequests();
        Assert.Equal(known.Id, shell.Run<ChatProcess>("Get-ChatProcess -Process $process.Id").Single().Id);
        Assert.Equal([$"GET /processes/v3/apps/{app}/processes/{known.Id}"], sandbox.Wire);
        Assert.Equal(known.Id, shell.Run<ChatProcess>("$process | Get-ChatProcess").Single().Id);
        Assert.Equal(known.Id, shell.Run<ChatProcess>("Get-ChatProcess -Process ($process.Id.Substring(0, 8) + '*')").Single().Id);
        Assert.Empty(shell.Run<ChatProcess>("Get-ChatProcess -Process $process.Id -Status failed"));
        Assert.Empty(shell.Run<ChatProcess>("Get-ChatProcess -Process $process.Id -Region Moon"));

        var error = shell.Fail("Get-ChatProcess -Process none-such");
        Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("none-such", error.TargetObject);
    }

    [Fact]
    public void An_app_is_named_by_its_name_too()
    {
        var (shell, app) = Connect();
        using var _ = shell;
        Assert.Equal(app, shell.Run<ChatProcess>("Get-ChatProcess ARENA -First 1").Single().AppId);
        Assert.Equal(["GET /apps/v2/apps", $"GET /processes/v3/apps/{app}/processes/latest"], sandbox.Wire);
        Assert.Equal("nobodys", shell.Fail("Get-ChatProcess nobodys").TargetObject);
        // One that fails leaves the others done.
        Assert.Equal(2, shell.Run("'arena', 'nobodys', $args[0] | Get-ChatProcess -First 1", app).Count);
        Assert.StartsWith("ChatPS.NotFound", Assert.Single(shell.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void GetProcessesCountExperimental()
    {
        var (shell, app) = Connect();
        using var _ = shell;
        var all = shell.Run<ChatProcessCount>("Measure-ChatProcess").Single();
        Assert.Equal([$"GET /processes/v3/apps/{app}/processes/count"], sandbox.Wire);
        Assert.Equal(shell.Run<ChatProcess>("Get-ChatProcess").Count, all.Count);
        Assert.Equal(app, all.AppId);
        Assert.Empty(all.Status);

        var some = shell.Run<ChatProcessCount>("$process = Get-ChatProcess -First 1; $process | Measure-ChatProcess -Status Stopped, failed -Region london").Single();
        Assert.Equal($"GET /processes/v3/apps/{app}/processes/count?status=stopped&status=failed&region=London", sandbox.Wire.Last());
        Assert.Equal(shell.Run<ChatProcess>("Get-ChatProcess -Status stopped, failed -Region London").Count, some.Count);
        Assert.Equal(["Stopped", "failed"], some.Status);
        Assert.Equal("nobodys", shell.Fail("Measure-ChatProcess nobodys").TargetObject);
    }

    [Fact]
    public void CreateProcess()
    {
        var (shell, app) = Connect();
        using var _ = shell;
        var process = shell.Run<ChatProcess>("New-ChatProcess -Region sao_paulo").Single();
        Assert.Equal([$"POST /processes/v3/apps/{app}/processes/regions/Sao_Paulo"], sandbox.Wire);
        Assert.Equal(("", app, "Sao_Paulo", "starting", null), (Last.Body, process.AppId, process.Region, process.State, process.ExposedPort));

        sandbox.Server.ClearRequests();
        Assert.Equal(["Dubai", "Sydney"], shell.Run<ChatProcess>("$process = Get-ChatProcess -First 1; $process | New-ChatProcess -Region Dubai, Sydney").Select(p => p.Region));
        Assert.Equal("Dubai", shell.Run<ChatProcess>("New-ChatProcess -Region (Get-ChatRegion dubai)").Single().Region);
        Assert.Equal("Tokyo", shell.Run<ChatProcess>("[pscustomobject]@{ App = 'arena' } | New-ChatProcess -Region Tokyo").Single().Region);
    }

    [Fact]
    public void Who_waits_gets_the_address()
    {
        var (shell, app) = Connect();
        using var _ = shell;
        var process = shell.Run<ChatProcess>("New-ChatProcess -Region Mumbai -Wait").Single();
        Assert.Equal(("running", true), (process.State, process.Port > 0));
        Assert.Equal($"POST /processes/v3/apps/{app}/processes/regions/Mumbai", sandbox.Wire.First());
        Assert.All(sandbox.Wire.Skip(1), line => Assert.Equal($"GET /processes/v3/apps/{app}/processes/{process.Id}", line));
    }

    [Fact]
    public async Task Who_waits_looks_again_until_the_process_is_there_or_gone()
    {
        var looked = 0;
        using var server = new ScriptedServer(request => new(request.Target.StartsWith("/orgs", StringComparison.Ordinal)
            ? """{"orgs":[]}"""
            : $$"""{"processId":"p1","appId":"app-00000000-0000-0000-0000-000000000001","status":"{{(++looked < 4 ? "starting" : "failed")}}"}"""));
        var connection = await Connections.OpenAsync(ChatPlatform.Hathora, server.Uri, new JumpingClock(DateTimeOffset.UnixEpoch.AddYears(56)));
        var process = new ChatProcess { Session = connection.Session, AppId = "app-00000000-0000-0000-0000-000000000001", Id = "p1", State = "starting" };
        process = await connection.Find<IProcessWaiter>()!.WaitAsync(process, CallContext.Silent);
        Assert.Equal(("failed", 4), (process.State, looked));
    }

    [Fact]
    public void StopProcess()
    {
        var (shell, app) = Connect();
        using var _ = shell;
        var process = shell.Run<ChatProcess>("$process = New-ChatProcess -Region Johannesburg; $process").Single();
        Assert.Empty(shell.RunClean("$process | Stop-ChatProcess"));
        Assert.Equal($"POST /processes/v3/apps/{app}/processes/{process.Id}/stop", sandbox.Wire.Last());
        Assert.NotNull(shell.Run<ChatProcess>("$process | Get-ChatProcess").Single().StoppingAt);
        shell.RunClean("Stop-ChatProcess -Process $process.Id");
        Assert.Equal("none-such", shell.Fail("Stop-ChatProcess -Process none-such").TargetObject);
    }

    [Fact]
    public void What_is_no_region_the_server_says()
    {
        var (shell, app) = Connect();
        using var _ = shell;
        var error = shell.Fail("New-ChatProcess -Region Moon");
        Assert.StartsWith("ChatPS.InvalidRequest", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Washington_DC", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("Moon", error.TargetObject);
        Assert.Equal(["London"], shell.Run("New-ChatProcess -Region Moon, London").Select(p => ((ChatProcess)p.BaseObject).Region));
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("New-ChatProcess").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("New-ChatProcess -Region Tokyo -WhatIf")]
    [InlineData("Stop-ChatProcess -Process p1 -WhatIf")]
    public void WhatIf_sends_nothing(string command)
    {
        var (shell, _) = Connect();
        using (shell)
            shell.RunClean(command);
        Assert.Empty(sandbox.Wire);
    }

    [Theory]
    [InlineData("New-ChatProcess -Region Tokyo -Command date")]
    [InlineData("New-ChatProcess -Region Tokyo -Type web")]
    [InlineData("New-ChatProcess -Region Tokyo -Size Basic")]
    [InlineData("New-ChatProcess -Region Tokyo -Attach")]
    [InlineData("New-ChatProcess -Region Tokyo -ForceNoTty")]
    [InlineData("New-ChatProcess -Region Tokyo -Environment @{ A = 1 }")]
    [InlineData("New-ChatProcess -Region Tokyo -TimeToLive 60")]
    [InlineData("Stop-ChatProcess -Type web")]
    [InlineData("Restart-ChatProcess -All")]
    [InlineData("Get-ChatProcess -SortBy created_at")]
    [InlineData("Get-ChatProcess arena -Descending")]
    public void What_Hathora_lacks_is_said_before_anything_is_sent(string command)
    {
        var (shell, _) = Connect();
        using (shell)
            Assert.StartsWith("ChatPS.NotSupported", shell.Fail(command).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Theory]
    [InlineData("Get-ChatProcess backend -Region eu")]
    [InlineData("Get-ChatProcess backend web.1 -Region eu")]
    [InlineData("New-ChatProcess backend -Region eu")]
    [InlineData("New-ChatProcess backend -Region eu -Command date")]
    [InlineData("New-ChatProcess backend date -Wait")]
    [InlineData("Measure-ChatProcess backend")]
    public void What_Heroku_lacks_is_said_before_anything_is_sent(string command)
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(command).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void Herokus_states_are_compared_here()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        shell.RunClean("Stop-ChatProcess docs web.1");
        Assert.Equal(["web.1"], shell.Run<ChatProcess>("Get-ChatProcess docs -Status Down -Type web").Select(p => p.Name));
        Assert.Empty(shell.Run<ChatProcess>("Get-ChatProcess docs web.1 -Status up"));
        Assert.Equal("GET /apps/docs/dynos/web.1", sandbox.Wire.Last());
    }
}
