using System.Net;
using System.Security;
using ChatPS.Sandbox;

namespace ChatPS.Tests.Cmdlets;

public sealed class ChatOAuthClientTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private SandboxRequestRecord Last => sandbox.Server.Requests[^1];

    [Fact]
    public void OAuthClientList()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var client = shell.Run<ChatOAuthClient>("Get-ChatOAuthClient -First 1").Single();
        Assert.Equal(["GET /oauth/clients"], sandbox.Wire);
        Assert.Equal("id ..; max=1", Last.Header("Range"));
        Assert.Contains(client.Id, shell.Run<ChatOAuthClient>("Get-ChatOAuthClient *$($args[0])", client.Name[^4..]).Select(c => c.Id));
    }

    [Fact]
    public void OAuthClientInfo()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        shell.RunClean("$client = New-ChatOAuthClient info https://info.example.com/cb");
        var client = shell.Run<ChatOAuthClient>("[pscustomobject]@{ OAuthClientId = $client.Id } | Get-ChatOAuthClient").Single();
        Assert.Equal($"GET /oauth/clients/{client.Id}", sandbox.Wire.Last());
        Assert.Equal(("info", "https://info.example.com/cb"), (client.Name, client.RedirectUri));
        Assert.Equal(client.Id, shell.Run<ChatOAuthClient>("$client | Get-ChatOAuthClient").Single().Id);
    }

    [Fact]
    public void OAuthClientCreate()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var client = shell.Run<ChatOAuthClient>("$client = New-ChatOAuthClient board https://board.example.com/cb; $client").Single();
        Assert.Equal(["POST /oauth/clients"], sandbox.Wire);
        Assert.Equal("""{"name":"board","redirect_uri":"https://board.example.com/cb"}""", Last.Body);
        var secret = Plain(client.Secret);
        Assert.NotEmpty(secret);
        Assert.All(shell.RunClean("$client").Single().Properties, p => Assert.DoesNotContain(secret, $"{p.Value}", StringComparison.Ordinal));

        var rows = shell.Run("[pscustomobject]@{ Name = 'row-a'; RedirectUri = 'https://a.example.com' }, "
            + "[pscustomobject]@{ Name = 'row-b'; RedirectUri = 'not an address' }, [pscustomobject]@{ Name = 'row-c'; RedirectUri = 'https://c.example.com' } | New-ChatOAuthClient");
        Assert.Equal(["row-a", "row-c"], rows.Select(r => ((ChatOAuthClient)r.BaseObject).Name));
        Assert.Equal("row-b", Assert.Single(shell.Errors).TargetObject);
    }

    [Fact]
    public void OAuthClientUpdate()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var client = shell.Run<ChatOAuthClient>("$client = New-ChatOAuthClient old https://old.example.com; $client").Single();
        Assert.Empty(shell.RunClean("$client | Set-ChatOAuthClient -Name new"));
        Assert.Equal($"PATCH /oauth/clients/{client.Id}", sandbox.Wire.Last());
        Assert.Equal("""{"name":"new"}""", Last.Body);
        Assert.Equal("https://new.example.com", shell.Run<ChatOAuthClient>("Set-ChatOAuthClient $client -RedirectUri https://new.example.com -PassThru").Single().RedirectUri);

        // The new secret comes even if nobody asked to see the client.
        var rotated = shell.Run<ChatOAuthClient>("Set-ChatOAuthClient $client.Id -RotateSecret").Single();
        Assert.Equal($"POST /oauth/clients/{client.Id}/actions/rotate-credentials", sandbox.Wire.Last());
        Assert.NotEqual(Plain(client.Secret), Plain(rotated.Secret));
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Set-ChatOAuthClient $client").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void OAuthClientDelete()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        shell.RunClean("$clients = 'gone-a', 'gone-b' | New-ChatOAuthClient -RedirectUri https://gone.example.com");
        sandbox.Server.ClearRequests();
        shell.RunClean("$clients | Remove-ChatOAuthClient -WhatIf; $clients | Set-ChatOAuthClient -RotateSecret -WhatIf; New-ChatOAuthClient x https://x.example.com -WhatIf");
        Assert.Empty(sandbox.Wire);
        var error = shell.Fail("$clients[0], 'none-such', $clients[1] | Remove-ChatOAuthClient -Force");
        Assert.Equal("none-such", error.TargetObject);
        Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(3, sandbox.Wire.Count(w => w.StartsWith("DELETE /oauth/clients/", StringComparison.Ordinal)));
        Assert.Empty(shell.RunClean("Get-ChatOAuthClient gone-*"));
    }

    [Fact]
    public void Other_platforms_have_none()
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        foreach (var script in new[]
        {
            "Get-ChatOAuthClient", "New-ChatOAuthClient x https://x.example.com", "Set-ChatOAuthClient x -Name y", "Remove-ChatOAuthClient x -Force",
        })
            Assert.StartsWith("ChatPS.NotSupported", shell.Fail(script).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    private static string Plain(SecureString? secret) => new NetworkCredential("", secret).Password;
}
