using System.Net;
using System.Security;
using ChatPS.Sandbox;

namespace ChatPS.Tests.Cmdlets;

public sealed class ChatTokenTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private SandboxRequestRecord Last => sandbox.Server.Requests[^1];

    [Fact]
    public void OAuthAuthorizationList()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        shell.RunClean("$null = 'list-a', 'list-b' | New-ChatToken -Scope read");
        sandbox.Server.ClearRequests();
        Assert.Equal(["list-a", "list-b"], shell.Run<ChatToken>("Get-ChatToken list-*").Select(t => t.Description).Order());
        Assert.Equal(["GET /oauth/authorizations"], sandbox.Wire);
        Assert.Single(shell.Run<ChatToken>("Get-ChatToken -First 1"));
        Assert.Equal("id ..; max=1", Last.Header("Range"));
    }

    [Fact]
    public void OAuthAuthorizationInfo()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        shell.RunClean("$token = New-ChatToken info -Scope read");
        var token = shell.Run<ChatToken>("$token | Get-ChatToken").Single();
        Assert.Equal($"GET /oauth/authorizations/{token.Id}", sandbox.Wire.Last());
        Assert.Equal(token.Id, shell.Run<ChatToken>("[pscustomobject]@{ TokenId = $args[0] } | Get-ChatToken", token.Id).Single().Id);
        Assert.Equal(("info", sandbox.Heroku.Admin.Email), (token.Description, token.UserName));
    }

    [Fact]
    public void OAuthAuthorizationCreate()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var before = DateTimeOffset.UtcNow;
        var token = shell.Run<ChatToken>("$token = New-ChatToken 'ci deploys' -Scope read, write -ExpiresIn 7200; $token").Single();
        Assert.Equal(["POST /oauth/authorizations"], sandbox.Wire);
        Assert.Equal("""{"scope":["read","write"],"description":"ci deploys","expires_in":7200}""", Last.Body);
        Assert.Equal(["read", "write"], token.Scope);
        Assert.InRange(token.ExpiresAt!.Value, before.AddSeconds(7190), DateTimeOffset.UtcNow.AddSeconds(7210));

        // What came is good for signing in, and nothing shows it.
        Assert.StartsWith("HRKU-", Plain(token.Token), StringComparison.Ordinal);
        Assert.DoesNotContain("HRKU-", Shown(shell, "$token"), StringComparison.Ordinal);
        Assert.Equal(sandbox.Heroku.Admin.Email, shell.Run<ChatSession>("Connect-ChatService Heroku $args[0] -Token $token.Token -Name other", sandbox.Heroku.BaseUri).Single().UserName);
    }

    [Theory]
    [InlineData("-ExpiresIn 0:30:0", ",\"expires_in\":1800")]
    [InlineData("-ExpiresIn $null", ",\"expires_in\":null")]
    [InlineData("", "")]
    public void Not_given_differs_from_nothing(string parameters, string sent)
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        shell.RunClean($"$null = New-ChatToken -Scope global {parameters}");
        Assert.Equal($$"""{"scope":["global"]{{sent}}}""", Last.Body);
    }

    [Fact]
    public void A_scope_is_not_left_to_chance()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var error = shell.Fail("New-ChatToken everything");
        Assert.StartsWith("ChatPS.InvalidRequest", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-Scope", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        shell.RunClean("New-ChatToken everything -Scope global -WhatIf");
        Assert.Empty(sandbox.Wire);
        Assert.Equal(["write", "write-protected"], shell.RunClean(
            "([System.Management.Automation.CommandCompletion]::CompleteInput('New-ChatToken -Scope wri', 24, $null)).CompletionMatches.CompletionText").Select(c => c.ToString()));
    }

    [Fact]
    public void OAuthTokenCreate()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        shell.RunClean("$client = New-ChatOAuthClient board https://board.example.com/callback");
        var code = shell.Run<ChatToken>("$code = New-ChatToken -Client $client -Scope identity; $code").Single();
        var (clientId, secret) = (code.ClientId, Plain((SecureString)shell.RunClean("$client.Secret").Single().BaseObject));
        Assert.Equal($$"""{"scope":["identity"],"client":"{{clientId}}"}""", Last.Body);
        Assert.Equal(("board", "https://board.example.com/callback"), (code.ClientName, code.ClientRedirectUri));
        Assert.Null(code.Token);

        var token = shell.Run<ChatToken>("$token = $code | New-ChatToken -ClientSecret $client.Secret; $token").Single();
        Assert.Equal("POST /oauth/tokens", sandbox.Wire.Last());
        Assert.Equal($$$"""{"grant":{"type":"authorization_code","code":"{{{Plain(code.AuthorizationCode)}}}"},"client":{"secret":"{{{secret}}}"},"refresh_token":{}}""", Last.Body);
        Assert.Null(Last.Header("Authorization"));
        Assert.Equal(code.Id, token.Id);
        Assert.NotNull(token.ExpiresAt);

        var next = shell.Run<ChatToken>("New-ChatToken -RefreshToken $token.RefreshToken -ClientSecret $client.Secret").Single();
        Assert.Equal($$$"""{"grant":{"type":"refresh_token"},"client":{"secret":"{{{secret}}}"},"refresh_token":{"token":"{{{Plain(token.RefreshToken)}}}"}}""", Last.Body);
        Assert.NotEqual(Plain(token.Token), Plain(next.Token));
        var all = Shown(shell, "$code, $token");
        foreach (var hidden in new[] { secret, Plain(code.AuthorizationCode), Plain(token.Token), Plain(token.RefreshToken) })
            Assert.DoesNotContain(hidden, all, StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_is_renamed_and_renewed()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var token = shell.Run<ChatToken>("$token = New-ChatToken first -Scope read; $token").Single();
        Assert.Empty(shell.RunClean("$token | Set-ChatToken -Description second"));
        Assert.Equal($"PATCH /oauth/authorizations/{token.Id}", sandbox.Wire.Last());
        Assert.Equal("""{"description":"second","client":{}}""", Last.Body);

        shell.RunClean("$client = New-ChatOAuthClient of-token https://board.example.com/callback");
        var changed = shell.Run<ChatToken>("Set-ChatToken $token -Client $client -ClientSecret $client.Secret -PassThru").Single();
        Assert.Equal(("second", "of-token"), (changed.Description, changed.ClientName));

        var renewed = shell.Run<ChatToken>("Set-ChatToken $token -Regenerate").Single();
        Assert.Equal($"POST /oauth/authorizations/{token.Id}/actions/regenerate-tokens", sandbox.Wire.Last());
        Assert.NotEqual(Plain(token.Token), Plain(renewed.Token));
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Set-ChatToken $token").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void OAuthAuthorizationDelete()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        shell.RunClean("$tokens = 'gone-a', 'gone-b' | New-ChatToken -Scope read");
        sandbox.Server.ClearRequests();
        shell.RunClean("$tokens | Remove-ChatToken -WhatIf; $tokens[0] | Set-ChatToken -Regenerate -WhatIf");
        Assert.Empty(sandbox.Wire);
        var error = shell.Fail("$tokens[0], 'none-such', $tokens[1] | Remove-ChatToken -Force -ThrottleLimit 2");
        Assert.Equal("none-such", error.TargetObject);
        Assert.Equal(3, sandbox.Wire.Count(w => w.StartsWith("DELETE /oauth/authorizations/", StringComparison.Ordinal)));
        Assert.Empty(shell.RunClean("Get-ChatToken gone-*"));
    }

    [Fact]
    public void Other_platforms_have_no_tokens_here()
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        foreach (var script in new[]
        {
            "Get-ChatToken", "New-ChatToken x", "Set-ChatToken x -Description y", "Remove-ChatToken x -Force",
            "$s = [securestring]::new(); $s.AppendChar('x'); New-ChatToken -RefreshToken $s -ClientSecret $s",
        })
            Assert.StartsWith("ChatPS.NotSupported", shell.Fail(script).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    private static string Plain(SecureString? secret) => new NetworkCredential("", secret).Password;

    /// <summary>All that an object's properties say, as far as text can.</summary>
    private static string Shown(Shell shell, string script) => string.Join('\n', shell.RunClean(script)
        .SelectMany(item => item.Properties.Select(property => $"{property.Name}={property.Value}").Append(item.ToString())));
}
