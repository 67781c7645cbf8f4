using ChatPS.Tests.Client;

namespace ChatPS.Tests.Cmdlets.Hathora;

/// <summary>What Invoke-ChatOperation does that Hathora's operations alone ask of it.</summary>
public sealed class OperationTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    /// <summary>A session that falls back to an app with a running process, known as $process; the app's id.</summary>
    private (Shell Shell, string App) Connect()
    {
        var shell = sandbox.Connect(sandbox.Hathora);
        var app = shell.RunClean("""
            $apps = (Get-ChatTeam) | ForEach-Object { Invoke-ChatOperation GetApps -OrgId $_.Id }
            foreach ($app in $apps)
            {
                $process = Invoke-ChatOperation GetLatestProcesses -AppId $app.appId -Status running -First 1
                if ($process) { break }
            }
            Set-ChatSession -App $app.appId
            $app.appId
            """).Single().ToString();
        sandbox.Server.ClearRequests();
        return (shell, app);
    }

    [Fact]
    public void GetLogsForProcess_streams_lines()
    {
        var (shell, app) = Connect();
        using var _ = shell;
        var lines = shell.RunClean("Invoke-ChatOperation GetLogsForProcess -ProcessId $process.processId -TailLines 5");
        Assert.Equal(5, lines.Count);
        Assert.All(lines, l => Assert.DoesNotContain('\n', Assert.IsType<string>(l.BaseObject)));
        Assert.Equal(2, shell.RunClean("Invoke-ChatOperation GetLogsForProcess -ProcessId $process.processId -Skip 1 -First 2").Count);
        Assert.StartsWith($"GET /logs/v1/{app}/process/", sandbox.Wire.First(), StringComparison.Ordinal);
        Assert.EndsWith("?tailLines=5", sandbox.Wire.First(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_that_is_followed_comes_as_it_is_written_and_First_ends_it()
    {
        using var server = new PieceServer(async (request, answer) =>
        {
            if (request.Target == "/orgs/v1")
            {
                await answer.WholeAsync(200, "application/json", """{"orgs":[]}""");
                return;
            }
            await answer.BeginAsync();
            await answer.PieceAsync("first\nsec");
            await answer.PieceAsync("ond\n");
            // Nobody waits for what comes after.
            await answer.SilenceAsync();
        });
        using var shell = new Shell();
        shell.Connect(server.Uri, "-App app-00000000-0000-0000-0000-000000000001");
        Assert.Equal(["first", "second"], shell.RunClean("Invoke-ChatOperation GetLogsForProcess -ProcessId p -Follow $true -First 2").Select(l => l.ToString()));
        Assert.Equal("/logs/v1/app-00000000-0000-0000-0000-000000000001/process/p?follow=true", server.Requests.Last().Target);
    }

    [Fact]
    public void A_log_goes_to_a_file_as_well()
    {
        var (shell, _) = Connect();
        using var __ = shell;
        var file = Path.Combine(Path.GetTempPath(), $"chatps-{Guid.NewGuid():N}.log");
        try
        {
            Assert.Empty(shell.RunClean("Invoke-ChatOperation DownloadLogForProcess -ProcessId $process.processId -OutFile $args[0]", file));
            Assert.NotEmpty(File.ReadAllLines(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_player_acts_with_a_token_of_his_own()
    {
        var (shell, app) = Connect();
        using var _ = shell;
        var token = (string)shell.RunClean("(Invoke-ChatOperation LoginAnonymous).token").Single().BaseObject;
        Assert.Null(sandbox.Server.Requests[^1].Header("Authorization"));
        sandbox.Server.ClearRequests();
        var lobby = shell.RunClean(
            "Invoke-ChatOperation CreateLobby -Visibility private -Region London -ShortCode first -PlayerToken $args[0] -Verbose", SandboxFixture.Protect(token)).Single();
        Assert.Equal([$"POST /lobby/v3/{app}/create?shortCode=first"], sandbox.Wire);
        Assert.Equal("Bearer " + token, sandbox.Server.Requests[^1].Header("Authorization"));
        Assert.Equal("""{"visibility":"private","region":"London"}""", sandbox.Server.Requests[^1].Body);
        Assert.Equal("first", lobby.Properties["shortCode"].Value);
        Assert.DoesNotContain(token, shell.Spoken, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_players_token_nothing_is_sent()
    {
        var (shell, _) = Connect();
        using var __ = shell;
        var error = shell.Fail("Invoke-ChatOperation CreateLobby -Visibility private -Region London");
        Assert.StartsWith("ChatPS.InvalidRequest", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-PlayerToken", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void A_refused_player_is_no_end_of_the_session()
    {
        var (shell, _) = Connect();
        using var __ = shell;
        // An error that the next item would meet just the same ends a pipeline; this one does not.
        var error = shell.Fail(
            "Invoke-ChatOperation CreateLobby -Visibility private -Region London -PlayerToken $args[0]; 'went on'", SandboxFixture.Protect("not-a-players-token"));
        Assert.StartsWith("ChatPS.Forbidden", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.DoesNotContain("not-a-players-token", error.ToString() + error.Exception, StringComparison.Ordinal);
        Assert.True(shell.Run<bool>("Test-ChatService").Single());
    }

    [Theory]
    [InlineData("Hathora", "GetApps")]
    [InlineData("Hathora", "GetPingServiceEndpoints")]
    [InlineData("Heroku", "AppList")]
    [InlineData("Mattermost", "GetMe")]
    [InlineData("Gitter", "GetMe")]
    public void A_players_token_goes_nowhere_else(string platform, string operation)
    {
        using var shell = sandbox.Connect(sandbox.Server[platform]);
        operation = operation == "GetMe" ? shell.RunClean("(Get-ChatOperation)[0].Id").Single().ToString() : operation;
        var error = shell.Fail("Invoke-ChatOperation $args[0] -PlayerToken $args[1] -Argument @{} -Confirm:$false", operation, SandboxFixture.Protect("a-players-token"));
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void A_deprecated_operation_works_and_warns()
    {
        using var shell = sandbox.Connect(sandbox.Hathora);
        Assert.Single(shell.RunClean("Invoke-ChatOperation GetBalance -WarningVariable warnings"));
        Assert.Equal(["GET /billing/v1/balance"], sandbox.Wire);
        Assert.Contains("GetBalance", shell.RunClean("$warnings").Single().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_in_a_query_come_item_by_item()
    {
        var (shell, app) = Connect();
        using var _ = shell;
        var processes = shell.RunClean("Invoke-ChatOperation GetLatestProcesses -Status running, stopped -Region London, Sao_Paulo -Before ([DateTimeOffset]::UtcNow.ToUnixTimeSeconds())");
        var target = sandbox.Wire.Single();
        Assert.StartsWith($"GET /processes/v3/apps/{app}/processes/latest?", target, StringComparison.Ordinal);
        Assert.Equal(["status=running", "status=stopped"], target.Split('?')[1].Split('&').Where(q => q.StartsWith("status", StringComparison.Ordinal)));
        Assert.Equal(["region=London", "region=Sao_Paulo"], target.Split('?')[1].Split('&').Where(q => q.StartsWith("region", StringComparison.Ordinal)));
        Assert.All(processes, p => Assert.True(p.Properties["status"].Value is "running" or "stopped"));
    }

    [Fact]
    public void Single_values_come_as_they_are()
    {
        using var server = new ScriptedServer(r => new(r.Target switch { "/orgs/v1" => """{"orgs":[{"orgId":"org-1"}]}""", "/billing/v1/balance?orgId=org-1" => "12.5", _ => "true" }));
        using var shell = new Shell();
        shell.Connect(server.Uri);
        Assert.Equal(12.5, shell.RunClean("Invoke-ChatOperation GetBalance -WarningAction Ignore").Single().BaseObject);
        Assert.Equal(true, shell.RunClean("Invoke-ChatOperation RevokeOrgToken -OrgTokenId t -Confirm:$false").Single().BaseObject);
    }
}
