using System.Net;
using ChatPS.Sandbox;

namespace ChatPS.Tests.Cmdlets.Hathora;

public sealed class AppTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Team = "Northwind Games";

    private SandboxRequestRecord Last => sandbox.Server.Requests[^1];

    /// <summary>A session that falls back to a team; the team's id, and that of its app arena.</summary>
    private (Shell Shell, string Org, string Arena) Connect()
    {
        var shell = sandbox.Connect(sandbox.Hathora);
        var app = shell.Run<ChatApp>("Set-ChatSession -Team (Get-ChatTeam $args[0]).Id; $arena = Get-ChatApp arena; $arena", Team).Single();
        sandbox.Server.ClearRequests();
        return (shell, app.TeamId!, app.Id);
    }

    [Fact]
    public void GetApps()
    {
        var (shell, org, arena) = Connect();
        using var _ = shell;
        var apps = shell.Run<ChatApp>("Get-ChatApp");
        Assert.Equal([$"GET /apps/v2/apps?orgId={org}"], sandbox.Wire);
        Assert.All(apps, a => Assert.Equal((org, Team), (a.TeamId, a.Team)));
        var app = apps.Single(a => a.Name == "arena");
        Assert.Equal((arena, true, true), (app.Id, app.Anonymous, app.Nickname));
        Assert.Equal("arena.apps.googleusercontent.example.com", app.GoogleClientId);
        Assert.StartsWith("dep-", app.LatestDeploymentId, StringComparison.Ordinal);
        Assert.StartsWith("bld-", app.LatestBuildId, StringComparison.Ordinal);
        Assert.NotNull(app.LatestBuildTag);
        Assert.True(app.ReleasedAt > app.CreatedAt);
        Assert.Contains('@', app.CreatedBy!);

        // A name is found in the list, and an id asked for. Only the list tells of the deployment.
        sandbox.Server.ClearRequests();
        Assert.NotNull(shell.Run<ChatApp>("Get-ChatApp ARENA").Single().LatestBuildId);
        Assert.Equal([$"GET /apps/v2/apps?orgId={org}"], sandbox.Wire);
        Assert.Equal(apps.Count(a => a.Name.Contains('r', StringComparison.Ordinal)), shell.Run<ChatApp>("Get-ChatApp *r*").Count);
        Assert.Equal(apps[1].Id, shell.Run<ChatApp>("Get-ChatApp -First 1 -Skip 1").Single().Id);
        Assert.All(shell.Run<ChatApp>("Get-ChatTeam | Where-Object Name -ne $args[0] | Get-ChatApp", Team), a => Assert.NotEqual(org, a.TeamId));
        var error = shell.Fail("'no-such-app', 'arena' | Get-ChatApp");
        Assert.Equal(("ChatPS.NotFound", "no-such-app"), (error.FullyQualifiedErrorId.Split(',')[0], error.TargetObject));
    }

    [Fact]
    public void GetApp()
    {
        var (shell, org, arena) = Connect();
        using var _ = shell;
        var app = shell.Run<ChatApp>("Get-ChatApp $args[0]", arena).Single();
        Assert.Equal([$"GET /apps/v2/apps/{arena}"], sandbox.Wire);
        Assert.Equal(("arena", org, null), (app.Name, app.TeamId, app.LatestDeploymentId));
        Assert.Equal(arena, shell.Run<ChatApp>("$arena | Get-ChatApp").Single().Id);
        Assert.Equal($"GET /apps/v2/apps/{arena}", sandbox.Wire.Last());
        Assert.Equal(arena, shell.Run<ChatApp>("[pscustomobject]@{ AppId = $args[0] } | Get-ChatApp", arena).Single().Id);
        Assert.Equal(arena, shell.Run<ChatApp>("Get-ChatApp arena -Team $args[0]", Team).Single().Id);
        var error = shell.Fail("Get-ChatApp $args[0] -Team (Get-ChatTeam | Where-Object Name -ne $args[1] | Get-ChatTeam -First 1)", arena, Team);
        Assert.Equal(("ChatPS.NotFound", arena), (error.FullyQualifiedErrorId.Split(',')[0], error.TargetObject));
    }

    [Fact]
    public void The_secret_of_an_app_is_seen_by_nobody_who_does_not_ask()
    {
        var (shell, _, arena) = Connect();
        using var __ = shell;
        var app = shell.Run<ChatApp>("Get-ChatApp $args[0] -Verbose", arena).Single();
        var secret = new NetworkCredential("", app.AppSecret).Password;
        Assert.StartsWith("secret-", secret, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, shell.Spoken, StringComparison.Ordinal);
        var said = string.Join('\n', shell.RunClean("$app = Get-ChatApp $args[0]; $app; Get-ChatApp", arena).SelectMany(o => o.Properties.Select(p => $"{p.Value}")));
        Assert.DoesNotContain(secret, said, StringComparison.Ordinal);
        // Also when a server sends it back.
        var error = shell.Fail("Set-ChatApp $args[0] -Name $args[1]", arena, secret + "_");
        Assert.DoesNotContain(secret, error.ToString() + shell.Spoken, StringComparison.Ordinal);
    }

    [Fact]
    public void CreateApp()
    {
        var (shell, org, _) = Connect();
        using var __ = shell;
        var app = shell.Run<ChatApp>("New-ChatApp my-game -Anonymous -Nickname -GoogleClientId me.example.com -LoadBalancer").Single();
        Assert.Equal([$"POST /apps/v2/apps?orgId={org}"], sandbox.Wire);
        Assert.Equal(
            """{"appName":"my-game","authConfiguration":{"anonymous":{},"nickname":{},"google":{"clientId":"me.example.com"}},"loadBalancer":{"enabled":true}}""",
            Last.Body);
        Assert.Equal(("my-game", true, true, "me.example.com", true), (app.Name, app.Anonymous, app.Nickname, app.GoogleClientId, app.LoadBalancer));
        Assert.Equal((org, sandbox.Hathora.Admin.Email), (app.TeamId, app.CreatedBy));
        Assert.Empty(app.StaticProcesses);

        // Nothing is open that nobody opened.
        app = shell.Run<ChatApp>("'closed-game' | New-ChatApp -Team $args[0]", Team).Single();
        Assert.Equal("""{"appName":"closed-game","authConfiguration":{}}""", Last.Body);
        Assert.Equal((false, false, null, null), (app.Anonymous, app.Nickname, app.GoogleClientId, app.LoadBalancer));
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("New-ChatApp my-game").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("appName", shell.Fail("New-ChatApp My_Game").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void PatchApp()
    {
        var (shell, org, _) = Connect();
        using var __ = shell;
        var id = shell.Run<ChatApp>("New-ChatApp change-me -Anonymous -GoogleClientId me.example.com").Single().Id;
        sandbox.Server.ClearRequests();
        Assert.Empty(shell.RunClean("Set-ChatApp $args[0] -Name changed-1", id));
        Assert.Equal([$"PATCH /apps/v2/apps/{id}"], sandbox.Wire);
        Assert.Equal("""{"appName":"changed-1"}""", Last.Body);

        // The ways to sign in go as one, with those that stay.
        sandbox.Server.ClearRequests();
        var app = shell.Run<ChatApp>("Set-ChatApp $args[0] -Nickname -PassThru", id).Single();
        Assert.Equal([$"GET /apps/v2/apps/{id}", $"PATCH /apps/v2/apps/{id}"], sandbox.Wire);
        Assert.Equal("""{"authConfiguration":{"google":{"clientId":"me.example.com"},"anonymous":{},"nickname":{}}}""", Last.Body);
        Assert.Equal((true, true, "me.example.com"), (app.Anonymous, app.Nickname, app.GoogleClientId));
        app = shell.Run<ChatApp>("Set-ChatApp changed-1 -Anonymous:$false -GoogleClientId $null -PassThru", id).Single();
        Assert.Equal($"GET /apps/v2/apps?orgId={org}", sandbox.Wire.ElementAt(2));
        Assert.Equal("""{"authConfiguration":{"nickname":{}}}""", Last.Body);
        Assert.Equal((false, true, null), (app.Anonymous, app.Nickname, app.GoogleClientId));

        // So does what says how processes come and go.
        app = shell.Run<ChatApp>(
            "Set-ChatApp $args[0] -StaticProcess @{ Region = 'tokyo'; MinProcesses = 1; MaxProcesses = 5; TargetProcesses = 2; AutoscalingEnabled = $true }, ([pscustomobject]@{ Region = 'Dubai'; MinProcesses = '0' }) -PassThru",
            id).Single();
        Assert.Equal(
            """{"serviceConfig":{"staticProcessAllocation":[{"region":"Tokyo","minProcesses":1,"maxProcesses":5,"targetProcesses":2,"autoscalingEnabled":true},{"region":"Dubai","minProcesses":0,"maxProcesses":null}]}}""",
            Last.Body);
        Assert.Equal(("Tokyo", 1, 5, 2, true), (app.StaticProcesses[0].Region, app.StaticProcesses[0].MinProcesses, app.StaticProcesses[0].MaxProcesses,
            app.StaticProcesses[0].TargetProcesses, app.StaticProcesses[0].AutoscalingEnabled));
        app = shell.Run<ChatApp>("Set-ChatApp $args[0] -LoadBalancer -ScaleAtRequests 2.5 -PassThru", id).Single();
        Assert.Equal((true, 2.5, 2), (app.LoadBalancer, app.ScaleAtRequests, app.StaticProcesses.Count));
        Assert.Contains("\"region\":\"Tokyo\"", Last.Body, StringComparison.Ordinal);
        app = shell.Run<ChatApp>("Set-ChatApp $args[0] -StaticProcess (Get-ChatApp $args[0]).StaticProcesses[0] -ScaleAtRequests $null -PassThru", id).Single();
        Assert.Equal((true, null, "Tokyo"), (app.LoadBalancer, app.ScaleAtRequests, app.StaticProcesses.Single().Region));
        Assert.Empty(shell.Run<ChatApp>("Set-ChatApp $args[0] -StaticProcess @() -PassThru", id).Single().StaticProcesses);

        Assert.Contains("Tokyo", shell.Fail("Set-ChatApp $args[0] -StaticProcess @{ Region = 'Mars'; MinProcesses = 1 }", id).ToString(), StringComparison.Ordinal);
        Assert.Contains("Nothing to change", shell.Fail("Set-ChatApp arena").ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@{ MinProcesses = 1 }", "Region")]
    [InlineData("@{ Region = 'Tokyo' }", "MinProcesses")]
    [InlineData("@{ Region = 'Tokyo'; MinProcesses = 'few' }", "whole number")]
    [InlineData("@{ Region = 'Tokyo'; MinProcesses = 1; Max = 2 }", "'Max' is no part")]
    [InlineData("'Tokyo'", "hashtable")]
    public void A_static_process_that_is_none_says_why(string process, string reason)
    {
        var (shell, _, _) = Connect();
        using var __ = shell;
        Assert.Contains(reason, shell.Fail($"Set-ChatApp arena -StaticProcess {process}").ToString(), StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void UpdateApp()
    {
        var (shell, _, _) = Connect();
        using var __ = shell;
        var id = shell.Run<ChatApp>("New-ChatApp replace-me -Anonymous | Set-ChatApp -LoadBalancer -StaticProcess @{ Region = 'Dubai'; MinProcesses = 1 } -PassThru").Single().Id;
        sandbox.Server.ClearRequests();
        var app = shell.Run<ChatApp>("Set-ChatApp $args[0] -Replace -Name replaced -Nickname -PassThru", id).Single();
        Assert.Equal([$"POST /apps/v2/apps/{id}"], sandbox.Wire);
        Assert.Equal("""{"appName":"replaced","authConfiguration":{"nickname":{}}}""", Last.Body);
        Assert.Equal(("replaced", false, true, true), (app.Name, app.Anonymous, app.Nickname, app.LoadBalancer));
        app = shell.Run<ChatApp>("Set-ChatApp $args[0] -Replace -Name replaced -LoadBalancer:$false -PassThru", id).Single();
        Assert.Equal("""{"appName":"replaced","authConfiguration":{},"serviceConfig":{"staticProcessAllocation":[],"loadBalancer":{"enabled":false}}}""", Last.Body);
        Assert.Empty(app.StaticProcesses);
    }

    [Fact]
    public void DeleteApp()
    {
        var (shell, org, _) = Connect();
        using var _ = shell;
        // An app may be called something that begins as ids do.
        var apps = shell.Run<ChatApp>("$apps = 'app-a', 'gone-b' | New-ChatApp; $apps");
        sandbox.Server.ClearRequests();
        shell.RunClean("$apps | Remove-ChatApp -WhatIf -Force; Set-ChatApp app-a -Name x -WhatIf; New-ChatApp other -WhatIf; Remove-ChatApp app-a -WhatIf");
        Assert.Empty(sandbox.Wire);
        Assert.Empty(shell.RunClean("Remove-ChatApp app-a -Force"));
        Assert.Equal([$"GET /apps/v2/apps?orgId={org}", $"DELETE /apps/v2/apps/{apps[0].Id}"], sandbox.Wire);
        var error = shell.Fail("'no-such-app', $apps[1] | Remove-ChatApp -Force -ThrottleLimit 2");
        Assert.Equal(("ChatPS.NotFound", "no-such-app"), (error.FullyQualifiedErrorId.Split(',')[0], error.TargetObject));
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("Get-ChatApp $args[0]", apps[1].Id).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-ChatApp -User ada@example.com", "-User")]
    [InlineData("Get-ChatApp -Me", "-Me")]
    [InlineData("Get-ChatApp -SortBy name", "order")]
    [InlineData("New-ChatApp", "name")]
    [InlineData("New-ChatApp x -Region Tokyo", "-Region")]
    [InlineData("New-ChatApp x -Stack heroku-24", "-Stack")]
    [InlineData("New-ChatApp x -Personal", "-Personal")]
    [InlineData("Set-ChatApp arena -Maintenance", "-Maintenance")]
    [InlineData("Set-ChatApp arena -Locked", "-Locked")]
    [InlineData("Set-ChatApp arena -Team other", "-Team")]
    public void What_it_has_no_place_for_is_refused_before_it_is_asked(string script, string part)
    {
        var (shell, _, _) = Connect();
        using var __ = shell;
        var error = shell.Fail(script);
        Assert.Matches("^ChatPS.(NotSupported|InvalidRequest)", error.FullyQualifiedErrorId);
        Assert.Contains(part, error.ToString(), StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Theory]
    [InlineData("New-ChatApp x -Anonymous", "-Anonymous")]
    [InlineData("New-ChatApp x -Nickname", "-Nickname")]
    [InlineData("New-ChatApp x -GoogleClientId y", "-GoogleClientId")]
    [InlineData("New-ChatApp x -LoadBalancer", "-LoadBalancer")]
    [InlineData("Set-ChatApp x -Anonymous", "-Anonymous")]
    [InlineData("Set-ChatApp x -StaticProcess @{ Region = 'eu'; MinProcesses = 1 }", "-StaticProcess")]
    [InlineData("Set-ChatApp x -ScaleAtRequests 5", "-ScaleAtRequests")]
    [InlineData("Set-ChatApp x -Replace -Name y", "-Replace")]
    public void Heroku_has_no_place_for_what_is_of_players_and_regions(string script, string part)
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var error = shell.Fail(script);
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(part, error.ToString(), StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void Names_that_were_seen_are_completed()
    {
        var (shell, _, _) = Connect();
        using var __ = shell;
        const string complete = "([System.Management.Automation.CommandCompletion]::CompleteInput($args[0], $args[0].Length, $null)).CompletionMatches.CompletionText";
        shell.RunClean("Get-ChatApp; Get-ChatDeployment arena; Get-ChatAppBuild");
        Assert.Equal(["arena"], shell.RunClean(complete, "Get-ChatDeployment are").Select(c => c.ToString()));
        Assert.All(shell.RunClean(complete, "Get-ChatDeployment arena dep-"), c => Assert.StartsWith("dep-", c.ToString(), StringComparison.Ordinal));
        Assert.NotEmpty(shell.RunClean(complete, "New-ChatDeployment arena bld-"));
        Assert.Equal(["tcp", "udp", "tls"], shell.RunClean(complete, "New-ChatDeployment arena x -Transport ").Select(c => c.ToString()));
    }
}
