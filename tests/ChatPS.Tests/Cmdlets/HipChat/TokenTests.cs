using System.Management.Automation;
using System.Net;
using System.Security;
using System.Text;
using ChatPS.Sandbox;
using ChatPS.Sandbox.Platforms.HipChat;

namespace ChatPS.Tests.Cmdlets.HipChat;

public sealed class TokenTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private HipChatService HipChat => (HipChatService)sandbox.HipChat;

    private SandboxRequestRecord Last => sandbox.Server.Requests[^1];

    [Fact]
    public void GetSession()
    {
        using var shell = sandbox.Connect(HipChat);
        var own = shell.Run<ChatToken>("Get-ChatToken").Single();
        Assert.Equal([$"GET /v2/oauth/token/{HipChat.Admin.Token}"], sandbox.Wire);
        Assert.Equal((HipChat.Admin.UserId, HipChat.Admin.UserName), (own.UserId, own.UserName));
        Assert.Contains("view_room", own.Scope);

        var member = HipChat.Accounts[1];
        var other = shell.Run<ChatToken>("$it = Get-ChatToken -Token $args[0]; $it", SandboxFixture.Protect(member.Token)).Single();
        Assert.Equal($"GET /v2/oauth/token/{member.Token}", sandbox.Wire.Last());
        Assert.Equal(member.UserId, other.UserId);
        Assert.NotEqual(own.Id, other.Id);
        Assert.Equal(other.Id, shell.Run<ChatToken>("$it | Get-ChatToken").Single().Id);
        var error = shell.Fail("Get-ChatToken -Token $args[0] -Verbose", SandboxFixture.Protect("no-such-secret"));
        Assert.StartsWith("ChatPS.NotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.DoesNotContain("no-such-secret", shell.Spoken + error + error.TargetObject + error.Exception, StringComparison.Ordinal);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail("Get-ChatToken some-id").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("New-ChatToken 'ci deploys' -Scope view_room, send_message", "grant_type=personal&scope=view_room+send_message&client_name=ci+deploys")]
    [InlineData("New-ChatToken -GrantType room_notification", "grant_type=room_notification")]
    public void GenerateToken_for_the_sessions_account(string script, string body)
    {
        using var shell = sandbox.Connect(HipChat);
        var token = shell.Run<ChatToken>(script).Single();
        Assert.Equal(["POST /v2/oauth/token"], sandbox.Wire);
        Assert.Equal(body, Last.Body.Replace("%20", "+", StringComparison.Ordinal));
        Assert.StartsWith("application/x-www-form-urlencoded", Last.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Equal("Bearer " + HipChat.Admin.Token, Last.Header("Authorization"));
        Assert.NotEmpty(token.Scope);
        Assert.Null(token.ExpiresAt);
        var session = shell.Run<ChatSession>("Connect-ChatService HipChat $args[0] -Token $args[1] -Name other", HipChat.BaseUri, token.Token!).Single();
        Assert.Equal(HipChat.Admin.UserId, session.UserId);
        Assert.Equal(token.Scope, session.Scopes);
    }

    [Fact]
    public void GenerateToken_for_who_says_who_he_is()
    {
        using var shell = sandbox.Connect(HipChat);
        var member = HipChat.Accounts[1];
        var token = shell.Run<ChatToken>("$it = New-ChatToken -GrantType password -Credential $args[0]; $it", Credential(member.Email, member.Password)).Single();
        Assert.Null(Last.Header("Authorization"));
        Assert.NotNull(token.ExpiresAt);
        Assert.NotNull(token.RefreshToken);
        Assert.Equal(member.UserId, shell.Run<ChatToken>("$it | Get-ChatToken").Single().UserId);

        shell.RunClean("New-ChatToken -GrantType client_credentials -Scope send_notification -Credential $args[0]", Credential(HipChat.ClientId, HipChat.ClientSecret));
        Assert.Equal(Basic(HipChat.ClientId, HipChat.ClientSecret), Last.Header("Authorization"));
        Assert.Equal("grant_type=client_credentials&scope=send_notification", Last.Body);

        var next = shell.Run<ChatToken>("New-ChatToken -RefreshToken $it.RefreshToken -Client $args[0] -ClientSecret $args[1]",
            HipChat.ClientId, SandboxFixture.Protect(HipChat.ClientSecret)).Single();
        Assert.StartsWith("grant_type=refresh_token&refresh_token=", Last.Body, StringComparison.Ordinal);
        Assert.NotEqual(Plain(token.Token), Plain(next.Token));
    }

    [Fact]
    public void DeleteSession()
    {
        using var shell = sandbox.Connect(HipChat);
        shell.RunClean("$tokens = 1, 2 | ForEach-Object { New-ChatToken }");
        var first = Plain((SecureString)shell.RunClean("$tokens[0].Token").Single().BaseObject);
        sandbox.Server.ClearRequests();
        shell.RunClean("$tokens | Remove-ChatToken -WhatIf; Remove-ChatToken -Token $tokens[0].Token -Force -WhatIf");
        Assert.Empty(sandbox.Wire);
        shell.RunClean("$tokens[0] | Remove-ChatToken -Force; Remove-ChatToken -Token $tokens[1].Token -Force");
        Assert.Equal($"DELETE /v2/oauth/token/{first}", sandbox.Wire.First());
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("$tokens[1] | Get-ChatToken").FullyQualifiedErrorId, StringComparison.Ordinal);
        var error = shell.Fail("Remove-ChatToken some-id -Force");
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-Token", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("New-ChatToken -ExpiresIn 60", "NotSupported")]
    [InlineData("New-ChatToken -Client x", "NotSupported")]
    [InlineData("New-ChatToken -GrantType password", "InvalidRequest")]
    [InlineData("New-ChatToken -Credential ([pscredential]::new('x', $s))", "InvalidRequest")]
    [InlineData("New-ChatToken -AuthorizationCode $s -ClientSecret $s", "NotSupported")]
    [InlineData("Set-ChatToken x -Description y", "NotSupported")]
    public void What_cannot_be_is_refused(string script, string reason)
    {
        using var shell = sandbox.Connect(HipChat);
        shell.RunClean("$s = $args[0]", SandboxFixture.Protect("secret"));
        Assert.StartsWith("ChatPS." + reason, shell.Fail(script).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Theory]
    [InlineData("Get-ChatToken -Token $s")]
    [InlineData("Remove-ChatToken -Token $s -Force")]
    [InlineData("New-ChatToken -Scope global -GrantType personal")]
    [InlineData("New-ChatToken -Scope global -Credential ([pscredential]::new('x', $s))")]
    [InlineData("New-ChatToken -RefreshToken $s -ClientSecret $s -Client x")]
    public void What_Heroku_has_no_place_for_is_refused(string script)
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        shell.RunClean("$s = $args[0]", SandboxFixture.Protect("secret"));
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(script).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    private static PSCredential Credential(string name, string secret) => new(name, SandboxFixture.Protect(secret));

    private static string Basic(string name, string secret) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{secret}"));

    private static string Plain(SecureString? secret) => new NetworkCredential("", secret).Password;
}
