using System.Net;
using System.Security;
using ChatPS.Sandbox;

namespace ChatPS.Tests.Cmdlets.Hathora;

public sealed class DeploymentTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Team = "Northwind Games";

    private SandboxRequestRecord Last => sandbox.Server.Requests[^1];

    /// <summary>A session that falls back to a team and its app arena; the app's id, and that of a build of the team.</summary>
    private (Shell Shell, string Arena, string Build) Connect()
    {
        var shell = sandbox.Connect(sandbox.Hathora);
        var app = shell.Run<ChatApp>("Set-ChatSession -Team (Get-ChatTeam $args[0]).Id; $arena = Get-ChatApp arena; Set-ChatSession -App $arena.Id; $arena", Team).Single();
        var build = shell.Run<ChatAppBuild>("$build = Get-ChatAppBuild | Where-Object Status -eq succeeded | Where-Object Id -ne $arena.LatestBuildId; $build")[0];
        sandbox.Server.ClearRequests();
        return (shell, app.Id, build.Id);
    }

    private static string Text(SecureString secret) => new NetworkCredential("", secret).Password;

    [Fact]
    public void GetDeployments()
    {
        var (shell, arena, _) = Connect();
        using var _ = shell;
        var all = shell.Run<ChatDeployment>("Get-ChatDeployment");
        Assert.Equal([$"GET /deployments/v3/apps/{arena}/deployments"], sandbox.Wire);
        Assert.True(all.Count > 3);
        Assert.All(all, d => Assert.Equal(arena, d.AppId));
        Assert.Equal(7777, all[^1].Port);
        Assert.Contains(all[^1].Transport, (string[])["tcp", "udp", "tls"]);
        Assert.Equal(all.Select(d => d.Id), all.OrderByDescending(d => d.CreatedAt).Select(d => d.Id));

        // Page after page, by the token that each brings.
        sandbox.Hathora.Faults.MaxPageSize = 2;
        sandbox.Server.ClearRequests();
        Assert.Equal(all.Select(d => d.Id), shell.Run<ChatDeployment>("$arena | Get-ChatDeployment").Select(d => d.Id));
        Assert.Contains("nextPageToken=", Last.Target, StringComparison.Ordinal);
        Assert.Equal((all.Count + 1) / 2, sandbox.Wire.Count());
        sandbox.Server.ClearRequests();
        Assert.Equal(2, shell.Run<ChatDeployment>("Get-ChatDeployment arena -First 2").Count);
        Assert.Equal(2, sandbox.Wire.Count());
        sandbox.Hathora.Faults.Clear();

        var tag = all[1].BuildTag!;
        Assert.All(shell.Run<ChatDeployment>("Get-ChatDeployment -BuildTag $args[0]", tag), d => Assert.Equal(tag, d.BuildTag));
        Assert.Equal($"GET /deployments/v3/apps/{arena}/deployments?buildTag={tag}", sandbox.Wire.Last());
        Assert.Empty(shell.RunClean("Get-ChatDeployment -DeploymentTag none-such"));
        Assert.EndsWith("?deploymentTag=none-such", Last.Target, StringComparison.Ordinal);
        Assert.Contains(all[1].Id, shell.Run<ChatDeployment>("Get-ChatDeployment arena $args[0]", tag[..4] + "*").Select(d => d.Id));
        var found = shell.Run<ChatDeployment>("Get-ChatApp a*, harvest | Get-ChatDeployment -First 1");
        Assert.Equal(["arena", "harvest"], found.Select(d => d.AppName));
    }

    [Fact]
    public void GetDeployment()
    {
        var (shell, arena, _) = Connect();
        using var _ = shell;
        var id = shell.Run<ChatDeployment>("$d = Get-ChatDeployment -First 1 -Skip 1; $d").Single().Id;
        var deployment = shell.Run<ChatDeployment>("Get-ChatDeployment arena $args[0]", id).Single();
        Assert.Equal($"GET /deployments/v3/apps/{arena}/deployments/{id}", sandbox.Wire.Last());
        Assert.Equal((id, id, arena), (deployment.Id, deployment.DeploymentId, deployment.AppId));
        Assert.Equal(id, shell.Run<ChatDeployment>("$d | Get-ChatDeployment").Single().Id);
        Assert.Equal(deployment.BuildId, shell.Run<ChatAppBuild>("$d | Get-ChatAppBuild").Single().Id);
        var error = shell.Fail("Get-ChatDeployment arena dep-none");
        Assert.Equal(("ChatPS.NotFound", "dep-none"), (error.FullyQualifiedErrorId.Split(',')[0], error.TargetObject));
        Assert.Equal("no-such-app", shell.Fail("Get-ChatDeployment no-such-app").TargetObject);
    }

    [Fact]
    public void GetLatestDeployment()
    {
        var (shell, arena, _) = Connect();
        using var _ = shell;
        var latest = shell.Run<ChatDeployment>("Get-ChatDeployment -Latest").Single();
        Assert.Equal([$"GET /deployments/v3/apps/{arena}/deployments/latest"], sandbox.Wire);
        Assert.Equal(shell.Run<ChatApp>("Get-ChatApp arena").Single().LatestDeploymentId, latest.Id);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail("Get-ChatDeployment -Latest -SortBy createdAt").FullyQualifiedErrorId, StringComparison.Ordinal);
        // One that was never deployed leaves the others done.
        shell.Run("$null = New-ChatApp never-deployed -ErrorAction Ignore");
        Assert.Equal(latest.Id, ((ChatDeployment)Assert.Single(shell.Run("'never-deployed', 'arena' | Get-ChatDeployment -Latest")).BaseObject).Id);
        Assert.StartsWith("ChatPS.NotFound", Assert.Single(shell.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void CreateDeployment()
    {
        var (shell, arena, build) = Connect();
        using var _ = shell;
        var deployment = shell.Run<ChatDeployment>(
            """
            New-ChatDeployment arena $args[0] -Cpu 2 -MemoryMB 3000 -Gpu 1 -RoomsPerProcess 3 -Port 7000 -Transport UDP -Tag mine -IdleTimeout:$false -AdditionalPort @{ Name = 'admin'; Port = 8080; Transport = 'TLS' } -Environment ([ordered]@{ MODE = 'ranked-mode'; LIMIT = 5; KEY = $args[1]; NONE = '' }) -Verbose
            """,
            build,
            SandboxFixture.Protect("some-secret-key")).Single();
        Assert.Equal($"POST /deployments/v3/apps/{arena}/deployments", sandbox.Wire.Last());
        Assert.Equal(
            $$"""{"buildId":"{{build}}","deploymentTag":"mine","requestedCPU":2,"requestedMemoryMB":3000,"requestedGPU":1,"roomsPerProcess":3,"transportType":"udp","containerPort":7000,"additionalContainerPorts":[{"name":"admin","port":8080,"transportType":"tls"}],"env":[{"name":"MODE","value":"ranked-mode"},{"name":"LIMIT","value":"5"},{"name":"KEY","value":"some-secret-key"},{"name":"NONE","value":""}],"idleTimeoutEnabled":false}""",
            Last.Body);
        Assert.Equal((arena, build, "mine", 2, 3000, 1), (deployment.AppId, deployment.BuildId, deployment.DeploymentTag, deployment.Cpu, deployment.MemoryMB, deployment.Gpu));
        Assert.Equal((3, 7000, "udp", false), (deployment.RoomsPerProcess, deployment.Port, deployment.Transport, deployment.IdleTimeout));
        Assert.Equal(("admin", 8080, "tls"), (deployment.AdditionalPorts.Single().Name, deployment.AdditionalPorts[0].Port, deployment.AdditionalPorts[0].Transport));
        Assert.Equal(["MODE", "LIMIT", "KEY", "NONE"], deployment.Environment.Keys);
        Assert.Equal("some-secret-key", Text(deployment.Environment["KEY"]));
        Assert.DoesNotContain("some-secret-key", shell.Spoken, StringComparison.Ordinal);
        Assert.DoesNotContain("ranked-mode", shell.Spoken, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_said_is_the_usual()
    {
        var (shell, arena, build) = Connect();
        using var _ = shell;
        shell.Run("$null = New-ChatApp usual -ErrorAction Ignore");
        shell.RunClean("$null = New-ChatDeployment usual $args[0]", build);
        const string rest = "\"roomsPerProcess\":1,\"transportType\":\"tcp\",\"containerPort\":8000,\"env\":[],\"idleTimeoutEnabled\":true}";
        Assert.Equal($$"""{"buildId":"{{build}}","requestedCPU":0.5,"requestedMemoryMB":1024,""" + rest, Last.Body);
        shell.RunClean("$null = New-ChatDeployment usual $args[0] -Cpu 2", build);
        Assert.Equal($$"""{"buildId":"{{build}}","requestedCPU":2,"requestedMemoryMB":4096,""" + rest, Last.Body);
        // Without an app it is the session's.
        shell.RunClean("$null = New-ChatDeployment -Build $args[0]", build);
        Assert.Equal($"POST /deployments/v3/apps/{arena}/deployments", sandbox.Wire.Last());
    }

    [Fact]
    public void Settings_are_taken_over_and_some_changed()
    {
        var (shell, arena, build) = Connect();
        using var _ = shell;
        var fleet = shell.Run<ChatFleet>("$fleets = Get-ChatFleet; $fleets[0]").Single();
        var first = shell.Run<ChatDeployment>(
            "$first = New-ChatDeployment arena $args[0] -Cpu 1 -MemoryMB 1500 -RoomsPerProcess 9 -Port 7001 -Transport udp -Tag first -Fleet $args[1] -AdditionalPort @{ Name = 'admin'; Port = 8080; Transport = 'tcp' } -Environment ([ordered]@{ A = 'one'; B = 'two' }); $first",
            build, fleet.Name).Single();
        Assert.Equal(fleet.Id, first.FleetId);
        sandbox.Server.ClearRequests();
        // The same build, with one setting changed, one variable added, one changed and one taken away. The tag is its own.
        shell.RunClean("$null = New-ChatDeployment arena -FromLatest -Cpu 2 -Environment ([ordered]@{ B = $null; A = 'three'; C = 4 })");
        Assert.Equal([$"GET /deployments/v3/apps/{arena}/deployments/latest", $"POST /deployments/v3/apps/{arena}/deployments"], sandbox.Wire.Skip(1));
        Assert.Equal(
            $$"""{"buildId":"{{build}}","fleetId":"{{fleet.Id}}","requestedCPU":2,"requestedMemoryMB":1500,"roomsPerProcess":9,"transportType":"udp","containerPort":7001,"additionalContainerPorts":[{"name":"admin","port":8080,"transportType":"tcp"}],"env":[{"name":"A","value":"three"},{"name":"C","value":"4"}],"idleTimeoutEnabled":true}""",
            Last.Body);

        // By its id, with another build.
        var other = shell.Run<ChatAppBuild>("$arena | Get-ChatAppBuild -First 1 -Skip 1").Single().Id;
        sandbox.Server.ClearRequests();
        shell.RunClean("$null = New-ChatDeployment $arena $args[0] -From $args[1] -AdditionalPort @() -Fleet $null", other, first.Id);
        Assert.Equal([$"GET /deployments/v3/apps/{arena}/deployments/{first.Id}", $"POST /deployments/v3/apps/{arena}/deployments"], sandbox.Wire);
        Assert.Contains($"\"buildId\":\"{other}\"", Last.Body, StringComparison.Ordinal);
        Assert.Contains("\"additionalContainerPorts\":[]", Last.Body, StringComparison.Ordinal);
        Assert.Contains("\"roomsPerProcess\":9", Last.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("fleetId", Last.Body, StringComparison.Ordinal);

        // An object needs no request, and may be another app's.
        shell.Run("$null = New-ChatApp taker -ErrorAction Ignore");
        sandbox.Server.ClearRequests();
        var taken = shell.Run<ChatDeployment>("New-ChatDeployment taker -From $first -Tag taken").Single();
        Assert.DoesNotContain(sandbox.Wire, w => w.Contains("/deployments/v3", StringComparison.Ordinal) && w.StartsWith("GET", StringComparison.Ordinal));
        Assert.Equal((build, "taken", 9, "one"), (taken.BuildId, taken.DeploymentTag, taken.RoomsPerProcess, Text(taken.Environment["A"])));

        // A piped deployment brings all its settings along.
        sandbox.Server.ClearRequests();
        var again = shell.Run<ChatDeployment>("$first | New-ChatDeployment -Port 7002").Single();
        Assert.Equal([$"POST /deployments/v3/apps/{arena}/deployments"], sandbox.Wire);
        Assert.Equal((arena, build, 7002, 9, null), (again.AppId, again.BuildId, again.Port, again.RoomsPerProcess, again.DeploymentTag));
        Assert.Equal(("two", fleet.Id, 1), (Text(again.Environment["B"]), again.FleetId, again.AdditionalPorts.Count));
    }

    [Fact]
    public void Several_apps_are_deployed_at_a_time_and_builds_come_down_the_pipeline()
    {
        var (shell, _, build) = Connect();
        using var _ = shell;
        Assert.Equal(
            ["arena", "harvest"],
            shell.Run<ChatDeployment>("Get-ChatApp arena, harvest | New-ChatDeployment -FromLatest -Build $args[0] -ThrottleLimit 2", build)
                .Select(d => shell.Run<ChatApp>("Get-ChatApp $args[0]", d.AppId).Single().Name));
        Assert.Equal(build, shell.Run<ChatDeployment>("Get-ChatAppBuild -Build $args[0] | New-ChatDeployment harvest -FromLatest", build).Single().BuildId);
        // What it was called is the build's own.
        Assert.DoesNotContain("deploymentTag", Last.Body, StringComparison.Ordinal);
        var error = shell.Fail("'bld-none', $args[0] | New-ChatDeployment arena -FromLatest", build);
        Assert.Equal(("ChatPS.NotFound", "bld-none"), (error.FullyQualifiedErrorId.Split(',')[0], error.TargetObject));
    }

    [Fact]
    public void What_would_be_deployed_is_told_without_values_and_without_a_request()
    {
        var (shell, _, build) = Connect();
        using var _ = shell;
        shell.RunClean("New-ChatDeployment arena $args[0] -WhatIf; New-ChatDeployment arena -FromLatest -Cpu 2 -Environment @{ KEY = 'some-secret-key' } -WhatIf; $arena | New-ChatDeployment -From dep-1 -Build $args[0] -WhatIf", build);
        Assert.Empty(sandbox.Wire);
        var error = shell.Fail(
            "$ConfirmPreference = 'Low'; New-ChatDeployment arena -FromLatest -Cpu 2 -Environment @{ KEY = 'some-secret-key' } -Confirm");
        // Nobody can be asked here, and the question is told in its place.
        Assert.DoesNotContain("some-secret-key", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Theory]
    [InlineData("New-ChatDeployment arena x -AdditionalPort @{ Name = 'a'; Port = 1 }", "Transport")]
    [InlineData("New-ChatDeployment arena x -AdditionalPort @{ Name = 'a'; Port = 1; Transport = 'tcp'; Host = 'b' }", "'Host' is no part of a port")]
    [InlineData("New-ChatDeployment arena x -Environment @{ A = (Get-ChatSession) }", "variable")]
    public void What_cannot_be_a_setting_says_why_before_it_is_asked(string script, string reason)
    {
        var (shell, _, _) = Connect();
        using var __ = shell;
        Assert.Contains(reason, shell.Fail(script).ToString(), StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void The_servers_own_words_say_what_does_not_fit()
    {
        var (shell, _, build) = Connect();
        using var _ = shell;
        Assert.Contains("transportType", shell.Fail("New-ChatDeployment arena $args[0] -Transport http", build).ToString(), StringComparison.Ordinal);
        Assert.Contains("roomsPerProcess", shell.Fail("New-ChatDeployment arena $args[0] -RoomsPerProcess 0", build).ToString(), StringComparison.Ordinal);
        var error = shell.Fail("New-ChatDeployment arena $args[0] -Fleet none-such", build);
        Assert.Equal(("ChatPS.NotFound", build), (error.FullyQualifiedErrorId.Split(',')[0], error.TargetObject));
    }

    [Theory]
    [InlineData("Get-ChatDeployment a")]
    [InlineData("Get-ChatDeployment a -Latest")]
    [InlineData("New-ChatDeployment a b")]
    public void Others_have_no_deployments(string script)
    {
        foreach (var service in new[] { sandbox.Heroku, sandbox.Mattermost })
        {
            using var shell = sandbox.Connect(service);
            var error = shell.Fail(script);
            Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains("Hathora", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
            Assert.Empty(sandbox.Wire);
        }
    }
}
