namespace ChatPS.Tests.Cmdlets.Mattermost;

/// <summary>Test-ChatImport; Client/MattermostArchiveTests has its rules one by one.</summary>
public sealed class ImportCheckTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>, IDisposable
{
    private const string Version = """{"type":"version","version":1}""";
    private const string Orphan = """{"type":"channel","channel":{"team":"elsewhere","name":"attic","display_name":"Attic","type":"O"}}""";

    private readonly string _folder = Directory.CreateTempSubdirectory("chatps").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Shell Connect() => sandbox.Connect(sandbox.Mattermost);

    private string Archive(string name, params string[] lines) => TestArchive.Write(_folder, name, lines);

    private string TeamOf(Shell shell)
    {
        var team = shell.Run<ChatTeam>("Get-ChatTeam -First 1").Single().Name;
        sandbox.Server.ClearRequests();
        return team;
    }

    [SandboxFact("tells of the sandbox's archive; in a real server's there may be what it does not import itself")]
    public void Nothing_is_found_in_what_a_server_exports()
    {
        FileInfo file;
        using (var shell = Connect())
            file = shell.Run<FileInfo>("Start-ChatExport -Wait | Save-ChatExport -Destination $args[0] -PassThru", _folder).Single();
        // Nobody is connected here.
        using var alone = new Shell();
        Assert.Empty(alone.RunClean("Test-ChatImport $args[0]", file.FullName));
        Assert.True(alone.Run<bool>("$args[0] | Test-ChatImport -Quiet", file).Single());
        var summary = alone.Run<ChatImportSummary>("$args[0] | Test-ChatImport -Summary", file).Single();
        Assert.Equal(file.FullName, summary.Path);
        Assert.True(summary.IsValid);
        Assert.True(summary is { Teams: > 0, Channels: > 0, Users: > 0, Posts: > 0, Attachments: > 0 });
        Assert.Equal(summary.Lines, 1 + summary.Teams + summary.Channels + summary.Users + summary.Posts);
    }

    [Fact]
    public void Findings_are_objects_that_tell_where_they_are()
    {
        using var shell = new Shell();
        var path = Archive("one.zip", Version, Orphan);
        var finding = shell.Run<ChatImportFinding>("Test-ChatImport $args[0] -Verbose", path).Single();
        Assert.Equal(
            (ChatImportSeverity.Error, ChatImportRule.Reference, 2L, "channel", "channel.team", "elsewhere", path),
            (finding.Severity, finding.Rule, finding.Line!.Value, finding.Kind, finding.Field, finding.Item, finding.Path));
        Assert.Equal($"one.zip:2: channel.team: {finding.Message}", finding.ToString());
        Assert.Contains("2 lines, 1 errors, 0 warnings", shell.Spoken, StringComparison.Ordinal);
        Assert.Equal("Reference", shell.RunClean("Test-ChatImport $args[0] | Where-Object Severity -eq Error | ForEach-Object Rule", path).Single().ToString());
    }

    [Fact]
    public void One_bad_file_leaves_the_others_alone()
    {
        using var shell = new Shell();
        Archive("a.zip", Version, Orphan);
        Archive("c.zip", Version);
        File.WriteAllText(Path.Combine(_folder, "b.zip"), "PK, or what is left of it");
        Assert.Equal([false, false, true], shell.Run<bool>("Test-ChatImport $args[0] -Quiet", Path.Combine(_folder, "*.zip")));
        var files = new DirectoryInfo(_folder).GetFiles("*.zip").OrderBy(file => file.Name).ToArray();
        Assert.Equal([1, 1, 0], shell.Run<ChatImportSummary>("$args[0] | Test-ChatImport -Summary", [files]).Select(summary => (int)summary.Errors));

        var good = files[2].FullName;
        var output = shell.Run("'no-such.zip', $args[0], $args[1] | Test-ChatImport -Quiet", _folder, good);
        Assert.Equal(true, Assert.Single(output).BaseObject);
        Assert.Equal(2, shell.Errors.Count);
        Assert.All(shell.Errors, error => Assert.StartsWith("ChatPS.InvalidRequest", error.FullyQualifiedErrorId, StringComparison.Ordinal));
    }

    [Fact]
    public void Teams_can_be_told_to_be_there_and_a_post_to_be_shorter()
    {
        using var shell = new Shell();
        var path = Archive("one.zip", Version, Orphan,
            """{"type":"user","user":{"username":"ida","email":"ida@example.com"}}""",
            """{"type":"post","post":{"team":"elsewhere","channel":"attic","user":"ida","message":"hello","create_at":1600000000000}}""");
        Assert.Equal([2, 4], shell.Run<ChatImportFinding>("Test-ChatImport $args[0]", path).Select(finding => (int)finding.Line!.Value));
        Assert.Empty(shell.RunClean("Test-ChatImport $args[0] -Team ELSEWHERE", path));
        Assert.Empty(shell.RunClean("Test-ChatImport $args[0] -Team shop, else*", path));
        Assert.Equal(ChatImportRule.Length, shell.Run<ChatImportFinding>("Test-ChatImport $args[0] -Team * -MaxPostLength 4", path).Single().Rule);
    }

    [Fact]
    public void Files_may_be_left_out_of_account()
    {
        using var shell = new Shell();
        var path = Archive("one.zip", Version, """{"type":"emoji","emoji":{"name":"gone","image":"gone.png"}}""");
        Assert.Equal(ChatImportRule.Attachment, shell.Run<ChatImportFinding>("Test-ChatImport -LiteralPath $args[0]", path).Single().Rule);
        Assert.Empty(shell.RunClean("Test-ChatImport $args[0] -IgnoreAttachment", path));
    }

    [Fact]
    public void It_says_one_thing_at_a_time()
    {
        using var shell = new Shell();
        var error = shell.Fail("Test-ChatImport $args[0] -Quiet -Summary", Archive("one.zip", Version));
        Assert.StartsWith("ChatPS.InvalidRequest", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_is_asked_once_for_what_it_has()
    {
        using var shell = Connect();
        var team = TeamOf(shell);
        string[] lines = [Version,
            $$$"""{"type":"team","team":{"name":"{{{team}}}","display_name":"T","type":"O"}}""",
            $$$"""{"type":"channel","channel":{"team":"{{{team}}}","name":"town-square","display_name":"Town","type":"O"}}""",
            """{"type":"user","user":{"username":"sysadmin","email":"sysadmin@example.com"}}""",
            $$$"""{"type":"user","user":{"username":"ida","email":"ida@example.com","teams":[{"name":"{{{team}}}"}]}}""",
            $$$"""{"type":"post","post":{"team":"{{{team}}}","channel":"off-topic","user":"member","message":"hello","create_at":1600000000000}}""",
        ];
        var path = Archive("one.zip", lines);
        Archive("two.zip", lines);
        // By itself it is wanting, and nothing is sent for that.
        Assert.Equal(["post.user"], shell.Run<ChatImportFinding>("Test-ChatImport $args[0]", path).Select(finding => finding.Field));
        Assert.Empty(sandbox.Wire);

        var found = shell.Run<ChatImportFinding>("Test-ChatImport $args[0] -CheckServer", Path.Combine(_folder, "*.zip"));
        Assert.All(found, finding => Assert.Equal((ChatImportSeverity.Warning, ChatImportRule.Exists), (finding.Severity, finding.Rule)));
        string[] there = [team, $"{team}/town-square", "sysadmin"];
        Assert.Equal([.. there, .. there], found.Select(finding => finding.Item));
        Assert.Equal(
            ["GET /api/v4/config/client", "GET /api/v4/teams", "GET /api/v4/channels", "GET /api/v4/users", "GET /api/v4/schemes"],
            sandbox.Wire.Select(request => request.Split('?')[0]).Distinct());
        Assert.Single(sandbox.Wire, request => request.StartsWith("GET /api/v4/config/client", StringComparison.Ordinal));

        // Who names a session means its server.
        sandbox.Server.ClearRequests();
        Assert.True(shell.Run<bool>("Test-ChatImport $args[0] -Session (Get-ChatSession) -Quiet", path).Single());
        Assert.NotEmpty(sandbox.Wire);
    }

    [Fact]
    public void An_address_that_is_somebody_elses_on_the_server_is_an_error()
    {
        using var shell = Connect();
        var email = shell.Run<ChatUser>("Get-ChatUser member").Single().Email;
        var path = Archive("one.zip", Version, $$$"""{"type":"user","user":{"username":"ida","email":"{{{email}}}"}}""");
        Assert.Empty(shell.RunClean("Test-ChatImport $args[0]", path));
        var finding = shell.Run<ChatImportFinding>("Test-ChatImport $args[0] -CheckServer", path).Single();
        Assert.Equal((ChatImportSeverity.Error, ChatImportRule.Duplicate, "user.email", email), (finding.Severity, finding.Rule, finding.Field, finding.Item));
        Assert.Contains("'member'", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_archived_on_the_server_is_told()
    {
        using var shell = Connect();
        var team = TeamOf(shell);
        shell.RunClean("New-ChatRoom closed-shop -Team $args[0] | Remove-ChatRoom -Force", team);
        var path = Archive("one.zip", Version, $$$"""{"type":"channel","channel":{"team":"{{{team}}}","name":"closed-shop","display_name":"C","type":"O"}}""");
        var finding = shell.Run<ChatImportFinding>("Test-ChatImport $args[0] -CheckServer", path).Single();
        Assert.Equal(ChatImportRule.Exists, finding.Rule);
        Assert.Contains("archived", finding.Message, StringComparison.Ordinal);

        var posts = Archive("two.zip", Version, $$$"""{"type":"post","post":{"team":"{{{team}}}","channel":"closed-shop","user":"member","message":"m","create_at":1600000000000}}""");
        Assert.Equal(["post.channel"], shell.Run<ChatImportFinding>("Test-ChatImport $args[0] -CheckServer", posts).Select(found => found.Field));
    }

    [Fact]
    public void Other_platforms_servers_import_no_archives()
    {
        using var shell = sandbox.Connect(sandbox.Gitter);
        var path = Archive("one.zip", Version);
        Assert.True(shell.Run<bool>("Test-ChatImport $args[0] -Quiet", path).Single());
        var error = shell.Fail("Test-ChatImport $args[0] -CheckServer", path);
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
        using var alone = new Shell();
        Assert.StartsWith("ChatPS.NoSession", alone.Fail("Test-ChatImport $args[0] -CheckServer", path).FullyQualifiedErrorId, StringComparison.Ordinal);
    }
}
