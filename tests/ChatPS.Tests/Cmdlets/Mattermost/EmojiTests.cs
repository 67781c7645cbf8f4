namespace ChatPS.Tests.Cmdlets.Mattermost;

public sealed class EmojiTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>, IDisposable
{
    private static readonly byte[] Dot = Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    private string Picture(string name)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, Dot);
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void GetEmojiList()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var emoji = shell.Run<ChatEmoji>("Get-ChatEmoji ship*").Single();
        Assert.Equal("GET /api/v4/emoji?page=0&per_page=200", sandbox.Wire.First());
        Assert.Equal(("shipit", "member"), (emoji.Name, emoji.UserName));
        Assert.EndsWith($"/api/v4/emoji/{emoji.Id}/image", emoji.Url, StringComparison.Ordinal);
        Assert.NotNull(emoji.CreatedAt);
        sandbox.Server.ClearRequests();
        Assert.Equal("partying_robot", shell.Run<ChatEmoji>("Get-ChatEmoji -SortBy name -First 1").Single().Name);
        Assert.Equal("GET /api/v4/emoji?sort=name&page=0&per_page=1", sandbox.Wire.First());
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail("Get-ChatEmoji -SortBy id").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void GetEmoji_and_GetEmojiByName()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var emoji = shell.Run<ChatEmoji>("Get-ChatEmoji :shipit:").Single();
        Assert.Equal("GET /api/v4/emoji/name/shipit", sandbox.Wire.First());
        Assert.Equal("shipit", shell.Run<ChatEmoji>("Get-ChatEmoji $args[0]", emoji.Id).Single().Name);
        Assert.Contains($"GET /api/v4/emoji/{emoji.Id}", sandbox.Wire);
        var error = shell.Fail("Get-ChatEmoji none-such");
        Assert.Equal("app.emoji.get_by_name.no_result", Assert.IsType<ChatException>(error.Exception).ErrorId);
    }

    [Fact]
    public void SearchEmoji()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        Assert.Equal("partying_robot", shell.Run<ChatEmoji>("Get-ChatEmoji -Search robot").Single().Name);
        Assert.Equal("POST /api/v4/emoji/search", sandbox.Wire.First());
        Assert.Empty(shell.RunClean("Get-ChatEmoji x* -Search robot"));
    }

    [Fact]
    public void CreateEmoji()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var emoji = shell.Run<ChatEmoji>("New-ChatEmoji :made: $args[0]", Picture("one.gif")).Single();
        Assert.Equal(["POST /api/v4/emoji"], sandbox.Wire);
        var request = sandbox.Server.Requests[^1];
        Assert.StartsWith("multipart/form-data", request.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Contains($$"""{"name":"made","creator_id":"{{sandbox.Mattermost.Admin.UserId}}"}""", request.Body, StringComparison.Ordinal);
        Assert.Equal(("made", "sysadmin"), (emoji.Name, emoji.UserName));
        var error = shell.Fail("New-ChatEmoji made $args[0]", Picture("one.gif"));
        Assert.Equal("api.emoji.create.duplicate.app_error", Assert.IsType<ChatException>(error.Exception).ErrorId);

        // A folder of pictures, each under its file's name.
        Picture("first.gif");
        Picture("second.gif");
        var made = shell.Run<ChatEmoji>("Get-ChildItem $args[0] -Filter *.gif | Where-Object BaseName -ne one | New-ChatEmoji", _folder.FullName);
        Assert.Equal(["first", "second"], made.Select(e => e.Name).Order());
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("New-ChatEmoji x $args[0]", Path.Combine(_folder.FullName, "none.gif")).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void GetEmojiImage()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        var files = shell.Run<FileInfo>("Save-ChatEmoji shipit, partying_robot $args[0] -PassThru", _folder.FullName);
        Assert.Equal(["shipit.gif", "partying_robot.gif"], files.Select(f => f.Name));
        Assert.Equal(Dot, File.ReadAllBytes(files[0].FullName));
        Assert.StartsWith("ChatPS.Conflict", shell.Fail("Save-ChatEmoji shipit $args[0]", _folder.FullName).FullyQualifiedErrorId, StringComparison.Ordinal);
        shell.RunClean("Get-ChatEmoji shipit | Save-ChatEmoji -Destination $args[0] -Force", _folder.FullName);
        sandbox.Server.ClearRequests();
        shell.RunClean("Save-ChatEmoji shipit $args[0] -Force -WhatIf", _folder.FullName);
        Assert.Empty(sandbox.Wire);
    }

    [Fact]
    public void DeleteEmoji()
    {
        using var shell = sandbox.Connect(sandbox.Mattermost);
        shell.RunClean("$file = $args[0]; $them = 'gone1', 'gone2' | ForEach-Object { New-ChatEmoji $_ $file }", Picture("x.gif"));
        sandbox.Server.ClearRequests();
        shell.RunClean("$them | Remove-ChatEmoji -Force -WhatIf");
        Assert.Empty(sandbox.Wire);
        shell.RunClean("$them[0] | Remove-ChatEmoji -Force; Remove-ChatEmoji gone2 -Force");
        var ids = shell.RunClean("$them.Id");
        Assert.Equal([$"DELETE /api/v4/emoji/{ids[0]}", "GET /api/v4/emoji/name/gone2", $"DELETE /api/v4/emoji/{ids[1]}"], sandbox.Wire);
        shell.Run("'gone1', 'gone2' | Remove-ChatEmoji -Force");
        Assert.Equal(2, shell.Errors.Count);
    }

    [Theory]
    [InlineData("New-ChatEmoji a x.gif")]
    [InlineData("Remove-ChatEmoji a -Force")]
    [InlineData("Save-ChatEmoji a")]
    [InlineData("Get-ChatEmoji -Search a")]
    public void What_HipChat_has_no_place_for_is_refused(string script)
    {
        using var shell = sandbox.Connect(sandbox.HipChat);
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(script).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
