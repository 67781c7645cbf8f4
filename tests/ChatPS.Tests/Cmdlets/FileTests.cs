namespace ChatPS.Tests.Cmdlets;

public sealed class FileTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chatps").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Shell Connect()
    {
        var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("param($f) $global:folder = $f; $global:room = Get-ChatRoom | Where-Object Name -eq backend", _folder);
        sandbox.Server.ClearRequests();
        return shell;
    }

    private string Path(string name) => System.IO.Path.Combine(_folder, name);

    [Fact]
    public void Piped_files_are_uploaded_and_come_back_whole()
    {
        using var shell = Connect();
        var bytes = new byte[6_000_000];
        new Random(1).NextBytes(bytes);
        File.WriteAllBytes(Path("a [1].bin"), bytes);
        File.WriteAllText(Path("bär.txt"), "hello");

        var files = shell.Run<ChatFile>("'a [1].bin', 'bär.txt' | ForEach-Object { [IO.FileInfo]($folder + '/' + $_) } | Send-ChatFile $room");
        Assert.Equal(["a [1].bin", "bär.txt"], files.Select(f => f.Name));
        Assert.Equal([bytes.Length, 5], files.Select(f => f.Size));

        Directory.CreateDirectory(Path("out"));
        shell.RunClean("param($ids) $ids | Save-ChatFile -Destination $folder/out", (object)files.Select(f => f.Id).ToArray());
        Assert.Equal(bytes, File.ReadAllBytes(Path("out/a [1].bin")));
        Assert.Equal(2, Directory.GetFiles(Path("out")).Length);
    }

    [Fact]
    public void The_owner_that_a_files_object_has_on_Unix_is_not_whom_it_is_sent_to()
    {
        using var shell = Connect();
        File.WriteAllText(Path("owned.txt"), "a");
        Assert.Equal("owned.txt", shell.Run<ChatFile>("[pscustomobject]@{ FullName = $folder + '/owned.txt'; User = 'root'; Group = 'root' } | Send-ChatFile $room").Single().Name);
    }

    [Fact]
    public void A_message_takes_files_along_and_gives_them_back()
    {
        using var shell = Connect();
        File.WriteAllText(Path("a.txt"), "a");
        File.WriteAllText(Path("b.txt"), "b");
        shell.RunClean("$it = Send-ChatMessage $room -File $folder/*.txt -PassThru");
        Assert.Equal(["a.txt", "b.txt"], shell.Run<ChatFile>("$it | Get-ChatFile").Select(f => f.Name));
        Assert.Equal(1, sandbox.Wire.Count(w => w.StartsWith("POST /api/v4/files", StringComparison.Ordinal)));
        Assert.Equal("a.txt", shell.Run<ChatFile>("$it.FileIds[0] | Get-ChatFile").Single().Name);
        Assert.Equal("a.txt", shell.Run<ChatFile>("$it | Get-ChatFile -First 1 | Get-ChatFile").Single().Name);
    }

    [Fact]
    public void What_is_there_stays_unless_forced()
    {
        using var shell = Connect();
        File.WriteAllText(Path("a.txt"), "new");
        shell.RunClean("$it = Send-ChatFile $room $folder/a.txt");
        File.WriteAllText(Path("a.txt"), "old");
        Assert.StartsWith("ChatPS.Conflict", shell.Fail("$it | Save-ChatFile -Destination $folder").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(Path("a.txt")));
        Assert.Equal(Path("a.txt"), shell.Run<FileInfo>("$it | Save-ChatFile -Destination $folder -Force -PassThru").Single().FullName);
        Assert.Equal("new", File.ReadAllText(Path("a.txt")));
        shell.RunClean("$it | Save-ChatFile -Destination $folder/c.txt; $it, $it | Save-ChatFile -Destination $folder -WhatIf");
        Assert.Equal("new", File.ReadAllText(Path("c.txt")));
    }

    [Fact]
    public void A_cut_body_leaves_no_half_file()
    {
        using var shell = Connect();
        File.WriteAllBytes(Path("a.bin"), new byte[200_000]);
        shell.RunClean("$it = Send-ChatFile $room $folder/a.bin");
        Directory.CreateDirectory(Path("out"));
        sandbox.Mattermost.Faults.CutNext(1);
        Assert.StartsWith("ChatPS.ConnectionFailed", shell.Fail(
            "$it | Save-ChatFile -Destination $folder/out -Retry @{ MaxRetries = 0 }").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(Path("out")));

        sandbox.Mattermost.Faults.CutNext(1);
        shell.RunClean("$it | Save-ChatFile -Destination $folder/out -Retry @{ InitialInterval = 0.01 }");
        Assert.Equal(200_000, new FileInfo(Path("out/a.bin")).Length);
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"..\..\x.ps1", "x.ps1")]
    [InlineData("..", "id")]
    [InlineData("", "id")]
    [InlineData("a/", "id")]
    [InlineData("nul.txt", "_nul.txt")]
    [InlineData("COM1", "_COM1")]
    [InlineData("a:b?.txt. ", "ab.txt")]
    [InlineData("exe\u202Etxt.\u0000sh", "exetxt.sh")]
    [InlineData("bär 1.txt", "bär 1.txt")]
    public void Names_from_the_server_lead_nowhere(string given, string expected)
    {
        Assert.Equal(expected, ChatPS.Files.SafeFileName.Of(given, "id"));
    }
}
