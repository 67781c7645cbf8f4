using System.Management.Automation;
using System.Text.Json.Nodes;
using ChatPS.Sandbox;
using ChatPS.Tests.Client;

namespace ChatPS.Tests.Cmdlets;

public sealed class SessionTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public void A_login_makes_a_token_and_disconnecting_ends_it()
    {
        using var shell = new Shell();
        sandbox.Server.ClearRequests();
        var session = Assert.Single(shell.Run<ChatSession>("Connect-ChatService Mattermost $args[0] -Credential $args[1]",
            sandbox.Mattermost.BaseUri, Credential(sandbox.Mattermost.Admin)));
        Assert.Equal(sandbox.Mattermost.Admin.UserName, session.UserName);
        Assert.Equal(sandbox.Mattermost.Admin.UserId, session.UserId);
        Assert.Contains("system_admin", session.Scopes);
        Assert.Equal(["POST /api/v4/users/login", "GET /api/v4/users/me"], sandbox.Wire);
        var token = sandbox.Server.Requests[^1].Header("Authorization")!.Split(' ')[1];
        Assert.NotEqual(sandbox.Mattermost.Admin.Token, token);

        shell.RunClean("Disconnect-ChatService");
        Assert.Equal("POST /api/v4/users/logout", sandbox.Wire.Last());
        Assert.False(session.IsConnected);
        Assert.StartsWith("ChatPS.NoSession", shell.Fail("Get-ChatRoom").FullyQualifiedErrorId, StringComparison.Ordinal);
        var error = shell.Fail("Connect-ChatService Mattermost $args[0] -Token $args[1]", sandbox.Mattermost.BaseUri, SandboxFixture.Protect(token));
        Assert.StartsWith("ChatPS.Unauthorized", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_of_the_users_own_outlives_the_session()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("Disconnect-ChatService");
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void A_second_factor_is_asked_for_and_taken()
    {
        using var shell = new Shell();
        var account = sandbox.Mattermost.Accounts.Single(a => a.Role == "mfa");
        var error = shell.Fail("Connect-ChatService Mattermost $args[0] -Credential $args[1]", sandbox.Mattermost.BaseUri, Credential(account));
        Assert.StartsWith("ChatPS.Unauthorized", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-OneTimeCode", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);

        var session = Assert.Single(shell.Run<ChatSession>("Connect-ChatService Mattermost $args[0] -Credential $args[1] -OneTimeCode $args[2]",
            sandbox.Mattermost.BaseUri, Credential(account), SandboxFixture.Protect(account.MfaToken!)));
        Assert.Equal(account.UserName, session.UserName);
    }

    [Fact]
    public void A_wrong_password_is_unauthorized_and_terminates()
    {
        using var shell = new Shell();
        var caught = shell.RunClean("try { Connect-ChatService Mattermost $args[0] -Credential $args[1]; 'went on' } catch { $_ }",
            sandbox.Mattermost.BaseUri, new PSCredential("nobody", SandboxFixture.Protect("wrong-password")));
        var error = Assert.IsType<ErrorRecord>(Assert.Single(caught).BaseObject);
        Assert.StartsWith("ChatPS.Unauthorized", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_connection_ends_the_script_and_is_soon_known()
    {
        using var server = new ScriptedServer(_ => new("", 503));
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var caught = shell.RunClean(
            "try { Connect-ChatService Mattermost $args[0] -Token $args[1]; Get-ChatRoom -First 1 } catch { $_ }",
            server.Uri, SandboxFixture.Protect("some-token"));
        Assert.StartsWith("ChatPS.ServerError", Assert.IsType<ErrorRecord>(Assert.Single(caught).BaseObject).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(4, server.Requests.Count);
        Assert.Empty(sandbox.Wire);
        Assert.Equal(8, shell.Run<ChatSession>("Get-ChatSession").Single().Retry.MaxRetries);
    }

    [Fact]
    public void A_token_comes_from_an_environment_variable_by_name()
    {
        using var shell = new Shell();
        shell.RunClean("$env:CHATPS_TEST_TOKEN = $args[0]", sandbox.Gitter.Admin.Token);
        var session = Assert.Single(shell.Run<ChatSession>(
            "Connect-ChatService Gitter $args[0] -TokenVariable CHATPS_TEST_TOKEN", sandbox.Gitter.BaseUri));
        Assert.Equal(sandbox.Gitter.Admin.UserId, session.UserId);
        Assert.Contains("not set", shell.Fail("Connect-ChatService Gitter -TokenVariable CHATPS_NO_SUCH").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gitter_takes_an_oauth_code_once()
    {
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = sandbox.Gitter.BaseUri };
        browser.DefaultRequestHeaders.Authorization = new("Bearer", sandbox.Gitter.Admin.Token);
        var client = JsonNode.Parse(await browser.GetStringAsync(new Uri("v1/oauth-clients", UriKind.Relative)))![0]!;
        var (id, back) = ((string)client["clientKey"]!, (string)client["registeredRedirectUri"]!);
        var page = await browser.GetAsync(new Uri(
            $"login/oauth/authorize?response_type=code&client_id={Uri.EscapeDataString(id)}&redirect_uri={Uri.EscapeDataString(back)}", UriKind.Relative));
        var code = page.Headers.Location!.Query.Split("code=")[1].Split('&')[0];

        using var shell = new Shell();
        const string connect =
            "Connect-ChatService Gitter $args[0] -AuthorizationCode $args[1] -ClientId $args[2] -ClientSecret $args[3] -RedirectUri $args[4]";
        object[] arguments =
            [sandbox.Gitter.BaseUri, SandboxFixture.Protect(code), id, SandboxFixture.Protect((string)client["clientSecret"]!), back];
        Assert.Equal(sandbox.Gitter.Admin.UserId, shell.Run<ChatSession>(connect, arguments).Single().UserId);
        Assert.NotEmpty(shell.RunClean("Get-ChatRoom -First 1"));
        Assert.StartsWith("ChatPS.", shell.Fail(connect, arguments).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_sessions_live_side_by_side()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("$null = Connect-ChatService Gitter $args[0] -Token $args[1] -Name git -NoDefault",
            sandbox.Gitter.BaseUri, SandboxFixture.Protect(sandbox.Gitter.Member.Token));
        Assert.Equal(2, shell.Run<ChatSession>("Get-ChatSession").Count);
        Assert.Equal(ChatPlatform.Mattermost, shell.Run<ChatSession>("Get-ChatSession -Default").Single().Platform);
        Assert.Equal("git", shell.Run<ChatSession>("Get-ChatSession g*").Single().Name);

        shell.RunClean("Set-ChatSession git -Default");
        Assert.Equal(ChatPlatform.Gitter, shell.Run<ChatRoom>("Get-ChatRoom -First 1").Single().Platform);
        shell.RunClean("Disconnect-ChatService git");
        Assert.Equal(ChatPlatform.Mattermost, shell.Run<ChatSession>("Get-ChatSession -Default").Single().Platform);

        Assert.StartsWith("ChatPS.Conflict",
            shell.Fail("Connect-ChatService Gitter $args[0] -Token $args[1] -Name (Get-ChatSession).Name",
                sandbox.Gitter.BaseUri, SandboxFixture.Protect(sandbox.Gitter.Member.Token)).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_of_a_session_change()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var session = shell.Run<ChatSession>("Set-ChatSession -Timeout 5 -Retry @{ MaxRetries = 2; InitialInterval = '0:0:3' } -Team northwind -PassThru").Single();
        Assert.Equal(TimeSpan.FromSeconds(5), session.Timeout);
        Assert.Equal(2, session.Retry.MaxRetries);
        Assert.Equal(TimeSpan.FromSeconds(3), session.Retry.InitialInterval);
        Assert.Equal("northwind", session.Team);
        Assert.Null(shell.Run<ChatSession>("Set-ChatSession -Team $null -PassThru").Single().Team);
        Assert.Contains("no part of a retry policy", shell.Fail("Set-ChatSession -Retry @{ Retries = 2 }").ToString(), StringComparison.Ordinal);
        Assert.Contains("longer than nothing", shell.Fail("Set-ChatSession -Timeout 0").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Headers_and_user_agent_go_along()
    {
        using var shell = new Shell();
        sandbox.Server.ClearRequests();
        shell.RunClean("$null = Connect-ChatService Mattermost $args[0] -Token $args[1] -Header @{ 'X-Team' = 'ops' } -UserAgent 'nightly/1.0'",
            sandbox.Mattermost.BaseUri, SandboxFixture.Protect(sandbox.Mattermost.Admin.Token));
        var request = sandbox.Server.Requests.Single();
        Assert.Equal("ops", request.Header("X-Team"));
        Assert.Equal("nightly/1.0", request.Header("User-Agent"));
    }

    [Fact]
    public void A_proxy_is_gone_through()
    {
        using var proxy = OneAnswerServer.OnTcp("""{"id":"x","username":"behind-the-proxy"}""");
        using var shell = new Shell();
        var session = shell.Run<ChatSession>("Connect-ChatService Mattermost http://chat.example.com -Token $args[0] -Proxy $args[1]",
            SandboxFixture.Protect("some-token"), proxy.Uri).Single();
        Assert.Equal("behind-the-proxy", session.UserName);
        Assert.StartsWith("http://chat.example.com/api/v4/users/me", proxy.Target, StringComparison.Ordinal);
    }

    [Fact]
    public void A_unix_socket_is_connected_to_and_trusted()
    {
        var path = Path.Combine(Path.GetTempPath(), $"chatps-{Guid.NewGuid():N}.socket");
        using var server = OneAnswerServer.OnUnixSocket(path, """{"status":"OK"}""");
        try
        {
            using var shell = new Shell();
            var session = shell.Run<ChatSession>("Connect-ChatService Mattermost -UnixSocket $args[0]", path).Single();
            Assert.Equal("local", session.UserName);
            Assert.Equal("/api/v4/system/ping", server.Target);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_certificate_nobody_vouches_for_is_refused_unless_told_otherwise()
    {
        using var server = OneAnswerServer.OnTls("""{"id":"x","username":"self-signed"}""");
        using var shell = new Shell();
        var error = shell.Fail("Connect-ChatService Mattermost $args[0] -Token $args[1] -Retry @{ MaxRetries = 0 }",
            server.Uri, SandboxFixture.Protect("some-token"));
        Assert.StartsWith("ChatPS.ConnectionFailed", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        var session = shell.Run<ChatSession>("Connect-ChatService Mattermost $args[0] -Token $args[1] -SkipCertificateCheck",
            server.Uri, SandboxFixture.Protect("some-token")).Single();
        Assert.Equal("self-signed", session.UserName);
    }

    [Fact]
    public void A_slow_server_times_out()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        sandbox.Mattermost.Faults.StallNext(1);
        var error = shell.Fail("Set-ChatSession -Timeout 0.3; Get-ChatRoom -First 1 -Retry @{ MaxRetries = 0 }");
        Assert.StartsWith("ChatPS.Timeout", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.OperationTimeout, error.CategoryInfo.Category);
    }

    [Fact]
    public void Test_says_true_or_false()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.True(shell.Run<bool>("Test-ChatService").Single());
        sandbox.Mattermost.Faults.DropNext(10);
        Assert.False(shell.Run<bool>("Test-ChatService -Retry @{ MaxRetries = 0 }").Single());
        sandbox.Mattermost.Faults.Clear();
    }

    [SandboxFact("needs a rate limit that can be switched on")]
    public void The_rate_limit_is_read_from_the_answers()
    {
        sandbox.Mattermost.RateLimits = [new SandboxRateLimit(10, TimeSpan.FromSeconds(1), 20)];
        try
        {
            using var shell = sandbox.Connect(sandbox.Mattermost);
            var limit = shell.Run<ChatRateLimit>("Get-ChatRateLimit").Single();
            Assert.Equal(ChatRateLimitSource.Header, limit.Source);
            Assert.Equal(21, limit.Limit);
            shell.RunClean("1..60 | ForEach-Object { Get-ChatRoom -First 1 }");
            Assert.DoesNotContain(sandbox.Server.Requests, r => r.Status == 429);
            Assert.True(shell.Run<ChatRateLimit>("Get-ChatRateLimit").Single().ThrottledTime > TimeSpan.Zero);
        }
        finally
        {
            sandbox.Mattermost.RateLimits = [];
        }
    }

    [Fact]
    public void Two_runspaces_with_one_token_share_its_budget()
    {
        sandbox.Gitter.RateLimits = [new SandboxRateLimit(20, TimeSpan.FromSeconds(2))];
        try
        {
            using var one = sandbox.Connect(sandbox.Gitter, sandbox.Gitter.Member);
            using var two = sandbox.Connect(sandbox.Gitter, sandbox.Gitter.Member);
            Parallel.Invoke(
                () => one.RunClean("1..30 | ForEach-Object { Get-ChatRoom -First 1 }"),
                () => two.RunClean("1..30 | ForEach-Object { Get-ChatRoom -First 1 }"));
            Assert.Equal(60, sandbox.Server.Requests.Count(r => r.Status == 200));
            Assert.DoesNotContain(sandbox.Server.Requests, r => r.Status == 429);
        }
        finally
        {
            sandbox.Gitter.RateLimits = [];
        }
    }

    private static PSCredential Credential(SandboxAccount account) => new(account.UserName, SandboxFixture.Protect(account.Password));
}
