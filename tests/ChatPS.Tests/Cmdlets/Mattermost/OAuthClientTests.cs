using System.Net;
using ChatPS.Sandbox;

namespace ChatPS.Tests.Cmdlets.Mattermost;

public sealed class OAuthClientTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private SandboxRequestRecord Last => sandbox.Server.Requests[^1];

    [Fact]
    public void GetOAuthApps()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var client = shell.Run<ChatOAuthClient>("Get-ChatOAuthClient Dash*").Single();
        Assert.Equal("GET /api/v4/oauth/apps?page=0&per_page=200", sandbox.Wire.First());
        Assert.Equal(("Dashboard", "https://dashboard.example.com", false, "sysadmin", "https://dashboard.example.com/signed-in"),
            (client.Name, client.Homepage, client.IsTrusted, client.Owner, client.RedirectUri));
        Assert.NotNull(client.Secret);
        Assert.Equal(client.Id, shell.Run<ChatOAuthClient>("Get-ChatOAuthClient dashboard").Single().Id);
        sandbox.Server.ClearRequests();
        Assert.Equal("Dashboard", shell.Run<ChatOAuthClient>("Get-ChatOAuthClient $args[0]", client.Id).Single().Name);
        Assert.Equal([$"GET /api/v4/oauth/apps/{client.Id}"], sandbox.Wire);
        var error = shell.Fail("Get-ChatOAuthClient $args[0]", new string('a', 26));
        Assert.Equal("app.oauth.get_app.find.app_error", Assert.IsType<ChatException>(error.Exception).ErrorId);
    }

    [Fact]
    public void GetAuthorizedOAuthAppsForUser()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var client = shell.Run<ChatOAuthClient>("Get-ChatOAuthClient -AuthorizedBy member").Single();
        Assert.Contains($"GET /api/v4/users/{sandbox.Mattermost.Accounts[1].UserId}/oauth/apps/authorized?page=0&per_page=200", sandbox.Wire);
        Assert.Equal(("Dashboard", null), (client.Name, client.Secret));
        Assert.Empty(shell.RunClean("Get-ChatOAuthClient -AuthorizedBy me"));
    }

    [Fact]
    public void CreateOAuthApp()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var client = shell.Run<ChatOAuthClient>("""
            New-ChatOAuthClient Planner https://planner.example.com/a, https://planner.example.com/b -Description 'Plans' -Homepage https://planner.example.com -IconUrl https://planner.example.com/i.png -Trusted
            """).Single();
        Assert.Equal(["POST /api/v4/oauth/apps"], sandbox.Wire);
        Assert.Equal(
            """{"name":"Planner","description":"Plans","callback_urls":["https://planner.example.com/a","https://planner.example.com/b"],"homepage":"https://planner.example.com","icon_url":"https://planner.example.com/i.png","is_trusted":true}""",
            Last.Body);
        Assert.Equal(("Planner", "Plans", true, 2), (client.Name, client.Description, client.IsTrusted, client.RedirectUris.Count));
        Assert.NotNull(client.Secret);
        var error = shell.Fail("New-ChatOAuthClient x https://x.example.com -Homepage nowhere");
        Assert.Equal("model.oauth.is_valid.homepage.app_error", Assert.IsType<ChatException>(error.Exception).ErrorId);
    }

    [Fact]
    public void UpdateOAuthApp_and_RegenerateOAuthAppSecret()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("$it = New-ChatOAuthClient Before https://x.example.com/a -Homepage https://x.example.com -Description d -Trusted");
        sandbox.Server.ClearRequests();
        var id = shell.RunClean("$it.Id").Single();
        Assert.Empty(shell.RunClean("$it | Set-ChatOAuthClient -Name After"));
        Assert.Equal([$"GET /api/v4/oauth/apps/{id}", $"PUT /api/v4/oauth/apps/{id}"], sandbox.Wire);
        var changed = shell.Run<ChatOAuthClient>("Set-ChatOAuthClient After -RedirectUri https://x.example.com/b -Description $null -Trusted:$false -PassThru").Single();
        Assert.Equal(("After", "https://x.example.com/b", null, false, "https://x.example.com"), (changed.Name, changed.RedirectUri, changed.Description, changed.IsTrusted, changed.Homepage));

        sandbox.Server.ClearRequests();
        changed = shell.Run<ChatOAuthClient>("$it | Set-ChatOAuthClient -RotateSecret").Single();
        Assert.Equal([$"POST /api/v4/oauth/apps/{id}/regen_secret"], sandbox.Wire);
        Assert.NotEqual(new NetworkCredential("", changed.Secret).Password, shell.RunClean("ConvertFrom-SecureString $it.Secret -AsPlainText").Single().ToString());
    }

    [Fact]
    public void DeleteOAuthApp()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("$it = New-ChatOAuthClient Gone https://x.example.com/a -Homepage https://x.example.com");
        sandbox.Server.ClearRequests();
        shell.RunClean("$it | Remove-ChatOAuthClient -Force -WhatIf; $it | Set-ChatOAuthClient -Name x -WhatIf; New-ChatOAuthClient x https://x.example.com -WhatIf");
        Assert.Empty(sandbox.Wire);
        shell.RunClean("$it | Remove-ChatOAuthClient -Force");
        Assert.Equal([$"DELETE /api/v4/oauth/apps/{shell.RunClean("$it.Id").Single()}"], sandbox.Wire);
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("Remove-ChatOAuthClient Gone -Force").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Members_may_not()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost, sandbox.Mattermost.Accounts[1]);
        Assert.StartsWith("ChatPS.Forbidden", shell.Fail("Get-ChatOAuthClient").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("Dashboard", shell.Run<ChatOAuthClient>("Get-ChatOAuthClient -AuthorizedBy me").Single().Name);
    }

    [Fact]
    public void An_application_without_a_homepage_is_refused()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var error = shell.Fail("New-ChatOAuthClient x https://x.example.com");
        Assert.Contains("-Homepage", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Theory]
    [InlineData("Get-ChatOAuthClient -AuthorizedBy x", "NotSupported")]
    [InlineData("New-ChatOAuthClient a https://a.example.com -Homepage https://a.example.com", "NotSupported")]
    [InlineData("New-ChatOAuthClient a https://a.example.com, https://b.example.com", "InvalidRequest")]
    [InlineData("Set-ChatOAuthClient a -Trusted", "NotSupported")]
    public void What_Heroku_has_no_place_for_is_refused(string script, string reason)
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        Assert.StartsWith("ChatPS." + reason, shell.Fail(script).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
