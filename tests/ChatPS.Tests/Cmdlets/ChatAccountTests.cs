using System.Management.Automation;
using System.Text;
using ChatPS.Sandbox;

namespace ChatPS.Tests.Cmdlets;

public sealed class ChatAccountTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private SandboxRequestRecord Last => sandbox.Server.Requests[^1];

    [Fact]
    public void AccountInfo()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var account = shell.Run<ChatAccount>("Get-ChatAccount").Single();
        Assert.Equal(["GET /account"], sandbox.Wire);
        Assert.Equal((sandbox.Heroku.Admin.UserId, sandbox.Heroku.Admin.Email), (account.Id, account.Email));
        Assert.Equal(account.Id, account.AccountId);
        Assert.True(account.Verified);
        Assert.NotNull(account.LastLoginAt);
        Assert.Equal(account.Id, shell.Run<ChatAccount>("Get-ChatSession | Get-ChatAccount").Single().Id);
    }

    [Fact]
    public void AccountUpdate()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var account = shell.Run<ChatAccount>("Set-ChatAccount 'A. Other' -AllowTracking:$false -Beta -PassThru").Single();
        Assert.Equal(["PATCH /account"], sandbox.Wire);
        Assert.Equal("""{"name":"A. Other","allow_tracking":false,"beta":true}""", Last.Body);
        Assert.Equal(("A. Other", false, true), (account.Name, account.AllowTracking, account.Beta));

        Assert.Empty(shell.RunClean("Set-ChatAccount -Name $null"));
        Assert.Equal("""{"name":null}""", Last.Body);
        Assert.Null(shell.Run<ChatAccount>("Get-ChatAccount").Single().Name);
    }

    [Fact]
    public void A_server_that_wants_the_password_for_everything_gets_it()
    {
        using var shell = sandbox.Connect(sandbox.Heroku, sandbox.Heroku.Member);
        var password = sandbox.Heroku.Member.Password;
        shell.RunClean("Set-ChatAccount -Beta -CurrentPassword $args[0]", SandboxFixture.Protect(password));
        Assert.Equal($$"""{"beta":true,"password":"{{password}}"}""", Last.Body);
    }

    [Fact]
    public void AccountChangeEmail()
    {
        var account = sandbox.Heroku.Member;
        using var shell = new Shell();
        shell.RunClean(
            "$null = Connect-ChatService Heroku $args[0] -Credential $args[1]",
            sandbox.Heroku.BaseUri,
            new PSCredential(account.Email, SandboxFixture.Protect(account.Token)));
        shell.RunClean("param($p) $global:password = $p", SandboxFixture.Protect(account.Password));
        sandbox.Server.ClearRequests();

        Assert.Equal("moved@example.com", shell.Run<ChatAccount>("Set-ChatAccount -Email moved@example.com -CurrentPassword $password -PassThru").Single().Email);
        Assert.Equal(["PATCH /account"], sandbox.Wire);
        Assert.Equal($$"""{"email":"moved@example.com","password":"{{account.Password}}"}""", Last.Body);

        // Under the old address the key would be a stranger's.
        Assert.Equal("moved@example.com", shell.Run<ChatAccount>("Get-ChatAccount").Single().Email);
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("moved@example.com:" + account.Token)), Last.Header("Authorization"));
        Assert.Equal("moved@example.com", shell.Run<ChatSession>("Get-ChatSession").Single().UserName);
        shell.RunClean("Set-ChatAccount -Email $args[0] -CurrentPassword $password", account.Email);
    }

    [Fact]
    public void AccountChangePassword()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var password = sandbox.Heroku.Admin.Password;
        shell.RunClean("param($p, $n) $global:old = $p; $global:new = $n", SandboxFixture.Protect(password), SandboxFixture.Protect("a-new-password-1"));
        shell.RunClean("$VerbosePreference = 'Continue'; Set-ChatAccount -NewPassword $new -CurrentPassword $old -Verbose");
        Assert.Equal(["PATCH /account"], sandbox.Wire);
        Assert.Equal($$"""{"new_password":"a-new-password-1","password":"{{password}}"}""", Last.Body);
        Assert.DoesNotContain("a-new-password-1", shell.Spoken, StringComparison.Ordinal);
        Assert.DoesNotContain(password, shell.Spoken, StringComparison.Ordinal);

        var error = shell.Fail("Set-ChatAccount -NewPassword $old -CurrentPassword $old");
        Assert.StartsWith("ChatPS.Forbidden", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-CurrentPassword", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.DoesNotContain(password, error.ToString() + error.Exception, StringComparison.Ordinal);
        shell.RunClean("Set-ChatAccount -NewPassword $old -CurrentPassword $new");
    }

    [Theory]
    [InlineData("Set-ChatAccount -Email else@example.com", "-CurrentPassword")]
    [InlineData("Set-ChatAccount -NewPassword $secret", "-CurrentPassword")]
    [InlineData("Set-ChatAccount -CurrentPassword $secret", "at least one")]
    [InlineData("Set-ChatAccount", "at least one")]
    public void What_cannot_be_is_not_sent(string script, string advice)
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        shell.RunClean("param($s) $global:secret = $s", SandboxFixture.Protect("whatever-it-is"));
        var error = shell.Fail(script);
        Assert.StartsWith("ChatPS.InvalidRequest", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(advice, error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void A_rehearsal_sends_nothing_and_other_platforms_have_none()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        shell.RunClean("Set-ChatAccount -Name x -WhatIf");
        Assert.Empty(sandbox.Wire);
        using var other = sandbox.Connect(sandbox.Gitter);
        foreach (var script in new[] { "Get-ChatAccount", "Set-ChatAccount -Name x" })
            Assert.StartsWith("ChatPS.NotSupported", other.Fail(script).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
