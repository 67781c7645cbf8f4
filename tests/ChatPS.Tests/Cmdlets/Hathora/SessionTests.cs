using System.Globalization;
using System.Management.Automation;
using System.Text;
using ChatPS.Tests.Client;

namespace ChatPS.Tests.Cmdlets.Hathora;

public sealed class SessionTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Team = "Northwind Games";
    private const string OneTeam = """{"orgs":[{"orgId":"org-1","name":"Example Games","scopes":["builds:read","tokens:read"]}]}""";
    private const string TwoTeams = """{"orgs":[{"orgId":"org-1","name":"One","scopes":["builds:read"]},{"orgId":"org-2","name":"Two","scopes":["tokens:read"]}]}""";

    // ---- Signing in ------------------------------------------------------------------------------------------------------------

    [Fact]
    public void A_developers_token_signs_in_and_says_who_it_is()
    {
        using var shell = new Shell();
        sandbox.Server.ClearRequests();
        var admin = sandbox.Hathora.Admin;
        var session = shell.Run<ChatSession>("Connect-ChatService Hathora $args[0] -Token $args[1]", sandbox.Hathora.BaseUri, SandboxFixture.Protect(admin.Token)).Single();
        Assert.Equal(["GET /orgs/v1"], sandbox.Wire);
        Assert.Equal("Bearer " + admin.Token, sandbox.Server.Requests[^1].Header("Authorization"));
        Assert.Equal((admin.UserId, admin.Email, admin.Email + "@Hathora"), (session.UserId, session.UserName, session.Name));
        // Of several teams none is the token's own.
        Assert.Null(session.Team);
        Assert.Empty(session.Scopes);
        shell.RunClean("Disconnect-ChatService");
        Assert.Single(sandbox.Wire);
    }

    [Fact]
    public void The_token_may_come_from_a_variable_and_the_address_from_the_user()
    {
        using var shell = new Shell();
        shell.RunClean("$env:CHATPS_TEST_HATHORA = $args[0]", sandbox.Hathora.Admin.Token);
        var session = shell.Run<ChatSession>("Connect-ChatService Hathora -Uri $args[0] -TokenVariable CHATPS_TEST_HATHORA", sandbox.Hathora.BaseUri).Single();
        Assert.Equal((sandbox.Hathora.BaseUri, sandbox.Hathora.Admin.UserId), (session.BaseUri, session.UserId));
        var error = shell.Fail("Connect-ChatService Hathora $args[0] -Credential $args[1]", sandbox.Hathora.BaseUri, new PSCredential("x", SandboxFixture.Protect("y")));
        Assert.StartsWith("ChatPS.InvalidRequest", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-Token", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.StartsWith("ChatPS.Unauthorized", shell.Fail(
            "Connect-ChatService Hathora $args[0] -Token $args[1]", sandbox.Hathora.BaseUri, SandboxFixture.Protect("no-such-token")).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_that_says_when_it_ends_is_believed()
    {
        using var server = new ScriptedServer(_ => new(TwoTeams));
        using var shell = new Shell();
        var ends = new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.Zero);
        var session = shell.Connect(server.Uri, token: Jwt($$"""{"sub":"auth0|1","exp":{{ends.ToUnixTimeSeconds()}}}"""));
        Assert.Equal((ends, "auth0|1", "auth0|1"), (session.TokenExpiresAt, session.UserId, session.UserName));
    }

    [Theory]
    [InlineData("an-organizations-token")]
    [InlineData("two.dots.but no JSON")]
    [InlineData("a.bnVsbA.c")]
    public void A_token_that_says_nothing_belongs_to_its_team(string token)
    {
        using var server = new ScriptedServer(_ => new(OneTeam));
        using var shell = new Shell();
        var session = shell.Connect(server.Uri, token: token);
        Assert.Equal(("org-1", "Example Games", "org-1", null), (session.UserId, session.UserName, session.Team, session.TokenExpiresAt));
        Assert.Equal(["builds:read", "tokens:read"], session.Scopes);
    }

    [Theory]
    [InlineData("-Team org-2", "org-2")]
    [InlineData("-Team two", "two")]
    public void The_scopes_are_those_of_the_team_that_was_chosen(string parameters, string team)
    {
        using var server = new ScriptedServer(_ => new(TwoTeams));
        using var shell = new Shell();
        var session = shell.Connect(server.Uri, parameters);
        Assert.Equal(team, session.Team);
        Assert.Equal(["tokens:read"], session.Scopes);
    }

    [Fact]
    public void Test_says_true_or_false()
    {
        using var shell = sandbox.Connect(sandbox.Hathora);
        Assert.True(shell.Run<bool>("Test-ChatService").Single());
        Assert.Equal(["GET /orgs/v1"], sandbox.Wire);
        sandbox.Hathora.Faults.DropNext(10);
        Assert.False(shell.Run<bool>("Test-ChatService -Retry @{ MaxRetries = 0 }").Single());
        sandbox.Hathora.Faults.Clear();
    }

    // ---- What a session falls back to -------------------------------------------------------------------------------------------

    [Fact]
    public void Team_and_app_go_along_until_a_call_names_others()
    {
        using var shell = sandbox.Connect(sandbox.Hathora);
        var teams = shell.Run<ChatTeam>("$teams = Get-ChatTeam; $teams");
        var app = shell.RunClean("$app = Invoke-ChatOperation GetApps -OrgId $teams[0].Id -First 1; $app").Single();
        var (appId, appName) = ((string)app.Properties["appId"].Value, (string)app.Properties["appName"].Value);
        shell.RunClean("Set-ChatSession -Team $args[0] -App $args[1]", Team, appId);
        sandbox.Server.ClearRequests();

        shell.RunClean("$null = Get-ChatBalance; Get-ChatBalance $teams[1]; Get-ChatTeamUser; Get-ChatTeamUser -Team $teams[1].Name");
        Assert.Equal(
            [
                $"GET /billing/v1/balance?orgId={teams[0].Id}", $"GET /billing/v1/balance?orgId={teams[1].Id}",
                $"GET /orgs/v1/{teams[0].Id}/members", $"GET /orgs/v1/{teams[1].Id}/members",
            ],
            sandbox.Wire);

        sandbox.Server.ClearRequests();
        shell.RunClean("$null = Invoke-ChatOperation GetApp; $null = Invoke-ChatOperation GetApps; $null = Invoke-ChatOperation GetApps -OrgId $null; $null = Invoke-ChatOperation GetOrgMembers");
        Assert.Equal([$"GET /apps/v2/apps/{appId}", $"GET /apps/v2/apps?orgId={teams[0].Id}", "GET /apps/v2/apps", $"GET /orgs/v1/{teams[0].Id}/members"], sandbox.Wire);
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("Invoke-ChatOperation GetApp -AppId app-none").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("GET /apps/v2/apps/app-none", sandbox.Wire.Last());

        // Names are as good as ids; what is looked up for a name is the API's own list.
        sandbox.Server.ClearRequests();
        Assert.Equal(appId, shell.RunClean("Set-ChatSession -App $args[0]; (Invoke-ChatOperation GetApp).appId", appName).Single().ToString());
        Assert.Equal([$"GET /apps/v2/apps?orgId={teams[0].Id}", $"GET /apps/v2/apps/{appId}"], sandbox.Wire);
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("Set-ChatSession -Team nobodys; Get-ChatBalance").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_deleted_has_to_be_named()
    {
        using var server = new ScriptedServer(_ => new(OneTeam));
        using var shell = new Shell();
        shell.Connect(server.Uri, "-App app-00000000-0000-0000-0000-000000000001");
        Assert.Contains("AppId", shell.Fail("Invoke-ChatOperation DeleteApp").ToString(), StringComparison.Ordinal);
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Invoke-ChatOperation DeleteApp -Argument @{}").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public void The_only_team_need_not_be_named()
    {
        using var server = new ScriptedServer(r => new(r.Target == "/orgs/v1" ? OneTeam : """{"members":[],"tokens":[]}"""));
        using var shell = new Shell();
        shell.Connect(server.Uri);
        shell.RunClean("Get-ChatTeamUser; Get-ChatToken; Get-ChatToken -Team org-9");
        Assert.Equal(["/orgs/v1/org-1/members", "/tokens/v1/orgs/org-1", "/tokens/v1/orgs/org-9"], server.Requests.Skip(1).Select(r => r.Target));
    }

    [Fact]
    public void Open_operations_get_no_token()
    {
        using var shell = sandbox.Connect(sandbox.Hathora);
        Assert.NotEmpty(shell.RunClean("Invoke-ChatOperation GetPingServiceEndpoints"));
        shell.RunClean("Send-ChatVerificationEmail me");
        Assert.Equal(2, sandbox.Wire.Count());
        Assert.All(sandbox.Server.Requests, r => Assert.Null(r.Header("Authorization")));
        shell.RunClean("Get-ChatTeam");
        Assert.NotNull(sandbox.Server.Requests[^1].Header("Authorization"));
    }

    // ---- Retries ----------------------------------------------------------------------------------------------------------------

    [Fact]
    public void The_terms_of_a_policy_are_those_of_a_session_and_change()
    {
        using var server = new ScriptedServer(_ => new(OneTeam));
        using var shell = new Shell();
        var policy = shell.Connect(server.Uri,
            "-Retry @{ InitialInterval = 0.25; MaxInterval = '0:0:20'; Exponent = 1.5; MaxElapsedTime = [timespan]'0:5:0'; RetryConnectionErrors = $false; MaxRetries = 4 }").Retry;
        Assert.Equal((0.25, 20, 300), (policy.InitialInterval.TotalSeconds, policy.MaxInterval.TotalSeconds, policy.MaxElapsedTime.TotalSeconds));
        Assert.Equal((1.5, false, 4), (policy.Exponent, policy.RetryConnectionErrors, policy.MaxRetries));

        var changed = shell.Run<ChatSession>("Set-ChatSession -Retry @{ RetryConnectionErrors = $true; MaxElapsedTime = 30 } -PassThru").Single().Retry;
        Assert.Equal(policy with { RetryConnectionErrors = true, MaxElapsedTime = TimeSpan.FromSeconds(30) }, changed);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public void Reads_are_repeated_as_often_as_the_session_or_the_call_says(int status)
    {
        var left = 0;
        using var server = new ScriptedServer(r => r.Target == "/orgs/v1" ? new(OneTeam)
            : Interlocked.Decrement(ref left) >= 0 ? new("""{"message":"Not now."}""", status) : new("3.5"));
        using var shell = new Shell();
        shell.Connect(server.Uri, "-Retry @{ InitialInterval = 0.01; MaxRetries = 3 }");
        left = 3;
        Assert.Equal(3.5m, shell.Run<ChatBalance>("Get-ChatBalance").Single().Amount);
        Assert.Equal(5, server.Requests.Count);

        left = 3;
        var error = shell.Fail("Get-ChatBalance -Retry @{ MaxRetries = 1 }");
        Assert.Equal(status, ((ChatException)error.Exception).StatusCode);
        Assert.Equal(7, server.Requests.Count);
        left = 1;
        shell.Fail("Set-ChatSession -Retry @{ MaxRetries = 0 }; Get-ChatBalance");
        Assert.Equal(8, server.Requests.Count);
    }

    [Theory]
    [InlineData(429, 2)]
    [InlineData(500, 1)]
    public void Writes_are_repeated_only_when_they_were_refused_for_the_rate(int status, int requests)
    {
        var left = 0;
        using var server = new ScriptedServer(r => r.Target == "/orgs/v1" ? new(OneTeam)
            : Interlocked.Decrement(ref left) >= 0 ? new("""{"message":"Not now."}""", status)
            : new("""{"plainTextToken":"the-secret-of-it","orgToken":{"orgTokenId":"org-token-1","orgId":"org-1","name":"x"}}""", 201));
        using var shell = new Shell();
        shell.Connect(server.Uri, "-Retry @{ InitialInterval = 0.01; MaxRetries = 3 }");
        left = 1;
        Assert.Equal(requests - 1, shell.Run("New-ChatToken x").Count);
        Assert.Equal(1 + requests, server.Requests.Count);
    }

    [Theory]
    [InlineData("0", 2)]
    [InlineData("3600", 1)]
    public void Retry_after_goes_before_the_policy_as_long_as_there_is_time(string retryAfter, int requests)
    {
        var left = 0;
        using var server = new ScriptedServer(r => r.Target == "/orgs/v1" ? new(OneTeam)
            : Interlocked.Decrement(ref left) >= 0 ? new("""{"message":"Too many requests."}""", 429, Headers: new() { ["Retry-After"] = retryAfter }) : new("3.5"));
        using var shell = new Shell();
        // By the policy's own interval none of it would be begun.
        shell.Connect(server.Uri, "-Retry @{ InitialInterval = 900; MaxInterval = 900; MaxElapsedTime = 60 }");
        left = 1;
        shell.Run("Get-ChatBalance");
        Assert.Equal(1 + requests, server.Requests.Count);
        if (requests == 1)
        {
            var error = Assert.Single(shell.Errors);
            Assert.StartsWith("ChatPS.RateLimited", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Equal(int.Parse(retryAfter, CultureInfo.InvariantCulture), ((ChatException)error.Exception).RetryAfter!.Value.TotalSeconds);
        }
    }

    [Fact]
    public void Without_retry_after_no_wait_is_begun_that_the_time_is_too_short_for()
    {
        using var server = new ScriptedServer(r => r.Target == "/orgs/v1" ? new(OneTeam) : new("""{"message":"Too many requests."}""", 429));
        using var shell = new Shell();
        shell.Connect(server.Uri, "-Retry @{ InitialInterval = 900; MaxInterval = 900; MaxElapsedTime = 60 }");
        var error = shell.Fail("Get-ChatBalance");
        Assert.StartsWith("ChatPS.RateLimited", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Null(((ChatException)error.Exception).RetryAfter);
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData("$true", 2)]
    [InlineData("$false", 1)]
    public void Lost_connections_are_tried_again_unless_told_otherwise(string retry, int requests)
    {
        var left = 1;
        using var server = new PieceServer(async (request, answer) =>
        {
            if (request.Target != "/orgs/v1" && Interlocked.Decrement(ref left) >= 0)
                answer.Cut();
            else
                await answer.WholeAsync(200, "application/json", request.Target == "/orgs/v1" ? OneTeam : "3.5");
        });
        using var shell = new Shell();
        shell.Connect(server.Uri, $"-Retry @{{ InitialInterval = 0.01; RetryConnectionErrors = {retry} }}");
        Assert.Equal(requests - 1, shell.Run("Get-ChatBalance").Count);
        Assert.Equal(1 + requests, server.Requests.Count);
        Assert.Equal(requests == 1 ? ["ChatPS.ConnectionFailed"] : [], shell.Errors.Select(e => e.FullyQualifiedErrorId.Split(',')[0]));
    }

    // ---- Errors -----------------------------------------------------------------------------------------------------------------

    [Theory]
    [InlineData(400, "InvalidRequest", "Correct the value")]
    [InlineData(401, "Unauthorized", "scopes")]
    [InlineData(402, "Forbidden", "Get-ChatPaymentMethod")]
    [InlineData(404, "NotFound", "id or name")]
    [InlineData(408, "Timeout", "-Timeout")]
    [InlineData(410, "NotFound", "Save-ChatLog")]
    [InlineData(422, "InvalidRequest", "Correct the value")]
    [InlineData(429, "RateLimited", "Get-ChatRateLimit")]
    [InlineData(500, "ServerError", "Try again later")]
    public void Errors_tell_all_that_the_server_said(int status, string reason, string advice)
    {
        const string body = """{"message":"This is why.","more":{"of":"it"}}""";
        var error = Fail(status, body, "application/json; charset=utf-8", "This is why.");
        Assert.Equal(("ChatPS." + reason, status, "This is why."), (error.Id, error.Exception.StatusCode, error.Exception.ServerMessage));
        Assert.Equal((body, "application/json; charset=utf-8"), (error.Exception.Body, error.Exception.ContentType));
        Assert.Contains(advice, error.Exception.Advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(418, "InvalidRequest", "text/html", "<html><body>I am a teapot.</body></html>", "I am a teapot.")]
    [InlineData(502, "ServerError", "text/html", "<html><body>Bad gateway</body></html>", "Bad gateway")]
    [InlineData(500, "ServerError", "application/json", """{"message":""", "message")]
    [InlineData(422, "InvalidRequest", "application/json", """["message"]""", "message")]
    [InlineData(404, "NotFound", "application/json", """{"error":"other"}""", "other")]
    [InlineData(503, "ServerError", "text/plain", "", "ServiceUnavailable")]
    public void What_answers_in_the_servers_place_is_told_too(int status, string reason, string type, string body, string said)
    {
        var error = Fail(status, body, type, said);
        Assert.Equal(("ChatPS." + reason, status), (error.Id, error.Exception.StatusCode));
        Assert.Equal((body.Length > 0 ? body : null, type), (error.Exception.Body, error.Exception.ContentType));
        Assert.NotNull(error.Exception.Advice);
    }

    private static (string Id, ChatException Exception) Fail(int status, string body, string type, string said)
    {
        using var server = new ScriptedServer(r => r.Target == "/orgs/v1" ? new(OneTeam) : new(body, status, type));
        using var shell = new Shell();
        shell.Connect(server.Uri, "-Retry @{ MaxRetries = 0 }");
        var error = shell.Fail("Get-ChatBalance");
        Assert.Contains(said, error.ToString(), StringComparison.Ordinal);
        Assert.Contains(status.ToString(CultureInfo.InvariantCulture), error.ToString(), StringComparison.Ordinal);
        return (error.FullyQualifiedErrorId.Split(',')[0], Assert.IsType<ChatException>(error.Exception));
    }

    private static string Jwt(string claims) =>
        $"e30.{Convert.ToBase64String(Encoding.UTF8.GetBytes(claims)).TrimEnd('=').Replace('+', '-').Replace('/', '_')}.signature";
}
