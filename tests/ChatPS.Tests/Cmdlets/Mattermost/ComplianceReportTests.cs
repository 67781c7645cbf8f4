using System.IO.Compression;

namespace ChatPS.Tests.Cmdlets.Mattermost;

public sealed class ComplianceReportTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chatps").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [SandboxFact("needs a license")]
    public void A_report_is_asked_for_read_and_saved()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var error = shell.Fail("Get-ChatComplianceReport");
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("ent.compliance.licence_disable.app_error", error.ErrorDetails.Message, StringComparison.Ordinal);
        shell.RunClean(
            "Set-ChatLicense -License $args[0]; Set-ChatServerConfig ComplianceSettings.Enable $true",
            SandboxFixture.Protect(sandbox.Mattermost.License!));
        sandbox.Server.ClearRequests();
        shell.RunClean("New-ChatComplianceReport Case -After 2020-01-01 -WhatIf");
        Assert.Empty(sandbox.Wire);
        var report = shell.Run<ChatComplianceReport>(
            "New-ChatComplianceReport 'Case 7' -After 2020-01-01T00:00:00Z -Before 2040-01-01T00:00:00Z -Keyword build, deploy -Email member@example.com").Single();
        Assert.Equal(["POST /api/v4/compliance/reports"], sandbox.Wire);
        Assert.Equal(
            """{"desc":"Case 7","start_at":1577836800000,"end_at":2208988800000,"keywords":"build, deploy","emails":"member@example.com"}""",
            sandbox.Server.Requests[^1].Body);
        Assert.Equal(("Case 7", "created", report.Id), (report.Description, report.Status, report.ComplianceReportId));
        Assert.Equal(["build", "deploy"], report.Keywords);

        // Every look at it is later than the one before.
        var finished = shell.Run<ChatComplianceReport>("do { $found = $args[0] | Get-ChatComplianceReport } until ($found.Status -eq 'finished'); $found", report).Single();
        Assert.Equal($"GET /api/v4/compliance/reports/{report.Id}", sandbox.Wire.Last());
        Assert.Equal(report.Id, shell.Run<ChatComplianceReport>("Get-ChatComplianceReport 'case*'").Single().Id);
        var file = shell.Run<FileInfo>("$args[0] | Save-ChatComplianceReport -Destination $args[1] -PassThru", finished, _folder).Single();
        Assert.Equal($"GET /api/v4/compliance/reports/{report.Id}/download", sandbox.Wire.Last());
        Assert.Equal($"{report.Id}.zip", file.Name);
        using var zip = ZipFile.OpenRead(file.FullName);
        Assert.Single(zip.Entries);
        Assert.Contains("app.compliance.get.finding.app_error", shell.Fail("Get-ChatComplianceReport ybndrfg8ejkmcpqxot1uwisza3").ErrorDetails.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Others_have_none()
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail("Get-ChatComplianceReport").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
