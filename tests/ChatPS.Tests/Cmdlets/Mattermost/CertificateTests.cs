namespace ChatPS.Tests.Cmdlets.Mattermost;

public sealed class CertificateTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chatps-saml-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("SamlIdp", "saml/certificate/idp", false)]
    [InlineData("SamlPublic", "saml/certificate/public", false)]
    [InlineData("samlprivate", "saml/certificate/private", true)]
    [InlineData("LdapPublic", "ldap/certificate/public", false)]
    [InlineData("LdapPrivate", "ldap/certificate/private", true)]
    public void Certificates_and_keys_come_and_go(string name, string path, bool isPrivate)
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var file = Path.Combine(_folder, "one.pem");
        File.WriteAllText(file, "-----BEGIN SOMETHING-----");
        shell.RunClean($"Set-ChatCertificate {name} $args[0] -WhatIf", file);
        Assert.Empty(sandbox.Wire);
        var set = shell.Run<ChatCertificate>($"Set-ChatCertificate {name} $args[0] -PassThru -Verbose", file).Single();
        Assert.Equal([$"POST /api/v4/{path}"], sandbox.Wire);
        Assert.Contains("name=\"certificate\"", sandbox.Server.Requests[^1].Body!.Replace("name=certificate", "name=\"certificate\"", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.True(set.IsPresent && set.IsPrivateKey == isPrivate && set.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("BEGIN SOMETHING", shell.Spoken, StringComparison.Ordinal);

        sandbox.Server.ClearRequests();
        var there = shell.Run<ChatCertificate>("Get-ChatCertificate");
        Assert.Equal(["GET /api/v4/saml/certificate/status", "GET /api/v4/config"], sandbox.Wire);
        Assert.Equal(["SamlIdp", "SamlPublic", "SamlPrivate", "LdapPublic", "LdapPrivate"], there.Select(c => c.Name));
        Assert.Equal(set.Name, there.Single(c => c.IsPresent).Name);

        sandbox.Server.ClearRequests();
        shell.RunClean("$args[0] | Remove-ChatCertificate -WhatIf", set);
        Assert.Empty(sandbox.Wire);
        shell.RunClean("$args[0] | Remove-ChatCertificate -Force", set);
        Assert.Equal([$"DELETE /api/v4/{path}"], sandbox.Wire);
        Assert.False(shell.Run<ChatCertificate>($"Get-ChatCertificate {name[..4]}*").First(c => c.Name == set.Name).IsPresent);
        Assert.Contains("api.admin.remove_certificate.delete.app_error", shell.Fail($"Remove-ChatCertificate {name} -Force -Retry @{{ MaxRetries = 0 }}").ErrorDetails.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wrong_is_said_before_anything_is_sent()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("Remove-ChatCertificate SamlOther -Force").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Set-ChatCertificate SamlPrivate -PublicCertificate abc").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
        using var member = sandbox.Connect(sandbox.Mattermost, sandbox.Mattermost.Member);
        Assert.StartsWith("ChatPS.Forbidden", member.Fail("Get-ChatCertificate").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [SandboxFact("needs a license")]
    public void GetSamlMetadata_and_GetSamlMetadataFromIdp()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        foreach (var script in new[] { "Save-ChatSamlMetadata $args[0]", "Get-ChatSamlProvider https://idp.example.com/metadata" })
        {
            var error = shell.Fail(script, _folder);
            Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains("api.admin.saml.not_available.app_error", error.ErrorDetails.Message, StringComparison.Ordinal);
        }
        shell.RunClean("Set-ChatLicense -License $args[0]", SandboxFixture.Protect(sandbox.Mattermost.License!));
        sandbox.Server.ClearRequests();
        var file = shell.Run<System.IO.FileInfo>("Save-ChatSamlMetadata $args[0] -PassThru", _folder).Single();
        Assert.Equal(["GET /api/v4/saml/metadata"], sandbox.Wire);
        Assert.Equal("metadata.xml", file.Name);
        Assert.Contains("EntityDescriptor", File.ReadAllText(file.FullName), StringComparison.Ordinal);
        Assert.StartsWith("ChatPS.Conflict", shell.Fail("Save-ChatSamlMetadata $args[0]", _folder).FullyQualifiedErrorId, StringComparison.Ordinal);

        sandbox.Server.ClearRequests();
        var provider = shell.Run<ChatSamlProvider>("$provider = Get-ChatSamlProvider https://idp.example.com/metadata; $provider").Single();
        Assert.Equal(["POST /api/v4/saml/metadatafromidp"], sandbox.Wire);
        Assert.Equal("""{"saml_metadata_url":"https://idp.example.com/metadata"}""", sandbox.Server.Requests[^1].Body);
        Assert.Equal(("https://idp.example.com", "https://idp.example.com/sso"), (provider.DescriptorUrl, provider.SignOnUrl));
        shell.RunClean("$provider | Set-ChatCertificate SamlIdp");
        Assert.Contains("-----BEGIN CERTIFICATE-----", sandbox.Server.Requests[^1].Body, StringComparison.Ordinal);
        Assert.Contains(provider.PublicCertificate![..64], sandbox.Server.Requests[^1].Body, StringComparison.Ordinal);
        Assert.Contains("failure_get_metadata_from_idp", shell.Fail("Get-ChatSamlProvider https://other.example.com/metadata").ErrorDetails.Message, StringComparison.Ordinal);
        shell.RunClean("Remove-ChatCertificate SamlIdp -Force; Remove-ChatLicense -Force");
    }

    [SandboxFact("needs a license")]
    public void ResetSamlAuthDataToEmail()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.Contains("api.admin.saml.not_available.app_error", shell.Fail("Reset-ChatUserAuth -All -CountOnly").ErrorDetails.Message, StringComparison.Ordinal);
        shell.RunClean("Set-ChatLicense -License $args[0]; $users = Get-ChatUser -Active -First 40 | Where-Object { $_.Roles -notcontains 'system_admin' } | ForEach-Object UserName", SandboxFixture.Protect(sandbox.Mattermost.License!));
        shell.RunClean("Set-ChatUser $users[0] -AuthService saml -AuthData one; Set-ChatUser $users[1] -AuthService saml -AuthData two");
        sandbox.Server.ClearRequests();
        Assert.Empty(shell.RunClean("Reset-ChatUserAuth -All -WhatIf; Reset-ChatUserAuth -All -CountOnly -WhatIf; @() | Reset-ChatUserAuth -Force"));
        Assert.Empty(sandbox.Wire);
        Assert.Equal(2, shell.RunClean("Reset-ChatUserAuth -All -CountOnly").Single().BaseObject);
        Assert.Equal(["POST /api/v4/saml/reset_auth_data"], sandbox.Wire);
        Assert.Equal("""{"include_deleted":false,"dry_run":true,"user_ids":[]}""", sandbox.Server.Requests[^1].Body);
        sandbox.Server.ClearRequests();
        Assert.Equal(1, shell.RunClean("$users[1..3] | Reset-ChatUserAuth -Force").Single().BaseObject);
        Assert.Equal(["POST /api/v4/users/usernames", "POST /api/v4/saml/reset_auth_data"], sandbox.Wire);
        shell.RunClean("$users[0] | Reset-ChatUserAuth -IncludeInactive -Force");
        Assert.Contains("\"include_deleted\":true", sandbox.Server.Requests[^1].Body, StringComparison.Ordinal);
        sandbox.Server.ClearRequests();
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("$users[0], 'nobody-there' | Reset-ChatUserAuth -Force").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.DoesNotContain("POST /api/v4/saml/reset_auth_data", sandbox.Wire);
        shell.RunClean("Remove-ChatLicense -Force");
    }

    [SandboxFact("needs a license")]
    public void MigrateIdLdap()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.Contains("api.ldap_groups.license_error", shell.Fail("Set-ChatLdap objectGUID -Force").ErrorDetails.Message, StringComparison.Ordinal);
        shell.RunClean("Set-ChatLicense -License $args[0]", SandboxFixture.Protect(sandbox.Mattermost.License!));
        sandbox.Server.ClearRequests();
        shell.RunClean("Set-ChatLdap objectGUID -WhatIf");
        Assert.Empty(sandbox.Wire);
        shell.RunClean("Set-ChatLdap objectGUID -Force");
        Assert.Equal(["POST /api/v4/ldap/migrateid"], sandbox.Wire);
        Assert.Equal("""{"toAttribute":"objectGUID"}""", sandbox.Server.Requests[^1].Body);
        Assert.Equal("objectGUID", shell.Run<ChatServerConfig>("Get-ChatServerConfig LdapSettings.IdAttribute").Single().Value);
        shell.RunClean("Remove-ChatLicense -Force");
    }

    [Theory]
    [InlineData("Get-ChatCertificate")]
    [InlineData("Remove-ChatCertificate SamlIdp -Force")]
    [InlineData("Save-ChatSamlMetadata")]
    [InlineData("Get-ChatSamlProvider https://idp.example.com")]
    [InlineData("Reset-ChatUserAuth -All -Force")]
    [InlineData("Set-ChatLdap objectGUID -Force")]
    public void Others_have_none(string script)
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(script).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
