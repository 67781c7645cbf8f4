namespace ChatPS.Tests.Cmdlets.Mattermost;

/// <summary>What is asked of SAML and the terms of service by the operations themselves.</summary>
public sealed class SignOnOperationTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>, IDisposable
{
    public void Dispose()
    {
        sandbox.Simulated?.IsLicensed = false;
        sandbox.Simulated?.State.Administration.Terms.Clear();
    }

    private Shell Connect() => sandbox.Connect(sandbox.Mattermost);

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
    }
}
