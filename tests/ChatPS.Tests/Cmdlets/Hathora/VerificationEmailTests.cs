using ChatPS.Tests.Client;

namespace ChatPS.Tests.Cmdlets.Hathora;

public sealed class VerificationEmailTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public void SendVerificationEmail()
    {
        using var shell = sandbox.Connect(sandbox.Hathora);
        var id = sandbox.Hathora.Admin.UserId;
        Assert.Empty(shell.RunClean("Send-ChatVerificationEmail $args[0] -WhatIf", id));
        Assert.Empty(sandbox.Wire);
        Assert.Empty(shell.RunClean("Send-ChatVerificationEmail $args[0]; Send-ChatVerificationEmail me", id));
        Assert.Equal(Enumerable.Repeat("POST /management/v1/sendverificationemail", 2), sandbox.Wire);
        // Nobody has to be signed in for it.
        Assert.All(sandbox.Server.Requests, r => Assert.Null(r.Header("Authorization")));
        Assert.All(sandbox.Server.Requests, r => Assert.Equal($$"""{"userId":"{{id}}"}""", r.Body));
    }

    [Fact]
    public void An_address_is_no_id_and_leaves_the_others_alone()
    {
        using var shell = sandbox.Connect(sandbox.Hathora);
        var error = shell.Fail("'someone@example.com', $args[0] | Send-ChatVerificationEmail", sandbox.Hathora.Admin.UserId);
        Assert.StartsWith("ChatPS.InvalidRequest", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("someone@example.com", error.TargetObject);
        Assert.Single(sandbox.Wire);
    }

    [Fact]
    public void Another_answer_than_success_is_an_error()
    {
        using var server = new ScriptedServer(r => new(r.Method == "GET" ? """{"orgs":[]}""" : "\"later\""));
        using var shell = new Shell();
        shell.Connect(server.Uri);
        var error = shell.Fail("Send-ChatVerificationEmail 'auth0|123'");
        Assert.StartsWith("ChatPS.InvalidResponse", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("later", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Other_platforms_are_not_asked()
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail("Send-ChatVerificationEmail x").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
