using System.Net;
using ChatPS.Sandbox;

namespace ChatPS.Tests.Cmdlets.Hathora;

public sealed class TokenTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Team = "Northwind Games";

    private SandboxRequestRecord Last => sandbox.Server.Requests[^1];

    [Fact]
    public void GetOrgTokens()
    {
        var (shell, id) = sandbox.ConnectToTeam();
        using var _ = shell;
        var tokens = shell.Run<ChatToken>("Get-ChatToken");
        Assert.Equal([$"GET /tokens/v1/orgs/{id}"], sandbox.Wire);
        var ci = tokens.Single(t => t.Description == "ci");
        Assert.Equal((id, "active", null), (ci.TeamId, ci.Status, ci.Token));
        Assert.Equal(["builds:read-write", "deployments:read-write"], ci.Scope);
        Assert.Equal(4, ci.LastFour!.Length);
        Assert.NotNull(ci.CreatedBy);
        Assert.NotNull(ci.CreatedAt);
        Assert.Contains(tokens, t => t.Status == "revoked" && t.Scope.SequenceEqual(["admin"]));

        Assert.Equal(ci.Id, shell.Run<ChatToken>("Get-ChatToken c*").Single().Id);
        Assert.Equal(ci.Id, shell.Run<ChatToken>("Get-ChatToken $args[0]", ci.Id).Single().Id);
        Assert.Equal(ci.Id, shell.Run<ChatToken>("$args[0] | Get-ChatToken", ci).Single().Id);
        Assert.All(shell.Run<ChatToken>("$team | Get-ChatToken -First 2"), t => Assert.Equal(id, t.TeamId));
        var other = shell.Run<ChatToken>("Get-ChatToken -Team (Get-ChatTeam)[1].Name");
        Assert.All(other, t => Assert.NotEqual(id, t.TeamId));
        Assert.Equal("none-such", shell.Fail("Get-ChatToken none-such").TargetObject);
    }

    [Fact]
    public void CreateOrgToken()
    {
        var (shell, id) = sandbox.ConnectToTeam();
        using var _ = shell;
        var token = shell.Run<ChatToken>("$token = New-ChatToken nightly -Scope builds:read-write, processes:read -Verbose; $token").Single();
        Assert.Equal([$"POST /tokens/v1/orgs/{id}/create"], sandbox.Wire);
        Assert.Equal("""{"name":"nightly","scopes":["builds:read-write","processes:read"]}""", Last.Body);
        Assert.Equal((id, "nightly", "active"), (token.TeamId, token.Description, token.Status));
        Assert.Equal(["builds:read-write", "processes:read"], token.Scope);

        // What came is good for signing in, and nothing shows it.
        var secret = new NetworkCredential("", token.Token).Password;
        Assert.EndsWith(token.LastFour!, secret, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, shell.Spoken, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, string.Join('\n', shell.RunClean("$token").SelectMany(o => o.Properties.Select(p => $"{p.Value}"))), StringComparison.Ordinal);
        var session = shell.Run<ChatSession>("Connect-ChatService Hathora $args[0] -Token $token.Token -Name nightly -NoDefault", sandbox.Hathora.BaseUri).Single();
        Assert.Equal((id, Team), (session.Team, session.UserName));
        Assert.Equal(token.Scope, session.Scopes);

        shell.RunClean("$null = New-ChatToken everything");
        Assert.Equal("""{"name":"everything"}""", Last.Body);
        shell.RunClean("$null = New-ChatToken -Description everything -Scope admin -Team $args[0]", Team);
        Assert.Equal("""{"name":"everything","scopes":"admin"}""", Last.Body);
    }

    [Theory]
    [InlineData("New-ChatToken", "ChatPS.InvalidRequest")]
    [InlineData("New-ChatToken ('x' * 65)", "ChatPS.InvalidRequest")]
    [InlineData("New-ChatToken x -ExpiresIn 60", "ChatPS.NotSupported")]
    [InlineData("New-ChatToken x -Client some-client", "ChatPS.NotSupported")]
    [InlineData("New-ChatToken -RefreshToken $args[0] -ClientSecret $args[0]", "ChatPS.NotSupported")]
    [InlineData("Set-ChatToken x -Description y", "ChatPS.NotSupported")]
    public void What_a_token_cannot_be_is_refused_before_it_is_asked_for(string script, string id)
    {
        var (shell, _) = sandbox.ConnectToTeam();
        using var __ = shell;
        Assert.StartsWith(id, shell.Fail(script, SandboxFixture.Protect("some-secret")).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void A_scope_that_is_none_is_the_servers_clear_error()
    {
        var (shell, _) = sandbox.ConnectToTeam();
        using var __ = shell;
        var error = shell.Fail("New-ChatToken x -Scope build:write");
        Assert.StartsWith("ChatPS.InvalidRequest", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("builds:read-write", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("x", error.TargetObject);
    }

    [Fact]
    public void RevokeOrgToken()
    {
        var (shell, id) = sandbox.ConnectToTeam();
        using var _ = shell;
        var tokens = shell.Run<ChatToken>("$tokens = 'gone-a', 'gone-b' | New-ChatToken -Scope builds:read; $tokens");
        sandbox.Server.ClearRequests();
        shell.RunClean("$tokens | Remove-ChatToken -WhatIf; 'x' | New-ChatToken -WhatIf");
        Assert.Empty(sandbox.Wire);
        Assert.Empty(shell.RunClean("$tokens[0] | Remove-ChatToken -Force"));
        Assert.Equal([$"POST /tokens/v1/orgs/{id}/tokens/{tokens[0].Id}/revoke"], sandbox.Wire);

        var error = shell.Fail("'org-token-none', $tokens[1] | Remove-ChatToken -Force");
        Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("org-token-none", error.TargetObject);
        Assert.Equal(["revoked", "revoked"], shell.Run<ChatToken>("Get-ChatToken gone-*").Select(t => t.Status));
        Assert.StartsWith("ChatPS.Unauthorized", shell.Fail(
            "Connect-ChatService Hathora $args[0] -Token $tokens[0].Token", sandbox.Hathora.BaseUri).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_that_was_not_revoked_is_an_error()
    {
        using var server = new Client.ScriptedServer(r => r.Method == "GET" ? new("""{"orgs":[{"orgId":"org-1"}]}""") : new("false"));
        using var shell = new Shell();
        shell.Connect(server.Uri);
        var error = shell.Fail("Remove-ChatToken org-token-1 -Force");
        Assert.StartsWith("ChatPS.Conflict", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("org-token-1", error.TargetObject);
        Assert.Equal("/tokens/v1/orgs/org-1/tokens/org-token-1/revoke", server.Requests.Last().Target);
    }

    [Theory]
    [InlineData("Get-ChatToken -Team ops")]
    [InlineData("New-ChatToken x -Scope read -Team ops")]
    [InlineData("Remove-ChatToken x -Team ops -Force")]
    public void Heroku_has_no_tokens_of_teams(string script)
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var error = shell.Fail(script);
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-Team", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void Scopes_are_completed_by_the_platform()
    {
        using var shell = sandbox.Connect(sandbox.Hathora);
        const string complete = "([System.Management.Automation.CommandCompletion]::CompleteInput($args[0], $args[0].Length, $null)).CompletionMatches.CompletionText";
        string[] Of(string line) => [.. shell.RunClean(complete, line).Select(c => c.ToString())];

        Assert.Equal(["builds:read", "builds:read-write"], Of("New-ChatToken x -Scope bui"));
        Assert.Equal(19, Of("New-ChatToken x -Scope ").Length);
        Assert.Equal(18, Of("Send-ChatInvite x@example.com -Scope ").Length);
        Assert.Equal(["admin", "member", "viewer"], Of("Set-ChatInvite x@example.com -Role "));
        shell.RunClean("$null = Connect-ChatService Heroku $args[0] -Token $args[1]", sandbox.Heroku.BaseUri, SandboxFixture.Protect(sandbox.Heroku.Admin.Token));
        Assert.Equal(["write", "write-protected"], Of("New-ChatToken x -Scope wri"));
        Assert.Equal(["admin", "collaborator", "member", "owner"], Of("Send-ChatInvite x@example.com -Role "));
        Assert.Equal(19, Of($"New-ChatToken x -Session '{sandbox.Hathora.Admin.Email}@Hathora' -Scope ").Length);
    }
}
