namespace ChatPS.Tests.Cmdlets.Mattermost;

public sealed class ImportTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chatps").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Shell Connect() => sandbox.Connect(sandbox.Mattermost);

    private string Archive(string name, params string[] lines) => TestArchive.Write(_folder, name, lines);

    private string Large(int bytes)
    {
        var path = Path.Combine(_folder, "large.zip");
        File.WriteAllBytes(path, new byte[bytes]);
        return path;
    }

    [Fact]
    public void An_archive_is_sent_listed_and_taken_in()
    {
        using var shell = Connect();
        var path = Archive("people.zip",
            """{"type":"version","version":1}""",
            """{"type":"team","team":{"name":"newcomers","display_name":"Newcomers","type":"O"}}""",
            """{"type":"user","user":{"username":"ida","email":"ida@example.com","teams":[{"name":"newcomers","roles":"team_user team_admin","channels":[{"name":"town-square"}]}]}}""");
        var import = shell.Run<ChatImport>("Send-ChatImport $args[0]", path).Single();
        Assert.Equal(["POST /api/v4/uploads", $"POST /api/v4/uploads/{import.UploadId}"], sandbox.Wire);
        Assert.Equal($$"""{"type":"import","filename":"people.zip","file_size":{{new FileInfo(path).Length}}}""", sandbox.Server.Requests[0].Body);
        Assert.Equal(($"{import.UploadId}_people.zip", true, new FileInfo(path).Length), (import.Name, import.IsComplete, import.Received));
        Assert.Equal(import.Name, shell.Run<ChatImport>("Get-ChatImport *_people.zip").Single().Name);

        sandbox.Server.ClearRequests();
        shell.RunClean("Get-ChatImport | Start-ChatImport -Force -WhatIf");
        Assert.Equal(["GET /api/v4/imports"], sandbox.Wire);
        var job = shell.Run<ChatJob>("$args[0] | Start-ChatImport -Force -Wait", import).Single();
        Assert.Equal($$$"""{"type":"import_process","data":{"import_file":"{{{import.Name}}}"}}""", sandbox.Server.Requests[1].Body);
        Assert.Equal(("import_process", "success"), (job.Type, job.Status));
        Assert.Equal("ida", shell.Run<ChatUser>("Get-ChatUser -Team newcomers").Single(user => user.UserName == "ida").UserName);
    }

    [SandboxFact("needs a server that removes imports, newer than 5.37")]
    public void An_archive_is_removed()
    {
        using var shell = Connect();
        var import = shell.Run<ChatImport>("Send-ChatImport $args[0]", Large(1000)).Single();
        shell.RunClean("$args[0] | Remove-ChatImport -Force", import);
        Assert.Equal($"DELETE /api/v4/imports/{import.Name}", sandbox.Wire.Last());
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("Get-ChatImport $args[0]", import.Name).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    // Its lines name files that it doesn't find in its own archive, or left out of it.
    [SandboxTheory("needs a server that takes in its own exports of messages with files, newer than 5.37")]
    [InlineData("")]
    [InlineData("-NoAttachment")]
    public void What_was_exported_can_be_imported(string how)
    {
        using var shell = Connect();
        var ended = shell.Run<ChatJob>($"""
            Start-ChatExport {how} -Wait | Save-ChatExport -Destination $args[0] -PassThru | Send-ChatImport | Start-ChatImport -Force -Wait
            """, _folder).Single();
        Assert.Equal("success", ended.Status);
    }

    [Fact]
    public void What_is_no_archive_fails_in_the_job()
    {
        using var shell = Connect();
        var path = Path.Combine(_folder, "no.zip");
        File.WriteAllText(path, "no archive");
        var error = shell.Fail("Send-ChatImport $args[0] | Start-ChatImport -Force -Wait", path);
        var job = Assert.IsType<ChatJob>(error.TargetObject);
        Assert.Equal("error", job.Status);
        Assert.Contains(job.Error!, error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_upload_that_breaks_goes_on_from_where_the_server_has_it()
    {
        using var shell = Connect();
        const int part = 5 * 1024 * 1024;
        var path = Large((2 * part) + 7);
        sandbox.Mattermost.Faults.AppliesTo = (method, target) => method == "POST" && target.Contains("/uploads/", StringComparison.Ordinal);
        sandbox.Mattermost.Faults.FailEvery(2);
        try
        {
            var import = shell.Run<ChatImport>("Send-ChatImport $args[0] -PartSize 5MB -Retry @{ InitialInterval = 0.01 }", path).Single();
            Assert.True(import.IsComplete);
            var upload = $"/api/v4/uploads/{import.UploadId}";
            Assert.Equal(
                ["POST /api/v4/uploads", "POST " + upload, "POST " + upload, "GET " + upload, "POST " + upload, "POST " + upload, "GET " + upload, "POST " + upload],
                sandbox.Wire);
        }
        finally
        {
            sandbox.Mattermost.Faults.Clear();
        }
    }

    [Fact]
    public void An_upload_that_was_given_up_can_be_gone_on_with()
    {
        using var shell = Connect();
        const int part = 5 * 1024 * 1024;
        var path = Large(part + 9);
        sandbox.Mattermost.Faults.AppliesTo = (method, target) => method == "POST" && target.Contains("/uploads/", StringComparison.Ordinal);
        sandbox.Mattermost.Faults.FailEvery(2);
        var error = shell.Fail("Send-ChatImport $args[0] -PartSize 5MB -Retry @{ MaxRetries = 0 }", path);
        sandbox.Mattermost.Faults.Clear();
        var begun = Assert.IsType<ChatImport>(error.TargetObject);
        Assert.Equal((part, part + 9, false), (begun.Received, begun.Size, begun.IsComplete));
        Assert.Contains("-Resume", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);

        Assert.Equal(begun.UploadId, shell.Run<ChatImport>("Get-ChatImport -Incomplete large*").Single().UploadId);
        Assert.Equal("GET /api/v4/users/me/uploads", sandbox.Wire.Last());
        sandbox.Server.ClearRequests();
        Assert.True(shell.Run<ChatImport>("Send-ChatImport $args[0] -Resume (Get-ChatImport -Incomplete large*)", path).Single().IsComplete);
        Assert.Equal(
            ["GET /api/v4/users/me/uploads", $"GET /api/v4/uploads/{begun.UploadId}", $"POST /api/v4/uploads/{begun.UploadId}"], sandbox.Wire);
        Assert.Equal(9, sandbox.Server.Requests[^1].Body.Length);
        Assert.Empty(shell.RunClean("Get-ChatImport -Incomplete large*"));
    }

    [Fact]
    public void An_upload_goes_on_with_one_file_only()
    {
        using var shell = Connect();
        string[] paths = [Archive("first.zip", "{}"), Archive("second.zip", "{}")];
        foreach (var script in new[] { "Send-ChatImport $args -Resume x", "Send-ChatImport $args[0].Replace('first.zip', '*.zip') -Resume x" })
        {
            shell.Run(script, paths);
            Assert.All(shell.Errors, error => Assert.Contains("one file", error.Exception.Message, StringComparison.Ordinal));
            Assert.NotEmpty(shell.Errors);
            Assert.Empty(sandbox.Wire);
        }
    }

    [Fact]
    public void Another_file_does_not_go_on_with_an_upload()
    {
        using var shell = Connect();
        var upload = shell.RunClean("(Invoke-ChatOperation CreateUpload -Argument @{ type = 'import'; filename = 'x.zip'; file_size = 77 }).Id").Single().ToString();
        var path = Archive("other.zip", "{}");
        var error = shell.Fail("Send-ChatImport $args[0] -Resume $args[1]", path, upload);
        Assert.StartsWith("ChatPS.InvalidRequest", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("77", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_sent_for_files_that_are_missing_and_by_those_who_may_not()
    {
        using var shell = Connect();
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Send-ChatImport no-such.zip").FullyQualifiedErrorId, StringComparison.Ordinal);
        shell.RunClean("Send-ChatImport $args[0] -WhatIf", Archive("a.zip", "{}"));
        Assert.Empty(sandbox.Wire);
        using var member = sandbox.Connect(sandbox.Mattermost, sandbox.Mattermost.Member);
        Assert.StartsWith("ChatPS.Forbidden", member.Fail("Send-ChatImport $args[0]", Path.Combine(_folder, "a.zip")).FullyQualifiedErrorId, StringComparison.Ordinal);
    }
}
