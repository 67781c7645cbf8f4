namespace ChatPS.Tests.Cmdlets.Mattermost;

public sealed class ServerConfigCareTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [SandboxFact("needs a mail server")]
    public void TestEmail_TestS3Connection_and_TestSiteURL()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.Equal(false, shell.RunClean("Test-ChatServerConfig -Mail").Single().BaseObject);
        Assert.Equal(["POST /api/v4/email/test"], sandbox.Wire);
        Assert.Empty(sandbox.Server.Requests[^1].Body ?? "");
        // Nobody takes mails there, which is where they go until somebody says otherwise.
        Assert.Contains("localhost", shell.Spoken, StringComparison.Ordinal);
        shell.RunClean("Set-ChatServerConfig EmailSettings.SMTPServer mail.example.com");
        Assert.Equal(true, shell.RunClean("Test-ChatServerConfig -Mail").Single().BaseObject);
        Assert.Contains("mailservice", shell.Run<ChatLog>("Get-ChatLog -Tail 1").Single().Raw, StringComparison.Ordinal);

        sandbox.Server.ClearRequests();
        Assert.Equal(false, shell.RunClean("Test-ChatServerConfig -FileStore").Single().BaseObject);
        // 5.37 does not know the first.
        Assert.Equal(["POST /api/v4/file/test", "POST /api/v4/file/s3_test"], sandbox.Wire);
        shell.RunClean("Set-ChatServerConfig FileSettings.AmazonS3Bucket files");
        Assert.Equal(true, shell.RunClean("Test-ChatServerConfig -FileStore").Single().BaseObject);

        sandbox.Server.ClearRequests();
        Assert.Equal(false, shell.RunClean("Test-ChatServerConfig -SiteUrl https://elsewhere.example.com").Single().BaseObject);
        Assert.Equal("""{"site_url":"https://elsewhere.example.com"}""", sandbox.Server.Requests[^1].Body);
        Assert.Equal(true, shell.RunClean("Get-ChatServer | Test-ChatServerConfig").Single().BaseObject);
        Assert.Equal("POST /api/v4/site_url/test", sandbox.Wire.Last());
        using var member = sandbox.Connect(sandbox.Mattermost, sandbox.Mattermost.Member);
        Assert.StartsWith("ChatPS.Forbidden", member.Fail("Test-ChatServerConfig -Mail").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [SandboxTheory("needs a second database")]
    [InlineData("postgres://mm:swordfish-7@db.example.com/chat")]
    [InlineData("mysql://mm:swordfish-7@tcp(db.example.com:3306)/chat")]
    public void MigrateConfig(string database)
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("Copy-ChatServerConfig config.json $args[0] -WhatIf", database);
        Assert.Empty(sandbox.Wire);
        Assert.Empty(shell.RunClean("Copy-ChatServerConfig config.json $args[0] -Verbose", database));
        Assert.Equal(["POST /api/v4/config/migrate"], sandbox.Wire);
        Assert.Equal($$"""{"from":"config.json","to":"{{database}}"}""", sandbox.Server.Requests[^1].Body);
        shell.RunClean("Copy-ChatServerConfig $args[0] copy.json", database);
        var error = shell.Fail("Copy-ChatServerConfig $args[0] config.json -Verbose", database.Replace("db.", "other.", StringComparison.Ordinal));
        Assert.Contains("api.config.migrate_config.app_error", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("swordfish", shell.Spoken + error.Exception + error.ErrorDetails.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Test-ChatServerConfig -Mail")]
    [InlineData("Copy-ChatServerConfig a b")]
    public void Others_have_none(string script)
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(script).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
