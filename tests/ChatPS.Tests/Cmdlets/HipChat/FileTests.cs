using System.Text.RegularExpressions;
using ChatPS.Sandbox;

namespace ChatPS.Tests.Cmdlets.HipChat;

public sealed class FileTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chatps").FullName;

    private SandboxRequestRecord Last => sandbox.Server.Requests[^1];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Shell Connect()
    {
        var shell = sandbox.Connect(sandbox.HipChat);
        shell.RunClean("param($f) $global:folder = $f; $null = Invoke-ChatOperation CreateRoom -Argument @{ name = \"Files $([guid]::NewGuid())\" } | ForEach-Object { $global:room = [string]$_.id }", _folder);
        File.WriteAllText(Path.Combine(_folder, "a.txt"), "hello");
        File.WriteAllText(Path.Combine(_folder, "b.txt"), "world!");
        sandbox.Server.ClearRequests();
        return shell;
    }

    [Fact]
    public void ShareFileWithRoom()
    {
        using var shell = Connect();
        Assert.Empty(shell.RunClean("Send-ChatFile $room $folder/*.txt -Text 'as asked'"));
        Assert.Equal(2, sandbox.Wire.Count(w => Regex.IsMatch(w, "^POST /v2/room/[0-9]+/share/file$")));
        Assert.StartsWith("multipart/related", Last.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Contains("""{"message":"as asked"}""", Last.Body, StringComparison.Ordinal);
        Assert.Contains("attachment; name=\"file\"; filename=\"b.txt\"", Last.Body, StringComparison.Ordinal);
        Assert.Contains("world!", Last.Body, StringComparison.Ordinal);

        // The message says which file it has.
        shell.RunClean("$it = Get-ChatMessage $room -First 1");
        Assert.Equal(["b.txt", "6", "as asked"], shell.RunClean("$it.File.name; $it.File.size; $it.Text").Select(o => o.ToString()));
    }

    [Fact]
    public void ShareFileWithUser()
    {
        using var shell = Connect();
        var member = sandbox.HipChat.Accounts[1];
        shell.RunClean("[IO.FileInfo]\"$folder/a.txt\" | Send-ChatFile -User $args[0]", member.Email);
        Assert.Equal([$"POST /v2/user/{Uri.EscapeDataString(member.Email)}/share/file"], sandbox.Wire);
        Assert.Equal("a.txt", shell.RunClean("(Get-ChatMessage -User $args[0] -First 1).File.name", member.Email).Single().ToString());
    }

    [Fact]
    public void A_message_takes_files_along_each_as_one_of_its_own()
    {
        using var shell = Connect();
        shell.RunClean("Send-ChatMessage $room 'two files' -File $folder/*.txt");
        Assert.Equal(2, sandbox.Wire.Count());
        Assert.Equal(["", "two files"], shell.Run<ChatMessage>("Get-ChatMessage $room -First 2").Select(m => m.Text));
    }

    [Fact]
    public void Nothing_is_sent_of_a_rehearsal_or_of_what_is_not_there()
    {
        using var shell = Connect();
        shell.RunClean("Send-ChatFile $room $folder/a.txt -WhatIf");
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("Send-ChatFile $room $folder/none.txt").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail("Send-ChatFile $room $folder/a.txt -Team x").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
        using var elsewhere = sandbox.Connect(sandbox.Mattermost);
        elsewhere.RunClean("param($f) $global:folder = $f", _folder);
        Assert.StartsWith("ChatPS.NotSupported", elsewhere.Fail("Send-ChatFile room $folder/a.txt -Text x").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void A_large_file_tells_how_far_it_is()
    {
        using var shell = Connect();
        File.WriteAllBytes(Path.Combine(_folder, "large.bin"), new byte[3_000_000]);
        shell.RunClean("Send-ChatFile $room $folder/large.bin");
        Assert.Contains("Uploading large.bin", shell.Spoken, StringComparison.Ordinal);
        Assert.Equal("3000000", shell.RunClean("(Get-ChatMessage $room -First 1).File.size").Single().ToString());
    }
}
