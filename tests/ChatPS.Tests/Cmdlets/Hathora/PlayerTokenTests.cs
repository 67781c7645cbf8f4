using System.Net;
using System.Text;
using ChatPS.Sandbox;
using ChatPS.Sandbox.Platforms.Hathora;
using ChatPS.Sandbox.Platforms.Hathora.Model;

namespace ChatPS.Tests.Cmdlets.Hathora;

public sealed class PlayerTokenTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private App Arena => ((HathoraService)sandbox.Hathora).State.Apps.Find(app => app.Name == "arena")!;

    private SandboxRequestRecord Last => sandbox.Server.Requests[^1];

    private Shell Connect()
    {
        var shell = sandbox.Connect(sandbox.Hathora);
        shell.RunClean("Set-ChatSession -App $args[0]", Arena.Id);
        return shell;
    }

    [Theory]
    [InlineData("New-ChatPlayerToken")]
    [InlineData("New-ChatPlayerToken arena -Anonymous")]
    public void LoginAnonymous(string command)
    {
        using var shell = Connect();
        var token = shell.Run<ChatPlayerToken>(command).Single();
        Assert.Equal($"POST /auth/v1/{Arena.Id}/login/anonymous", sandbox.Wire.Last());
        Assert.Equal("", Last.Body);
        Assert.Null(Last.Header("Authorization"));
        Assert.Equal((Arena.Id, "anonymous"), (token.AppId, token.Kind));
        Assert.NotNull(token.PlayerId);
        Assert.NotNull(token.CreatedAt);
        Assert.Equal(2, new NetworkCredential("", token.Token).Password.Count(c => c == '.'));
        Assert.DoesNotContain('.', token.ToString());
    }

    [Fact]
    public void LoginNickname()
    {
        using var shell = Connect();
        var token = shell.Run<ChatPlayerToken>("New-ChatPlayerToken -Nickname ann").Single();
        Assert.Equal([$"POST /auth/v1/{Arena.Id}/login/nickname"], sandbox.Wire);
        Assert.Equal("""{"nickname":"ann"}""", Last.Body);
        Assert.Null(Last.Header("Authorization"));
        Assert.Equal(("nickname", "ann", "ann"), (token.Kind, token.Name, token.ToString()));
    }

    [Fact]
    public void LoginGoogle()
    {
        using var shell = Connect();
        var claims = Convert.ToBase64String(Encoding.UTF8.GetBytes($$"""{"aud":"{{Arena.Auth.GoogleClientId}}","name":"Ann Other"}"""));
        var idToken = $"head.{claims.TrimEnd('=').Replace('+', '-').Replace('/', '_')}.signature";
        var token = shell.Run<ChatPlayerToken>("New-ChatPlayerToken -GoogleIdToken $args[0]", SandboxFixture.Protect(idToken)).Single();
        Assert.Equal([$"POST /auth/v1/{Arena.Id}/login/google"], sandbox.Wire);
        Assert.Equal($$"""{"idToken":"{{idToken}}"}""", Last.Body);
        Assert.Null(Last.Header("Authorization"));
        Assert.Equal(("google", "Ann Other"), (token.Kind, token.Name));
    }

    [Fact]
    public void Apps_that_do_not_let_players_in_that_way_say_so()
    {
        using var shell = Connect();
        var closed = ((HathoraService)sandbox.Hathora).State.Apps.First(app => app.Auth.GoogleClientId is null && app.Auth.Anonymous);
        var error = shell.Fail("New-ChatPlayerToken -App $args[0] -GoogleIdToken $args[1]", closed.Id, SandboxFixture.Protect("any-id-token"));
        Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        var tokens = shell.Run("[pscustomobject]@{ AppId = 'app-none' }, [pscustomobject]@{ AppId = $args[0] } | New-ChatPlayerToken", closed.Id);
        Assert.Equal(closed.Id, ((ChatPlayerToken)Assert.Single(tokens).BaseObject).AppId);
        Assert.Single(shell.Errors);
    }

    [Fact]
    public void What_says_nothing_is_refused_and_WhatIf_sends_nothing()
    {
        using var shell = Connect();
        shell.Fail("New-ChatPlayerToken -GoogleIdToken ([securestring]::new())");
        shell.Fail("New-ChatPlayerToken -Anonymous:$false");
        shell.RunClean("New-ChatPlayerToken -Nickname ann -WhatIf");
        Assert.Empty(sandbox.Wire);
    }
}
