namespace ChatPS.Tests.Cmdlets.Mattermost;

public sealed class LdapTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [SandboxFact("needs a license")]
    public void SyncLdap_and_TestLdap()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        foreach (var script in new[] { "Sync-ChatLdap", "Test-ChatLdap" })
        {
            var error = shell.Fail(script);
            Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains("api.ldap_groups.license_error", error.ErrorDetails.Message, StringComparison.Ordinal);
        }
        shell.RunClean("Set-ChatLicense -License $args[0]", SandboxFixture.Protect(sandbox.Mattermost.License!));
        sandbox.Server.ClearRequests();
        shell.RunClean("Sync-ChatLdap -WhatIf");
        Assert.Empty(sandbox.Wire);
        shell.RunClean("Sync-ChatLdap -IncludeRemovedMember");
        Assert.Equal(["POST /api/v4/ldap/sync"], sandbox.Wire);
        Assert.Equal("""{"include_removed_members":true}""", sandbox.Server.Requests[^1].Body);
        Assert.Equal("ldap_sync", shell.Run<ChatJob>("Get-ChatJob -Type ldap_sync -First 1").Single().Type);

        Assert.Equal(false, shell.RunClean("Test-ChatLdap").Single().BaseObject);
        Assert.Equal("POST /api/v4/ldap/test", sandbox.Wire.Last());
        Assert.Contains("directory", shell.Spoken, StringComparison.Ordinal);
        shell.RunClean("Set-ChatServerConfig LdapSettings.LdapServer ldap.example.com");
        Assert.Equal(true, shell.RunClean("Test-ChatLdap").Single().BaseObject);
    }

    [Fact]
    public void Others_have_none()
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail("Sync-ChatLdap").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail("Test-ChatLdap").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
