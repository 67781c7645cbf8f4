using System.Text.Json.Nodes;
using ChatPS.Sandbox;

namespace ChatPS.Tests.Cmdlets;

public sealed class ChatProcessTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private SandboxRequestRecord Sent => sandbox.Server.Requests[^1];

    [Fact]
    public void DynoList_gets_what_an_app_runs()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        shell.RunClean("Set-ChatAppFormation backend web -Quantity 2; Set-ChatAppFormation backend worker -Quantity 1");
        sandbox.Server.ClearRequests();
        var processes = shell.Run<ChatProcess>("Get-ChatProcess backend -SortBy name");
        Assert.Equal(["GET /apps/backend/dynos"], sandbox.Wire);
        Assert.Equal(("name ..; max=200", "application/vnd.heroku+json; version=3"), (Sent.Header("Range"), Sent.Header("Accept")));
        Assert.Equal(["web.1", "web.2", "worker.1"], processes.Select(p => p.Name));
        var web = processes[0];
        Assert.Equal(("backend", "web", "up", "Basic", "bundle exec puma"), (web.AppName, web.Type, web.State, web.Size, web.Command));
        Assert.Equal(shell.Run<ChatAppRelease>("Get-ChatAppRelease backend -Current").Single().Id, web.ReleaseId);
        Assert.NotNull(web.CreatedAt);

        Assert.Equal(["web.1", "web.2"], shell.Run<ChatProcess>("Get-ChatProcess backend -Type w?b -SortBy name").Select(p => p.Name));
        Assert.Equal(["web.2", "worker.1"], shell.Run<ChatProcess>("Get-ChatProcess backend *.2, wor* -SortBy name").Select(p => p.Name));
        Assert.Equal(["worker.1"], shell.Run<ChatProcess>("Get-ChatAppFormation backend worker | Get-ChatProcess").Select(p => p.Name));
    }

    [Fact]
    public void DynoInfo_gets_one()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var web = shell.Run<ChatProcess>("Get-ChatProcess billing web.1").Single();
        Assert.Equal(["GET /apps/billing/dynos/web.1"], sandbox.Wire);
        Assert.Equal(web.Id, shell.Run<ChatProcess>("$args[0] | Get-ChatProcess", web).Single().Id);
        Assert.Equal($"GET /apps/{web.AppId}/dynos/{web.Id}", sandbox.Wire.Last());
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("Get-ChatProcess billing web.99").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_ones_cost_one_page()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        shell.RunClean("Set-ChatAppFormation edge web -Quantity 3");
        sandbox.Server.ClearRequests();
        Assert.Equal(2, shell.Run<ChatProcess>("Get-ChatProcess edge -First 2").Count);
        Assert.Equal(["GET /apps/edge/dynos"], sandbox.Wire);
        Assert.Equal("id ..; max=2", Sent.Header("Range"));
    }

    [Fact]
    public void DynoCreate_starts_a_one_off_process()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var process = shell.Run<ChatProcess>("""
            New-ChatProcess builds 'rake db:migrate' -Size Standard-1X -Type job -Attach -ForceNoTty -TimeToLive 00:10:00 -Environment @{ A = 1; SECRET = $args[0]; NONE = $null } -Verbose
            """, SandboxFixture.Protect("hush-hush")).Single();
        Assert.Equal(["POST /apps/builds/dynos"], sandbox.Wire);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""
            {"command":"rake db:migrate","type":"job","size":"Standard-1X","attach":true,"force_no_tty":true,"env":{"A":"1","SECRET":"hush-hush"},"time_to_live":600}
            """), JsonNode.Parse(Sent.Body)));
        Assert.Equal(("rake db:migrate", "job", "Standard-1X", "builds"), (process.Command, process.Type, process.Size, process.AppName));
        Assert.StartsWith("job.", process.Name, StringComparison.Ordinal);
        Assert.StartsWith("rendezvous://", new System.Net.NetworkCredential("", process.AttachUrl).Password, StringComparison.Ordinal);
        Assert.DoesNotContain("hush-hush", shell.Spoken, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_given_is_not_sent()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var processes = shell.Run<ChatProcess>("'date', 'uptime' | New-ChatProcess -App builds");
        Assert.Equal(["""{"command":"date"}""", """{"command":"uptime"}"""], sandbox.Server.Requests.Select(r => r.Body));
        Assert.All(processes, p => Assert.Null(p.AttachUrl));
        shell.RunClean("New-ChatProcess builds date -Attach:$false");
        Assert.Equal("""{"command":"date","attach":false}""", Sent.Body);
        sandbox.Server.ClearRequests();
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("New-ChatProcess builds").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void DynoRestart_restarts_single_ones_and_a_failing_one_leaves_the_others_done()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        shell.RunClean("Set-ChatAppFormation capacity web -Quantity 2; $before = Get-ChatProcess capacity -Type web -SortBy name");
        sandbox.Server.ClearRequests();
        Assert.Empty(shell.Run("'web.1', 'web.9', 'web.2' | Restart-ChatProcess -App capacity"));
        Assert.Equal(["DELETE /apps/capacity/dynos/web.1", "DELETE /apps/capacity/dynos/web.9", "DELETE /apps/capacity/dynos/web.2"], sandbox.Wire);
        Assert.Equal("web.9", Assert.Single(shell.Errors).TargetObject);
        Assert.Empty(shell.RunClean("Get-ChatProcess capacity -Type web | Where-Object Id -in $before.Id"));

        var web = shell.Run<ChatProcess>("Get-ChatProcess capacity web.1").Single();
        shell.RunClean("$args[0] | Restart-ChatProcess", web);
        Assert.Equal($"DELETE /apps/{web.AppId}/dynos/{web.Id}", sandbox.Wire.Last());
    }

    [Fact]
    public void DynoRestartAll_restarts_all_that_an_app_runs()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var before = shell.Run<ChatProcess>("Get-ChatProcess data");
        shell.RunClean("Restart-ChatProcess data -All");
        Assert.Equal("DELETE /apps/data/dynos", sandbox.Wire.Last());
        var after = shell.Run<ChatProcess>("Get-ChatProcess data");
        Assert.Equal(before.Select(p => p.Name).Order(), after.Select(p => p.Name).Order());
        Assert.Empty(before.Select(p => p.Id).Intersect(after.Select(p => p.Id)));

        sandbox.Server.ClearRequests();
        var apps = shell.Run<ChatApp>("Get-ChatApp d*; Get-ChatApp d* | Restart-ChatProcess -All");
        Assert.Equal(apps.Select(a => $"DELETE /apps/{a.Id}/dynos"), sandbox.Wire.Where(w => w.StartsWith("DELETE", StringComparison.Ordinal)));
        shell.RunClean("Restart-ChatProcess data -All:$false");
        Assert.Equal(apps.Count, sandbox.Wire.Count(w => w.StartsWith("DELETE", StringComparison.Ordinal)));
    }

    [Fact]
    public void Types_are_restarted_and_stopped_as_a_whole()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        shell.RunClean("Restart-ChatProcess docs -Type web, worker; Stop-ChatProcess docs -Type web");
        Assert.Equal(
            ["DELETE /apps/docs/formations/web", "DELETE /apps/docs/formations/worker", "POST /apps/docs/formations/web/actions/stop"], sandbox.Wire);
        Assert.All(shell.Run<ChatProcess>("Get-ChatProcess docs -Type web"), p => Assert.Equal("down", p.State));
    }

    [Fact]
    public void Single_ones_are_stopped()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        Assert.Empty(shell.RunClean("New-ChatProcess finance 'sleep 60' | Stop-ChatProcess"));
        Assert.StartsWith("POST /apps/", sandbox.Wire.Last(), StringComparison.Ordinal);
        Assert.EndsWith("/actions/stop", sandbox.Wire.Last(), StringComparison.Ordinal);
        Assert.Empty(shell.Run<ChatProcess>("Get-ChatProcess finance -Type run"));
        shell.RunClean("Stop-ChatProcess finance web.1");
        Assert.Equal("POST /apps/finance/dynos/web.1/actions/stop", sandbox.Wire.Last());
    }

    [Fact]
    public void The_sessions_app_is_used_when_none_is_named()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        shell.RunClean("Set-ChatSession -App growth; Get-ChatProcess | Out-Null; Restart-ChatProcess -Process web.1; Restart-ChatProcess -All");
        Assert.Equal(["GET /apps/growth/dynos", "DELETE /apps/growth/dynos/web.1", "DELETE /apps/growth/dynos"], sandbox.Wire);
    }

    [Theory]
    [InlineData("New-ChatProcess backend date")]
    [InlineData("Stop-ChatProcess backend web.1")]
    [InlineData("Stop-ChatProcess backend -Type web")]
    [InlineData("Restart-ChatProcess backend web.1")]
    [InlineData("Restart-ChatProcess backend -Type web")]
    [InlineData("Restart-ChatProcess backend -All")]
    public void WhatIf_sends_nothing(string command)
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        shell.RunClean(command + " -WhatIf");
        Assert.Empty(sandbox.Wire);
    }

    [Theory]
    [InlineData("Get-ChatProcess x")]
    [InlineData("New-ChatProcess x date")]
    [InlineData("Stop-ChatProcess x web.1")]
    [InlineData("Restart-ChatProcess x -All")]
    public void What_a_platform_lacks_is_said_before_anything_is_sent(string command)
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(command).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
