using System.Net;
using ChatPS.Sandbox;

namespace ChatPS.Tests.Cmdlets.Mattermost;

public sealed class TokenTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private SandboxRequestRecord Last => sandbox.Server.Requests[^1];

    [Fact]
    public void CreateUserAccessToken()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var token = shell.Run<ChatToken>("New-ChatToken 'ci deploys'").Single();
        Assert.Equal([$"POST /api/v4/users/{sandbox.Mattermost.Admin.UserId}/tokens"], sandbox.Wire);
        Assert.Equal("""{"description":"ci deploys"}""", Last.Body);
        Assert.Equal(("ci deploys", "active", "sysadmin"), (token.Description, token.Status, token.UserName));
        var session = shell.Run<ChatSession>("Connect-ChatService Mattermost $args[0] -Token $args[1] -Name other", sandbox.Mattermost.BaseUri, token.Token!).Single();
        Assert.Equal("sysadmin", session.UserName);

        var own = shell.Run<ChatToken>("New-ChatToken -User member -Description x").Single();
        Assert.Equal(sandbox.Mattermost.Accounts[1].UserId, own.UserId);
        Assert.Equal(2, shell.RunClean("Get-ChatUser deploybot, standupbot | New-ChatToken -Description y").Count);
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Get-ChatUser member | New-ChatToken").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void GetUserAccessTokens()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("$it = New-ChatToken -User deploybot 'listed'");
        sandbox.Server.ClearRequests();
        var all = shell.Run<ChatToken>("Get-ChatToken");
        Assert.Equal("GET /api/v4/users/tokens?page=0&per_page=200", sandbox.Wire.First());
        // Whose they are comes with one request for all.
        Assert.Single(sandbox.Wire, "POST /api/v4/users/ids");
        Assert.Contains(all, t => t is { Description: "listed", UserName: "deploybot", Token: null, Status: "active" });
        Assert.Equal("listed", shell.Run<ChatToken>("Get-ChatToken list*").Single().Description);

        sandbox.Server.ClearRequests();
        Assert.Equal("listed", shell.Run<ChatToken>("Get-ChatToken -User deploybot | Where-Object Description -eq listed").Single().Description);
        Assert.Contains(sandbox.Wire, w => w.EndsWith("/tokens?page=0&per_page=200", StringComparison.Ordinal) && w.Contains("/users/", StringComparison.Ordinal));
        Assert.Contains("listed", shell.Run<ChatToken>("Get-ChatBot deploybot | Get-ChatToken").Select(t => t.Description));
        Assert.Contains("sandbox", shell.Run<ChatToken>("Get-ChatUser -Me | Get-ChatToken").Select(t => t.Description));

        var one = shell.Run<ChatToken>("$it | Get-ChatToken").Single();
        Assert.Contains($"GET /api/v4/users/tokens/{one.Id}", sandbox.Wire);
        Assert.Equal(("listed", "deploybot"), (one.Description, one.UserName));
        var error = shell.Fail("Get-ChatToken $args[0]", new string('a', 26));
        Assert.Equal("app.user_access_token.get_by_user.app_error", Assert.IsType<ChatException>(error.Exception).ErrorId);
    }

    [Fact]
    public void SearchUserAccessTokens()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("New-ChatToken -User standupbot 'found' | Out-Null");
        sandbox.Server.ClearRequests();
        Assert.Contains("found", shell.Run<ChatToken>("Get-ChatToken -Search standup").Select(t => t.Description));
        Assert.Equal("POST /api/v4/users/tokens/search", sandbox.Wire.First());
        Assert.Empty(shell.RunClean("Get-ChatToken -Search nobody-at-all"));
    }

    [Fact]
    public void DisableUserAccessToken_and_EnableUserAccessToken()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("$it = New-ChatToken -User deploybot 'switched'");
        sandbox.Server.ClearRequests();
        Assert.Equal("disabled", shell.Run<ChatToken>("$it | Set-ChatToken -Active:$false -PassThru").Single().Status);
        Assert.Equal("POST /api/v4/users/tokens/disable", sandbox.Wire.First());
        Assert.StartsWith("ChatPS.Unauthorized", shell.Fail(
            "Connect-ChatService Mattermost $args[0] -Token $it.Token -Name other -ErrorAction Stop", sandbox.Mattermost.BaseUri).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(shell.RunClean("Set-ChatToken $it.Id -Active"));
        Assert.Contains("POST /api/v4/users/tokens/enable", sandbox.Wire);
        Assert.Equal("active", shell.Run<ChatToken>("$it | Get-ChatToken").Single().Status);
    }

    [Fact]
    public void RevokeUserAccessToken()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("$them = 1..2 | ForEach-Object { New-ChatToken -User deploybot \"gone $_\" }");
        sandbox.Server.ClearRequests();
        shell.RunClean("$them | Remove-ChatToken -Force -WhatIf; $them | Set-ChatToken -Active -WhatIf; New-ChatToken x -WhatIf");
        Assert.Empty(sandbox.Wire);
        shell.RunClean("$them | Remove-ChatToken -Force");
        Assert.Equal(["POST /api/v4/users/tokens/revoke", "POST /api/v4/users/tokens/revoke"], sandbox.Wire);
        Assert.Equal($$"""{"token_id":"{{shell.RunClean("$them[1].Id").Single()}}"}""", Last.Body);
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("$them[0] | Remove-ChatToken -Force").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_secret_is_seen_nowhere_but_in_the_object()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("$it = New-ChatToken hidden -Verbose -Debug");
        var secret = new NetworkCredential("", shell.Run<ChatToken>("$it").Single().Token).Password;
        Assert.DoesNotContain(secret, shell.Spoken, StringComparison.Ordinal);
        Assert.Null(shell.RunClean("$it").Single().Properties["IsActive"]);
    }

    [Theory]
    [InlineData("New-ChatToken", "InvalidRequest", "-Description")]
    [InlineData("New-ChatToken x -Scope y", "NotSupported", "-Scope")]
    [InlineData("New-ChatToken x -ExpiresIn 60", "NotSupported", "-ExpiresIn")]
    [InlineData("New-ChatToken x -Team y", "NotSupported", "-Team")]
    [InlineData("Get-ChatToken -Team y", "NotSupported", "-Team")]
    [InlineData("Remove-ChatToken x -Team y -Force", "NotSupported", "-Team")]
    [InlineData("Set-ChatToken x -Description y", "NotSupported", "-Description")]
    [InlineData("Set-ChatToken x -Regenerate", "NotSupported", "-Regenerate")]
    public void What_cannot_be_is_refused(string script, string reason, string advice)
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var error = shell.Fail(script);
        Assert.StartsWith("ChatPS." + reason, error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(advice, error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Theory]
    [InlineData("Get-ChatToken -User x")]
    [InlineData("Get-ChatToken -Search x")]
    [InlineData("New-ChatToken -Scope global -User x")]
    [InlineData("Set-ChatToken x -Active")]
    public void What_Heroku_has_no_place_for_is_refused(string script)
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(script).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
