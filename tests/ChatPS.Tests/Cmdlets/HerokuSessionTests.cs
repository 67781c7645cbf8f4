using System.Management.Automation;
using System.Text;
using ChatPS.Sandbox;

namespace ChatPS.Tests.Cmdlets;

public sealed class HerokuSessionTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private SandboxService Heroku => sandbox.Heroku;

    [Fact]
    public void An_address_and_a_key_sign_in_as_they_are()
    {
        using var shell = new Shell();
        sandbox.Server.ClearRequests();
        var session = shell.Run<ChatSession>("Connect-ChatService Heroku $args[0] -Credential $args[1]", Heroku.BaseUri, Key(Heroku.Admin)).Single();
        Assert.Equal((Heroku.Admin.UserId, Heroku.Admin.Email), (session.UserId, session.UserName));
        Assert.Equal(["GET /account"], sandbox.Wire);
        var sent = sandbox.Server.Requests[^1].Header("Authorization")!;
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Heroku.Admin.Email}:{Heroku.Admin.Token}")), sent);
        shell.RunClean("Disconnect-ChatService");
        Assert.Equal("GET /account", sandbox.Wire.Last());
    }

    [Fact]
    public void A_second_factor_is_asked_for_and_spent_on_a_token_of_the_sessions_own()
    {
        using var shell = new Shell();
        var account = Heroku.Accounts.Single(a => a.Role == "mfa");
        var error = shell.Fail("Connect-ChatService Heroku $args[0] -Credential $args[1]", Heroku.BaseUri, Key(account));
        Assert.StartsWith("ChatPS.Forbidden", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("two_factor", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Contains("-TwoFactorCode", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);

        sandbox.Server.ClearRequests();
        var session = shell.Run<ChatSession>("Connect-ChatService Heroku $args[0] -Credential $args[1] -TwoFactorCode $args[2]",
            Heroku.BaseUri, Key(account), SandboxFixture.Protect(account.MfaToken!)).Single();
        Assert.Equal(account.Email, session.UserName);
        Assert.NotNull(session.TokenExpiresAt);
        Assert.Equal(["POST /oauth/authorizations", "GET /account"], sandbox.Wire);
        Assert.Equal(account.MfaToken, sandbox.Server.Requests[0].Header("Heroku-Two-Factor-Code"));
        Assert.Null(sandbox.Server.Requests[1].Header("Heroku-Two-Factor-Code"));
        shell.RunClean("Get-ChatApp -First 1");

        shell.RunClean("Disconnect-ChatService");
        Assert.StartsWith("DELETE /oauth/authorizations/", sandbox.Wire.Last(), StringComparison.Ordinal);
        var token = sandbox.Server.Requests[1].Header("Authorization")!.Split(' ')[1];
        Assert.StartsWith("ChatPS.Unauthorized",
            shell.Fail("Connect-ChatService Heroku $args[0] -Token $args[1]", Heroku.BaseUri, SandboxFixture.Protect(token)).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void With_a_token_the_code_goes_with_the_requests_and_can_be_changed()
    {
        using var shell = new Shell();
        var account = Heroku.Accounts.Single(a => a.Role == "mfa");
        shell.RunClean("$null = Connect-ChatService Heroku $args[0] -Token $args[1] -TwoFactorCode $args[2]",
            Heroku.BaseUri, SandboxFixture.Protect(account.Token), SandboxFixture.Protect(account.MfaToken!));
        shell.RunClean("Get-ChatApp -First 1");
        shell.RunClean("Set-ChatSession -TwoFactorCode $null");
        Assert.StartsWith("ChatPS.Forbidden", shell.Fail("Get-ChatApp -First 1").FullyQualifiedErrorId, StringComparison.Ordinal);
        shell.RunClean("Set-ChatSession -TwoFactorCode $args[0]", SandboxFixture.Protect(account.MfaToken!));
        shell.RunClean("Get-ChatApp -First 1 -Verbose");
        Assert.DoesNotContain(account.MfaToken!, shell.Spoken, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_of_the_oauth_page_is_exchanged_renewed_and_revoked()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var server = SandboxServer.Start(new SandboxOptions { Platforms = ["Heroku"], Size = SandboxSize.Small, TimeProvider = clock });
        var heroku = server["Heroku"];
        using var shell = new Shell();
        shell.RunClean("$null = Connect-ChatService Heroku $args[0] -Token $args[1] -Name owner", heroku.BaseUri, SandboxFixture.Protect(heroku.Admin.Token));
        shell.RunClean("""
            $client = Invoke-ChatOperation OauthClientCreate -Session owner -Argument @{ name = 'tests'; redirect_uri = 'https://tests.example.com/' }
            $grant = Invoke-ChatOperation OauthAuthorizationCreate -Session owner -Argument @{ scope = @('global'); client = $client.id }
            $secret = $args[0].Invoke($client.secret)
            $code = $args[0].Invoke($grant.grant.code)
            """, (Func<string, System.Security.SecureString>)SandboxFixture.Protect);
        server.ClearRequests();
        var session = shell.Run<ChatSession>("Connect-ChatService Heroku $args[0] -AuthorizationCode $code -ClientSecret $secret", heroku.BaseUri).Single();
        Assert.Equal(["POST /oauth/tokens", "GET /account"], server.Requests.Select(r => $"{r.Method} {r.Target}"));
        Assert.Null(server.Requests[0].Header("Authorization"));
        Assert.Contains("\"type\":\"authorization_code\"", server.Requests[0].Body, StringComparison.Ordinal);
        Assert.NotNull(session.TokenExpiresAt);
        var first = server.Requests[1].Header("Authorization");

        // The server ends the token, of which the session's own clock knows nothing: it is renewed after a 401.
        clock.Advance(TimeSpan.FromDays(1));
        server.ClearRequests();
        shell.RunClean("Get-ChatApp -First 1");
        Assert.Equal(["GET /apps", "POST /oauth/tokens", "GET /apps"], server.Requests.Select(r => $"{r.Method} {r.Target}"));
        Assert.Contains("\"type\":\"refresh_token\"", server.Requests[1].Body, StringComparison.Ordinal);
        Assert.NotEqual(first, server.Requests[2].Header("Authorization"));

        shell.RunClean("Disconnect-ChatService");
        Assert.StartsWith("DELETE /oauth/tokens/", $"{server.Requests[^1].Method} {server.Requests[^1].Target}", StringComparison.Ordinal);
    }

    private static PSCredential Key(SandboxAccount account) => new(account.Email, SandboxFixture.Protect(account.Token));
}
