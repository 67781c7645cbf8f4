namespace ChatPS.Tests.Cmdlets.Mattermost;

public sealed class BrandTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chatps-brand-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Brand_image()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        using var picture = new TestPicture();
        var image = picture.Path;
        foreach (var script in new[] { "Save-ChatBrandImage $args[0]", "Remove-ChatBrandImage" })
            Assert.StartsWith("ChatPS.NotFound", shell.Fail(script, _folder).FullyQualifiedErrorId, StringComparison.Ordinal);
        sandbox.Server.ClearRequests();
        shell.RunClean("Set-ChatBrandImage $args[0] -WhatIf; Remove-ChatBrandImage -WhatIf; Save-ChatBrandImage -WhatIf", image);
        Assert.Empty(sandbox.Wire);
        Assert.Empty(shell.RunClean("Set-ChatBrandImage $args[0]", image));
        Assert.Equal(["POST /api/v4/brand/image"], sandbox.Wire);
        var saved = shell.Run<System.IO.FileInfo>("Save-ChatBrandImage $args[0] -PassThru", _folder).Single();
        Assert.Equal("GET /api/v4/brand/image", sandbox.Wire.Last());
        Assert.Equal("brand.png", saved.Name);
        sandbox.AssertKept(picture, File.ReadAllBytes(saved.FullName));
        File.WriteAllText(image, "no picture");
        Assert.Contains("brand.save_brand_image.check_image_limits.app_error", shell.Fail("Set-ChatBrandImage $args[0]", image).ErrorDetails.Message, StringComparison.Ordinal);
        using var member = sandbox.Connect(sandbox.Mattermost, sandbox.Mattermost.Member);
        Assert.StartsWith("ChatPS.Forbidden", member.Fail("Remove-ChatBrandImage").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(shell.RunClean("Remove-ChatBrandImage"));
        Assert.Equal("DELETE /api/v4/brand/image", sandbox.Wire.Last());
    }

    [SandboxFact("needs a license")]
    public void GetTermsOfService_and_CreateTermsOfService()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.Contains("custom_terms_of_service_disabled", shell.Fail("New-ChatTermsOfService 'Be kind.'").ErrorDetails.Message, StringComparison.Ordinal);
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("Get-ChatTermsOfService").FullyQualifiedErrorId, StringComparison.Ordinal);
        shell.RunClean("Set-ChatLicense -License $args[0]", SandboxFixture.Protect(sandbox.Mattermost.License!));
        sandbox.Server.ClearRequests();
        shell.RunClean("New-ChatTermsOfService 'Be kind.' -WhatIf");
        Assert.Empty(sandbox.Wire);
        var made = shell.Run<ChatTermsOfService>("'Be kind.' | New-ChatTermsOfService").Single();
        Assert.Equal(["POST /api/v4/terms_of_service"], sandbox.Wire);
        Assert.Equal("""{"text":"Be kind."}""", sandbox.Server.Requests[^1].Body);
        Assert.Equal((made.Id, "Be kind.", sandbox.Mattermost.Admin.UserId), (made.TermsOfServiceId, made.Text, made.UserId));
        Assert.NotNull(made.CreatedAt);
        using var member = sandbox.Connect(sandbox.Mattermost, sandbox.Mattermost.Member);
        Assert.Equal(made.Id, member.Run<ChatTermsOfService>("Get-ChatTermsOfService").Single().Id);
        Assert.Equal(["GET /api/v4/terms_of_service"], sandbox.Wire);
        Assert.StartsWith("ChatPS.Forbidden", member.Fail("New-ChatTermsOfService Mine").FullyQualifiedErrorId, StringComparison.Ordinal);
        shell.RunClean("Remove-ChatLicense -Force");
    }

    [Theory]
    [InlineData("Save-ChatBrandImage")]
    [InlineData("Remove-ChatBrandImage")]
    [InlineData("Get-ChatTermsOfService")]
    [InlineData("New-ChatTermsOfService x")]
    public void Others_have_none(string script)
    {
        using var shell = sandbox.Connect(sandbox.Hathora);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(script).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
