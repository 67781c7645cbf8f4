using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Sandbox;
using ChatPS.Tests.Client;

namespace ChatPS.Tests.Cmdlets;

public sealed class ChatAppBuildTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chatps").FullName;

    private SandboxRequestRecord Last => sandbox.Server.Requests[^1];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void An_address_is_built_as_it_is()
    {
        using var shell = Connect();
        var build = shell.Run<ChatAppBuild>(
            "New-ChatAppBuild shop -SourceUrl https://source.example.com/a.tgz -Version v1 -VersionDescription First -Checksum SHA256:00 -Buildpack heroku/ruby, https://packs.example.com/b.tgz").Single();
        Assert.Equal(["POST /apps/shop/builds"], sandbox.Wire);
        Assert.Equal(
            """{"source_blob":{"url":"https://source.example.com/a.tgz","version":"v1","version_description":"First","checksum":"SHA256:00"},"buildpacks":[{"name":"heroku/ruby"},{"url":"https://packs.example.com/b.tgz"}]}""",
            Last.Body);
        Assert.Equal(("pending", "v1", "First"), (build.Status, build.Version, build.VersionDescription));
        Assert.Equal(["heroku/ruby", "https://packs.example.com/b.tgz"], build.Buildpacks);
        Assert.Equal(sandbox.Heroku.Admin.Email, build.UserName);
    }

    [Fact]
    public async Task A_folder_is_packed_without_its_history()
    {
        using var shell = Connect();
        var bin = Directory.CreateDirectory(Path.Combine(_folder, "bin"));
        Directory.CreateDirectory(Path.Combine(_folder, ".git"));
        File.WriteAllText(Path.Combine(_folder, ".git", "config"), "secret");
        File.WriteAllText(Path.Combine(_folder, "Procfile"), "web: bin/serve\nworker: bin/work\n");
        File.WriteAllText(Path.Combine(bin.FullName, "serve"), "#!/bin/sh");
        var names = new List<string> { "bin/", "bin/serve", "Procfile" };
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.Combine(bin.FullName, "serve"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
            File.CreateSymbolicLink(Path.Combine(_folder, "run"), "bin/serve");
            names.Add("run");
        }
        var build = shell.Run<ChatAppBuild>("New-ChatAppBuild shop $args[0] -Wait", _folder).Single();
        Assert.Equal(["POST /sources", "PUT " + new Uri(build.SourceUrl!).AbsolutePath, "POST /apps/shop/builds", "GET " + new Uri(build.OutputUrl!).AbsolutePath,
            $"GET /apps/{build.AppId}/builds/{build.Id}"], sandbox.Wire);
        Assert.Null(sandbox.Server.Requests[1].Header("Authorization"));
        Assert.Equal("succeeded", build.Status);
        Assert.Equal("bin/work", shell.Run<ChatAppSlug>("Get-ChatAppBuild shop $args[0] | Get-ChatAppSlug", build.Id).Single().ProcessTypes["worker"]);

        using var http = new HttpClient();
        await using var tar = new TarReader(new GZipStream(await http.GetStreamAsync(new Uri(build.SourceUrl!)), CompressionMode.Decompress));
        var entries = new List<PaxTarEntry>();
        while (await tar.GetNextEntryAsync(copyData: true) is { } entry)
            entries.Add((PaxTarEntry)entry);
        Assert.Equal(names.Order(), entries.Select(e => e.Name).Order());
        Assert.All(entries, e => Assert.Equal("", e.UserName));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserExecute, entries.Single(e => e.Name == "bin/serve").Mode);
            Assert.Equal((TarEntryType.SymbolicLink, "bin/serve"), entries.Where(e => e.Name == "run").Select(e => (e.EntryType, e.LinkName)).Single());
        }
    }

    [Fact]
    public void An_archive_goes_as_it_is_and_its_checksum_is_checked()
    {
        using var shell = Connect();
        var file = Path.Combine(_folder, "source.tgz");
        File.WriteAllText(file, "as it is");
        var checksum = "SHA256:" + Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)));
        Assert.Equal("succeeded", shell.Run<ChatAppBuild>("[IO.FileInfo]$args[0] | New-ChatAppBuild shop -Checksum $args[1] -Wait", file, checksum).Single().Status);
        Assert.Equal("as it is", sandbox.Server.Requests.Single(r => r.Method == "PUT").Body);
    }

    [Fact]
    public void A_build_that_fails_is_an_error_with_the_build_and_the_next_has_its_turn()
    {
        using var shell = Connect();
        File.WriteAllText(Path.Combine(_folder, "a"), "a");
        var rows = shell.Run(
            "[pscustomobject]@{ App = 'shop'; Checksum = 'SHA256:00' }, [pscustomobject]@{ App = 'depot'; Checksum = '' } | New-ChatAppBuild -Path $args[0] -Wait -Verbose", _folder);
        Assert.Equal("succeeded", ((ChatAppBuild)Assert.Single(rows).BaseObject).Status);
        var error = Assert.Single(shell.Errors);
        Assert.Equal("failed", Assert.IsType<ChatAppBuild>(error.TargetObject).Status);
        Assert.Contains("checksum", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("-----> Building on the", shell.Spoken, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_waits_looks_again_until_the_build_has_ended()
    {
        var looked = 0;
        using var server = new ScriptedServer(request => request.Target switch
        {
            "/account" => new("""{"id":"1","email":"ada@example.com"}"""),
            "/output" => new("gone", 404, "text/plain"),
            _ => new($$"""{"id":"b1","app":{"id":"a1"},"status":"{{(++looked < 4 ? "pending" : "succeeded")}}"}"""),
        });
        var clock = new JumpingClock(DateTimeOffset.UnixEpoch.AddYears(56));
        var connection = await Connections.OpenAsync(Enum.Parse<ChatPlatform>("Heroku"), server.Uri, clock);
        var lines = new List<string>();
        var build = new ChatAppBuild { Session = connection.Session, AppId = "a1", Id = "b1", Status = "pending", OutputUrl = new Uri(server.Uri, "output").AbsoluteUri };
        build = await connection.Find<IAppBuildFollower>()!.WaitAsync(build, lines.Add, CallContext.Silent);
        Assert.Equal(("succeeded", 4), (build.Status, looked));
        Assert.Empty(lines);
    }

    [Fact]
    public void Builds_are_listed_and_found()
    {
        using var shell = Connect();
        shell.RunClean("$build = New-ChatAppBuild shop -SourceUrl https://source.example.com/list.tgz -Version list-1");
        var build = shell.Run<ChatAppBuild>("Get-ChatAppBuild shop list-*").Single();
        Assert.Equal("GET /apps/shop/builds", sandbox.Wire.Last());
        Assert.Single(shell.Run<ChatAppBuild>("Get-ChatAppBuild shop -First 1 -SortBy started_at -Descending"));
        Assert.Equal("started_at ..; max=1, order=desc", Last.Header("Range"));
        Assert.Equal(build.Id, shell.Run<ChatAppBuild>("[pscustomobject]@{ AppId = 'shop'; AppBuildId = $args[0] } | Get-ChatAppBuild", build.Id).Single().Id);
        Assert.Equal($"GET /apps/shop/builds/{build.Id}", sandbox.Wire.Last());
        Assert.NotEmpty(shell.Run<ChatAppBuild>("Get-ChatApp shop | Get-ChatAppBuild"));
        Assert.StartsWith("ChatPS.NotFound", shell.Fail("Get-ChatAppBuild shop none-such").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Builds_are_stopped_each_for_itself()
    {
        using var shell = Connect();
        shell.RunClean("$builds = 'a', 'b' | ForEach-Object { New-ChatAppBuild shop -SourceUrl https://source.example.com/$_.tgz }");
        sandbox.Server.ClearRequests();
        shell.RunClean("$builds | Stop-ChatAppBuild -WhatIf");
        Assert.Empty(sandbox.Wire);
        var stopped = shell.Run("$builds[0], 'none-such', $builds[1] | Stop-ChatAppBuild shop -PassThru");
        Assert.Equal(["failed", "failed"], stopped.Select(b => ((ChatAppBuild)b.BaseObject).Status));
        Assert.Equal("none-such", Assert.Single(shell.Errors).TargetObject);
        Assert.Equal("DELETE /apps/shop/builds/none-such", sandbox.Wire.ElementAt(1));
        Assert.Contains("done already", shell.Fail("$builds[0] | Stop-ChatAppBuild").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_piped_apps_team_is_no_wish()
    {
        using var shell = Connect();
        var script = "Get-ChatTeam -First 1 | ForEach-Object { New-ChatApp team-shop -Team $_ } | New-ChatAppBuild -SourceUrl https://source.example.com/a.tgz";
        Assert.Single(shell.Run<ChatAppBuild>(script));
        Assert.StartsWith("ChatPS.NotSupported", shell.Fail(
            "New-ChatAppBuild shop -Team ops -SourceUrl https://source.example.com/a.tgz").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void The_cache_is_cleared()
    {
        using var shell = Connect();
        shell.RunClean("Remove-ChatAppBuild shop -Cache -WhatIf");
        Assert.Empty(sandbox.Wire);
        Assert.Empty(shell.RunClean("Remove-ChatAppBuild shop -Cache; 'shop', 'depot' | Get-ChatApp | Remove-ChatAppBuild -Cache"));
        Assert.Equal(3, sandbox.Wire.Count(w => w.StartsWith("DELETE ", StringComparison.Ordinal) && w.EndsWith("/build-cache", StringComparison.Ordinal)));
        Assert.Equal("DELETE /apps/shop/build-cache", sandbox.Wire.First());
    }

    [Fact]
    public void What_is_not_there_is_not_begun_with()
    {
        using var shell = Connect();
        shell.RunClean("New-ChatAppBuild shop $args[0] -WhatIf", _folder);
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("New-ChatAppBuild shop ./nothing").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("New-ChatAppBuild -Path $args[0]", _folder).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);

        using var other = sandbox.Connect(sandbox.Mattermost);
        foreach (var script in new[]
        {
            "Get-ChatAppBuild a", "New-ChatAppBuild a -SourceUrl https://source.example.com/a.tgz", "Stop-ChatAppBuild a b", "Remove-ChatAppBuild a -Cache",
        })
            Assert.StartsWith("ChatPS.NotSupported", other.Fail(script).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    private Shell Connect()
    {
        var shell = sandbox.Connect(sandbox.Heroku);
        shell.Run("$null = 'shop', 'depot' | New-ChatApp -ErrorAction Ignore");
        sandbox.Server.ClearRequests();
        return shell;
    }
}
