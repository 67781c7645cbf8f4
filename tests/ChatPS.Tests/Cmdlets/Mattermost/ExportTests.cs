using System.IO.Compression;

namespace ChatPS.Tests.Cmdlets.Mattermost;

public sealed class ExportTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chatps").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Shell Connect() => sandbox.Connect(sandbox.Mattermost);

    [Fact]
    public void An_export_is_made_listed_saved_and_removed()
    {
        using var shell = Connect();
        var export = shell.Run<ChatExport>("Start-ChatExport -Wait").Single();
        Assert.Equal(["GET /api/v4/exports", "POST /api/v4/jobs"], sandbox.Wire.Take(2));
        Assert.Equal("""{"type":"export_process","data":{"include_attachments":"true"}}""", sandbox.Server.Requests[1].Body);
        Assert.Equal("GET /api/v4/exports", sandbox.Wire.Last());
        Assert.EndsWith("_export.zip", export.Name, StringComparison.Ordinal);
        Assert.NotNull(export.JobId);

        Assert.Contains(export.Name, shell.Run<ChatExport>("Get-ChatExport *_export.zip").Select(found => found.Name));
        Assert.Equal(export.Name, shell.Run<ChatExport>("Get-ChatExport $args[0]", export.Name).Single().Name);

        var file = shell.Run<FileInfo>("$args[0] | Save-ChatExport -Destination $args[1] -PassThru", export, _folder).Single();
        Assert.Equal($"GET /api/v4/exports/{export.Name}", sandbox.Wire.Last());
        Assert.Equal(export.Name, file.Name);
        using (var zip = ZipFile.OpenRead(file.FullName))
        {
            using var lines = new StreamReader(zip.GetEntry("import.jsonl")!.Open());
            Assert.Equal("""{"type":"version","version":1}""", lines.ReadLine());
            Assert.Contains(zip.Entries, entry => entry.FullName.StartsWith("data/", StringComparison.Ordinal));
        }

        Assert.StartsWith("ChatPS.Conflict", shell.Fail("Save-ChatExport $args[0] $args[1]", export.Name, _folder).FullyQualifiedErrorId, StringComparison.Ordinal);
        sandbox.Server.ClearRequests();
        shell.RunClean("$args[0] | Remove-ChatExport -Force -WhatIf; $args[0] | Save-ChatExport -Destination $args[1] -WhatIf; Start-ChatExport -WhatIf", export, _folder);
        Assert.Empty(sandbox.Wire);
        shell.RunClean("$args[0] | Remove-ChatExport -Force", export);
        Assert.Equal([$"DELETE /api/v4/exports/{export.Name}"], sandbox.Wire);
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("Get-ChatExport $args[0]", export.Name).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_download_that_breaks_goes_on_where_it_was()
    {
        using var shell = Connect();
        var export = shell.Run<ChatExport>("Start-ChatExport -Wait").Single();
        var whole = shell.Run<FileInfo>("$args[0] | Save-ChatExport -Destination $args[1] -PassThru", export, Path.Combine(_folder, "whole.zip")).Single();
        sandbox.Server.ClearRequests();
        sandbox.Mattermost.Faults.CutNext(2);
        var again = shell.Run<FileInfo>(
            "$args[0] | Save-ChatExport -Destination $args[1] -PassThru -Retry @{ InitialInterval = 0.01 }", export, Path.Combine(_folder, "again.zip")).Single();
        Assert.Equal(File.ReadAllBytes(whole.FullName), File.ReadAllBytes(again.FullName));
        var ranges = sandbox.Server.Requests.Select(request => request.Headers.FirstOrDefault(header => header.Key == "Range").Value).ToArray();
        Assert.Equal(3, ranges.Length);
        Assert.Null(ranges[0]);
        Assert.Matches("^bytes=[1-9][0-9]*-$", ranges[2]);
    }

    [Fact]
    public void A_download_that_shall_not_be_repeated_leaves_nothing_behind()
    {
        using var shell = Connect();
        var export = shell.Run<ChatExport>("Start-ChatExport -Wait -NoAttachment").Single();
        Assert.Equal("""{"type":"export_process"}""", sandbox.Server.Requests[1].Body);
        sandbox.Mattermost.Faults.CutNext(1);
        var error = shell.Fail("$args[0] | Save-ChatExport -Destination $args[1] -Retry @{ RetryConnectionErrors = $false }", export, _folder);
        Assert.StartsWith("ChatPS.ConnectionFailed", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [SandboxFact("needs a server of today with a storage for exports")]
    public void PresignExport_gives_an_address_that_needs_no_token()
    {
        using var shell = Connect();
        var export = shell.Run<ChatExport>("Start-ChatExport -Wait -IncludeArchived").Single();
        Assert.Equal("""{"type":"export_process","data":{"include_attachments":"true","include_archived_channels":"true"}}""", sandbox.Server.Requests[1].Body);
        var error = shell.Fail("Get-ChatExport $args[0] -Link", export.Name);
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("DedicatedExportStore", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);

        shell.RunClean("Set-ChatServerConfig FileSettings.DedicatedExportStore $true");
        sandbox.Server.ClearRequests();
        var linked = shell.Run<ChatExport>("Get-ChatExport $args[0] -Link", export.Name).Single();
        Assert.Equal([$"POST /api/v4/exports/{export.Name}/presign-url"], sandbox.Wire);
        Assert.NotNull(linked.LinkExpiresAt);
        using var anybody = new HttpClient();
        Assert.Equal([0x50, 0x4b], anybody.GetByteArrayAsync(new Uri(linked.Link!)).GetAwaiter().GetResult()[..2]);
        Assert.Single(shell.Run<ChatExport>("Get-ChatExport *.zip -Link -First 1"));
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("Get-ChatExport none.zip -Link").FullyQualifiedErrorId, StringComparison.Ordinal);
        shell.RunClean("Set-ChatServerConfig FileSettings.DedicatedExportStore $false");
    }

    [Fact]
    public void One_that_is_missing_leaves_the_others_saved()
    {
        using var shell = Connect();
        var job = shell.Run<ChatJob>("Start-ChatExport | Get-ChatJob -Wait").Single();
        Assert.Equal("export_process", job.Type);
        shell.Run("'none.zip', (Get-ChatExport -First 1).Name | Save-ChatExport -Destination $args[0]", _folder);
        Assert.Contains("api.export.export_not_found.app_error", Assert.Single(shell.Errors).ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public void Members_may_not_and_others_have_none()
    {
        using var member = sandbox.Connect(sandbox.Mattermost, sandbox.Mattermost.Member);
        Assert.StartsWith("ChatPS.Forbidden", member.Fail("Get-ChatExport").FullyQualifiedErrorId, StringComparison.Ordinal);
        using var shell = sandbox.Connect(sandbox.HipChat);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail("Get-ChatExport").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
