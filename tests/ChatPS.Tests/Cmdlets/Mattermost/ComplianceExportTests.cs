using System.IO.Compression;
using System.Text.Json;

namespace ChatPS.Tests.Cmdlets.Mattermost;

public sealed class ComplianceExportTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chatps").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Shell Connect()
    {
        var shell = sandbox.ConnectLicensed();
        shell.RunClean("Set-ChatServerConfig MessageExportSettings.DownloadExportResults $true");
        sandbox.Server.ClearRequests();
        return shell;
    }

    private static Dictionary<string, string> DataOf(string body) =>
        JsonDocument.Parse(body).RootElement.GetProperty("data").EnumerateObject().ToDictionary(member => member.Name, member => member.Value.GetString()!);

    [SandboxFact("needs a license")]
    public void A_day_of_messages_is_exported_and_saved()
    {
        using var shell = Connect();
        shell.RunClean("Start-ChatExport csv -Date '2024-05-06 -04:00' -WhatIf");
        Assert.Empty(sandbox.Wire);
        var job = shell.Run<ChatJob>("Start-ChatExport csv -Date '2024-05-06 -04:00'").Single();
        Assert.Equal(["POST /api/v4/jobs"], sandbox.Wire);
        var data = DataOf(sandbox.Server.Requests[^1].Body!);
        Assert.Equal(("mmctl", "csv", "", "", "1714968000000", "1714968000000", "1715054399999"), (data["initiated_by"], data["export_type"],
            data["batch_start_id"], data["job_start_id"], data["batch_start_time"], data["job_start_time"], data["job_end_time"]));
        Assert.Matches("^export/compliance-export-[0-9-]+h[0-9]+m-1714968000000-1715054399999$", data["export_dir"]);
        Assert.Equal("message_export", job.Type);
        Assert.Equal(job.Id, shell.Run<ChatJob>("Get-ChatJob -Type message_export -First 1").Single().Id);

        shell.RunClean("Send-ChatMessage northwind-harbor/town-square 'Keep, this'");
        job = shell.Run<ChatJob>("Start-ChatExport CSV -From ([datetime]::UtcNow.AddDays(-1)) -To ([datetime]::UtcNow.AddDays(1)) -Wait").Single();
        Assert.Equal(("success", "true"), (job.Status, job.Data["is_downloadable"]));
        var file = shell.Run<FileInfo>("$args[0] | Save-ChatExport -Destination $args[1] -PassThru", job, _folder).Single();
        Assert.Equal($"GET /api/v4/jobs/{job.Id}/download", sandbox.Wire.Last());
        Assert.Equal(job.Data["export_dir"].Split('/')[^1] + ".zip", file.Name);
        using var zip = ZipFile.OpenRead(file.FullName);
        using var batch = new ZipArchive(zip.Entries.Single().Open());
        using var rows = new StreamReader(batch.GetEntry("posts.csv")!.Open());
        Assert.Contains("\"Keep, this\"", rows.ReadToEnd(), StringComparison.Ordinal);
    }

    [SandboxFact("needs a license")]
    public void A_download_that_breaks_begins_anew_where_the_server_cannot_go_on()
    {
        using var shell = Connect();
        var id = shell.Run<ChatJob>("Start-ChatExport actiance -Wait").Single().Id;
        var whole = shell.Run<FileInfo>("Save-ChatExport -Job $args[0] -Destination $args[1] -PassThru", id, Path.Combine(_folder, "whole.zip")).Single();
        sandbox.Server.ClearRequests();
        sandbox.Mattermost.Faults.CutNext(1);
        var again = shell.Run<FileInfo>("Save-ChatExport -Job $args[0] -Destination $args[1] -PassThru -Retry @{ InitialInterval = 0.01 }", id, Path.Combine(_folder, "again.zip")).Single();
        Assert.Equal(File.ReadAllBytes(whole.FullName), File.ReadAllBytes(again.FullName));
        Assert.Equal([$"GET /api/v4/jobs/{id}/download", $"GET /api/v4/jobs/{id}/download"], sandbox.Wire);
        Assert.Equal($"{id}.zip", shell.Run<FileInfo>("Save-ChatExport -Job $args[0] $args[1] -PassThru", id, _folder).Single().Name);
    }

    [SandboxFact("needs a license")]
    public void What_goes_wrong_says_why()
    {
        using var shell = Connect();
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Start-ChatExport csv -From 2024-05-06 -To 2024-05-05").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
        var error = shell.Fail("Start-ChatExport parchment -Date 2024-05-06 -Wait");
        Assert.Contains("parchment", error.ErrorDetails.Message, StringComparison.Ordinal);
        error = shell.Fail("Save-ChatExport -Job (Start-ChatJob export_delete -Wait) -Destination $args[0]", _folder);
        Assert.Contains("api.job.unable_to_download_job.incorrect_job_type", error.ErrorDetails.Message, StringComparison.Ordinal);
        shell.RunClean("Set-ChatServerConfig MessageExportSettings.DownloadExportResults $false");
        error = shell.Fail("Save-ChatExport -Job $args[0] -Destination $args[1]", "ybndrfg8ejkmcpqxot1uwisza3", _folder);
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("DownloadExportResults", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        using var other = sandbox.Connect(sandbox.Gitter);
        Assert.StartsWith("ChatPS.NotSupported", other.Fail("Start-ChatExport csv").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("ChatPS.NotSupported", other.Fail("Save-ChatExport -Job x").FullyQualifiedErrorId, StringComparison.Ordinal);
    }
}
