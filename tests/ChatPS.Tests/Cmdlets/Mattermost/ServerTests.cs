
namespace ChatPS.Tests.Cmdlets.Mattermost;

public sealed class ServerTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>, IDisposable
{
    public void Dispose() => sandbox.Simulated?.IsLicensed = false;

    [Fact]
    public void State_of_the_server()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var server = shell.Run<ChatServer>("Get-ChatServer").Single();
        Assert.Equal(["GET /api/v4/system/ping?get_server_status=true", "GET /api/v4/config/client?format=old", "GET /api/v4/server_busy"], sandbox.Wire);
        Assert.Equal(("5.37.0", "OK", "OK", "OK", false), (server.Version, server.Status, server.DatabaseStatus, server.FileStoreStatus, server.IsBusy!.Value));
        shell.RunClean("Invoke-ChatOperation SetServerBusy -Seconds 600");
        Assert.Equal("POST /api/v4/server_busy?seconds=600", sandbox.Wire.Last());
        server = shell.Run<ChatServer>("Get-ChatServer").Single();
        Assert.True(server is { IsBusy: true, BusyUntil: not null });
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Invoke-ChatOperation SetServerBusy -Seconds 90000").FullyQualifiedErrorId, StringComparison.Ordinal);
        shell.RunClean("Invoke-ChatOperation ClearServerBusy");
        Assert.False(shell.Run<ChatServer>("Get-ChatServer").Single().IsBusy);
        using var member = sandbox.Connect(sandbox.Mattermost, sandbox.Mattermost.Member);
        Assert.Null(member.Run<ChatServer>("Get-ChatServer").Single().IsBusy);
    }

    [SandboxFact("needs a license")]
    public void License()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.False(shell.Run<ChatLicense>("Get-ChatLicense").Single().IsLicensed);
        Assert.Equal(["GET /api/v4/license/client?format=old"], sandbox.Wire);
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "no license at all");
            Assert.Contains("api.license.add_license.invalid.app_error", shell.Fail("Set-ChatLicense $args[0]", file).ErrorDetails.Message, StringComparison.Ordinal);
            File.WriteAllText(file, sandbox.Mattermost.License);
            sandbox.Server.ClearRequests();
            shell.RunClean("Set-ChatLicense $args[0] -WhatIf; Remove-ChatLicense -WhatIf", file);
            Assert.Empty(sandbox.Wire);
            var license = shell.Run<ChatLicense>("Set-ChatLicense $args[0] -PassThru", file).Single();
            Assert.Equal(["POST /api/v4/license", "GET /api/v4/license/client?format=old"], sandbox.Wire);
            Assert.True(license is { IsLicensed: true, Edition: "Enterprise", Users: 200_000, Company: "Sandbox", IsTrial: false });
            Assert.Contains("LDAPGroups", license.Features);
            Assert.DoesNotContain("IsLicensed", license.Features);
            Assert.True(license.ExpiresAt > license.StartsAt);
        }
        finally
        {
            File.Delete(file);
        }
        using var member = sandbox.Connect(sandbox.Mattermost, sandbox.Mattermost.Member);
        Assert.True(member.Run<ChatLicense>("Get-ChatLicense").Single() is { IsLicensed: true, Id: null, ExpiresAt: null });
        Assert.StartsWith("ChatPS.Forbidden", member.Fail("Remove-ChatLicense -Force").FullyQualifiedErrorId, StringComparison.Ordinal);
        shell.RunClean("Remove-ChatLicense -Force");
        Assert.False(shell.Run<ChatLicense>("Get-ChatLicense").Single().IsLicensed);
    }

    [Fact]
    public void GetLogs()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("Invoke-ChatOperation PostLog -Level ERROR -Message 'the printer is on fire'");
        sandbox.Server.ClearRequests();
        var last = shell.Run<ChatLog>("$it = Get-ChatLog -Tail 1; $it").Single();
        Assert.Equal(["GET /api/v4/logs?logs_per_page=1"], sandbox.Wire);
        Assert.Equal("error", last.Level);
        Assert.Contains("the printer is on fire", last.Message, StringComparison.Ordinal);
        Assert.StartsWith("{", last.Raw, StringComparison.Ordinal);
        Assert.NotNull(last.Timestamp);
        Assert.StartsWith("api4/system.go:", shell.RunClean("$it.Caller").Single().ToString(), StringComparison.Ordinal);
        var all = shell.Run<ChatLog>("Get-ChatLog");
        Assert.Equal("GET /api/v4/logs", sandbox.Wire.Last());
        Assert.Contains("Starting Server...", all.Select(l => l.Message));
        Assert.Equal(2, shell.Run<ChatLog>("Get-ChatLog -First 2").Count);
        sandbox.Server.ClearRequests();
        foreach (var script in new[] { "Get-ChatLog some-app", "Get-ChatLog -Wait", "Get-ChatLog -Process web.1", "Get-ChatLog -Source app", "Get-ChatLog -Type web" })
            Assert.StartsWith("ChatPS.NotSupported", shell.Fail(script).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
        var folder = Directory.CreateTempSubdirectory("chatps-log-");
        try
        {
            shell.RunClean("Save-ChatLog -Destination $args[0]", Path.Combine(folder.FullName, "server.log"));
            Assert.Equal(all.Count, File.ReadAllLines(Path.Combine(folder.FullName, "server.log")).Length);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void GetAudits_and_GetUserAudits()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("Set-ChatServerConfig TeamSettings.SiteName Audited; Reset-ChatServerConfig TeamSettings.SiteName -Force; Set-ChatServerConfig TeamSettings.SiteName Unseen");
        sandbox.Server.ClearRequests();
        var newest = shell.Run<ChatAudit>("Get-ChatAudit -First 1").Single();
        Assert.Equal("GET /api/v4/audits?per_page=1&page=0", sandbox.Wire.First());
        Assert.Equal(("/api/v4/config", "updateConfig", "sysadmin"), (newest.Action, newest.Detail, newest.UserName));
        var all = shell.Run<ChatAudit>("Get-ChatAudit");
        Assert.True(all.Count > 10);
        // Who tries to sign in is not known yet.
        Assert.All(all.Where(a => a.Detail?.StartsWith("attempt - login_id=", StringComparison.Ordinal) != true), a => Assert.NotNull(a.UserName));
        Assert.Equal(2, sandbox.Wire.Count(w => w.EndsWith("/users/ids", StringComparison.Ordinal) || w.Contains("/audits?per_page=200&page=0", StringComparison.Ordinal)));
        sandbox.Server.ClearRequests();
        var own = shell.Run<ChatAudit>("Get-ChatAudit sysadmin");
        Assert.Equal($"GET /api/v4/users/{sandbox.Mattermost.Admin.UserId}/audits?per_page=200&page=0", sandbox.Wire.First(w => w.Contains("audits", StringComparison.Ordinal)));
        Assert.All(own, a => Assert.Equal(sandbox.Mattermost.Admin.UserId, a.UserId));
        using var member = sandbox.Connect(sandbox.Mattermost, sandbox.Mattermost.Member);
        Assert.StartsWith("ChatPS.Forbidden", member.Fail("Get-ChatAudit").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [SandboxFact("needs a mail server")]
    public void A_mail_is_sent_to_try_it()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("Set-ChatServerConfig EmailSettings.SMTPServer mail.example.com; Invoke-ChatOperation TestEmail");
        Assert.Contains("mailservice", shell.Run<ChatLog>("Get-ChatLog -Tail 1").Single().Raw, StringComparison.Ordinal);
        shell.RunClean("Reset-ChatServerConfig EmailSettings.SMTPServer -Force");
    }

    [Fact]
    public void Settings_are_tested()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        // Nobody takes mails at localhost, which is where they go until somebody says otherwise.
        Assert.Contains("app.admin.test_email.failure", shell.Fail("Invoke-ChatOperation TestEmail -Retry @{ MaxRetries = 0 }").ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Contains("missing_s3_bucket", shell.Fail("Invoke-ChatOperation TestS3Connection").ErrorDetails.Message, StringComparison.Ordinal);
        shell.RunClean("Invoke-ChatOperation TestSiteURL -SiteUrl $args[0]", sandbox.MattermostSite.AbsoluteUri);
        Assert.Contains("test_site_url", shell.Fail("Invoke-ChatOperation TestSiteURL -SiteUrl https://elsewhere.example.com").ErrorDetails.Message, StringComparison.Ordinal);
    }
}
