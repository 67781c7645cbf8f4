namespace ChatPS.Tests.Cmdlets.Mattermost;

/// <summary>SAML, LDAP's certificates, terms of service and devices, which have no cmdlets of their own.</summary>
public sealed class SignOnOperationTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private Shell Connect() => sandbox.Connect(sandbox.Mattermost);

    [Theory]
    [InlineData("SamlIdp", "idp_certificate_file")]
    [InlineData("SamlPublic", "public_certificate_file")]
    [InlineData("SamlPrivate", "private_key_file")]
    public void Certificates_of_SAML_come_and_go(string kind, string member)
    {
        using var shell = Connect();
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "a certificate");
        shell.RunClean($"$null = Invoke-ChatOperation Upload{kind}Certificate -Certificate $args[0] -Confirm:$false", path);
        File.Delete(path);
        Assert.Equal(true, shell.RunClean($"(Invoke-ChatOperation GetSamlCertificateStatus).{member}").Single().BaseObject);
        shell.RunClean($"$null = Invoke-ChatOperation Delete{kind}Certificate -Confirm:$false");
        Assert.Equal(false, shell.RunClean($"(Invoke-ChatOperation GetSamlCertificateStatus).{member}").Single().BaseObject);
        Assert.Contains("api.admin.remove_certificate.delete.app_error", shell.Fail($"Invoke-ChatOperation Delete{kind}Certificate -Retry @{{ MaxRetries = 0 }} -Confirm:$false").ErrorDetails.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Invoke-ChatOperation GetSamlMetadata", "api.admin.saml.not_available.app_error", "NotSupported")]
    [InlineData("Invoke-ChatOperation ResetSamlAuthDataToEmail -Argument @{ dry_run = $true } -Confirm:$false", "api.admin.saml.not_available.app_error", "NotSupported")]
    [InlineData("Invoke-ChatOperation GetTermsOfService", "app.terms_of_service.get.no_rows.app_error", "NotFound")]
    public void What_Team_Edition_does_not_have_says_so(string script, string id, string reason)
    {
        using var shell = Connect();
        var error = shell.Fail(script);
        Assert.StartsWith("ChatPS." + reason, error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(id, error.ErrorDetails.Message, StringComparison.Ordinal);
    }

    [SandboxFact("needs a license")]
    public void Terms_of_service_are_made_and_agreed_to()
    {
        using var shell = Connect();
        const string create = "Invoke-ChatOperation CreateTermsOfService -Text 'Be kind.' -Confirm:$false";
        Assert.Contains("custom_terms_of_service_disabled", shell.Fail(create).ErrorDetails.Message, StringComparison.Ordinal);
        shell.RunClean("Set-ChatLicense -License $args[0]", SandboxFixture.Protect(sandbox.Mattermost.License!));
        var id = shell.RunClean($"({create}).id").Single().ToString();
        Assert.Equal("Be kind.", shell.RunClean("(Invoke-ChatOperation GetTermsOfService).text").Single().ToString());
        shell.RunClean("$null = Invoke-ChatOperation RegisterTermsOfServiceAction -UserId me -ServiceTermsId $args[0] -Accepted true -Confirm:$false", id);
        Assert.Equal(id, shell.RunClean("(Invoke-ChatOperation GetUserTermsOfService -UserId me).terms_of_service_id").Single().ToString());
        shell.RunClean("Remove-ChatLicense -Force");
    }
}
