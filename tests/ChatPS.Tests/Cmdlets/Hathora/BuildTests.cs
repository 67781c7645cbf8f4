using System.Xml.Linq;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Platforms.Hathora;
using ChatPS.Sandbox;
using ChatPS.Sandbox.Platforms.Hathora;
using ChatPS.Tests.Client;

namespace ChatPS.Tests.Cmdlets.Hathora;

public sealed class BuildTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>, IDisposable
{
    private const string Team = "Northwind Games";
    private const string Builds = "/builds/v3/builds";
    private const int Chunk = 100;

    private readonly string _folder = Directory.CreateTempSubdirectory("chatps").FullName;

    private SandboxRequestRecord Last => sandbox.Server.Requests[^1];

    /// <summary>The requests without the store's addresses, which are secrets; parts by their numbers.</summary>
    private IEnumerable<string> Steps => sandbox.Server.Requests.Select(r => r.Target.StartsWith("/build-uploads/", StringComparison.Ordinal)
        ? r.Method == "PUT" ? $"part {PartOf(r)}" : "complete"
        : $"{r.Method} {r.Target.Split('?')[0]}");

    public void Dispose()
    {
        sandbox.Hathora.Faults.Clear();
        ((HathoraService)sandbox.Hathora).MaxChunkSize = 5 * 1024 * 1024;
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A session that falls back to a team; the team's id.</summary>
    private (Shell Shell, string Org) Connect()
    {
        var shell = sandbox.Connect(sandbox.Hathora);
        var team = shell.Run<ChatTeam>("$team = Get-ChatTeam $args[0]; Set-ChatSession -Team $team.Id; $team", Team).Single();
        sandbox.Server.ClearRequests();
        return (shell, team.Id);
    }

    /// <summary>A source of at least three parts.</summary>
    private string Source(string dockerfile = "FROM alpine\nRUN echo hello\n")
    {
        ((HathoraService)sandbox.Hathora).MaxChunkSize = Chunk;
        File.WriteAllText(Path.Combine(_folder, "Dockerfile"), dockerfile);
        // What cannot be made smaller.
        var filling = new byte[200];
        new Random(1).NextBytes(filling);
        File.WriteAllBytes(Path.Combine(_folder, "server.bin"), filling);
        // Packed once more it is the same to the byte.
        foreach (var file in Directory.GetFiles(_folder))
            File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch.AddYears(50));
        return _folder;
    }

    private static int PartOf(SandboxRequestRecord request) =>
        int.Parse(request.Target.Split("partNumber=")[1].Split('&')[0], System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public void GetBuilds()
    {
        var (shell, org) = Connect();
        using var _ = shell;
        // The session's default app is no hindrance.
        shell.RunClean("Set-ChatSession -App arena");
        var builds = shell.Run<ChatAppBuild>("Get-ChatAppBuild");
        Assert.Equal([$"GET {Builds}?orgId={org}"], sandbox.Wire);
        Assert.All(builds, b => Assert.Equal((org, null), (b.TeamId, b.AppId)));
        Assert.Contains("created", builds.Select(b => b.Status));
        Assert.Contains("failed", builds.Select(b => b.Status));
        var done = builds.First(b => b.Status == "succeeded");
        Assert.True(done.ImageSize > 0 && done.CreatedAt <= done.StartedAt && done.StartedAt < done.FinishedAt);
        Assert.Contains("share", done.ShareUrl, StringComparison.Ordinal);
        Assert.Contains('@', done.UserId!);

        var tag = done.Tag!;
        Assert.All(shell.Run<ChatAppBuild>("Get-ChatAppBuild -Build $args[0]", tag[..3] + "*"), b => Assert.StartsWith(tag[..3], b.Tag, StringComparison.Ordinal));
        Assert.Equal(builds[1].Id, shell.Run<ChatAppBuild>("Get-ChatAppBuild -First 1 -Skip 1").Single().Id);
        var other = shell.Run<ChatAppBuild>("Get-ChatTeam | Where-Object Name -ne $args[0] | Get-ChatAppBuild", Team);
        Assert.All(other, b => Assert.NotEqual(org, b.TeamId));
        Assert.NotEmpty(other);
        Assert.Equal(other.Count, shell.Run<ChatAppBuild>("Get-ChatTeam | Where-Object Name -ne $args[0] | ForEach-Object { Get-ChatAppBuild -Team $_.Name }", Team).Count);
    }

    [Fact]
    public void GetBuild()
    {
        var (shell, org) = Connect();
        using var _ = shell;
        var id = shell.Run<ChatAppBuild>("$build = Get-ChatAppBuild -First 1; $build").Single().Id;
        sandbox.Server.ClearRequests();
        var build = shell.Run<ChatAppBuild>("Get-ChatAppBuild -Build $args[0]", id).Single();
        Assert.Equal([$"GET {Builds}/{id}?orgId={org}"], sandbox.Wire);
        Assert.Equal((id, id, org), (build.Id, build.AppBuildId, build.TeamId));
        Assert.Equal(id, shell.Run<ChatAppBuild>("$build | Get-ChatAppBuild").Single().Id);
        Assert.Equal(id, shell.Run<ChatAppBuild>("Get-ChatAppBuild -Build $build").Single().Id);
        Assert.Equal(id, shell.Run<ChatAppBuild>("[pscustomobject]@{ AppBuildId = $args[0] } | Get-ChatAppBuild", id).Single().Id);
        Assert.All(sandbox.Wire, w => Assert.Equal($"GET {Builds}/{id}?orgId={org}", w));
        var error = shell.Fail("Get-ChatAppBuild -Build bld-none, $args[0]", id);
        Assert.Equal(("ChatPS.NotFound", "bld-none"), (error.FullyQualifiedErrorId.Split(',')[0], error.TargetObject));

        // A build of another team tells its team itself.
        var other = shell.Run<ChatAppBuild>("$other = Get-ChatTeam | Where-Object Name -ne $args[0] | Get-ChatAppBuild -First 1; $other", Team)[0];
        Assert.Equal(other.Id, shell.Run<ChatAppBuild>("Get-ChatAppBuild -Build $other[0]").Single().Id);
        Assert.EndsWith("orgId=" + other.TeamId, Last.Target, StringComparison.Ordinal);
    }

    [Fact]
    public void The_builds_of_an_app_are_those_that_it_was_deployed_with()
    {
        var (shell, _) = Connect();
        using var __ = shell;
        var app = shell.Run<ChatApp>("$arena = Get-ChatApp arena; $arena").Single();
        var expected = shell.Run<ChatDeployment>("Get-ChatDeployment arena").Select(d => d.BuildId).Distinct().ToArray();
        var builds = shell.Run<ChatAppBuild>("Get-ChatAppBuild arena");
        Assert.Equal(expected, builds.Select(b => b.Id));
        Assert.All(builds, b => Assert.Equal((app.Id, "arena"), (b.AppId, b.AppName)));
        Assert.Equal(expected, shell.Run<ChatAppBuild>("$arena | Get-ChatAppBuild").Select(b => b.Id));
        Assert.Equal(expected[1], shell.Run<ChatAppBuild>("$arena | Get-ChatAppBuild -First 1 -Skip 1").Single().Id);
        Assert.Equal("arena", shell.Run<ChatApp>("(Get-ChatAppBuild arena -First 1) | Get-ChatApp").Single().Name);
        Assert.Contains("-App takes", shell.Fail("Get-ChatAppBuild 0.1*").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void CreateBuild_in_parts_and_RunBuild()
    {
        var (shell, org) = Connect();
        using var _ = shell;
        var build = shell.Run<ChatAppBuild>("New-ChatAppBuild -Path $args[0] -Tag v1 -Id my-build -Wait -PartLimit 1 -Verbose", Source()).Single();
        // Its output, in order.
        Assert.Matches("(?s)Unpacking the source.*Step 1/2 : FROM alpine.*Step 2/2 : RUN echo hello.*Build succeeded", shell.Spoken);
        Assert.Contains("Uploading", shell.Spoken, StringComparison.Ordinal);
        var requests = sandbox.Server.Requests.ToArray();
        var parts = requests.Where(r => r.Method == "PUT").ToArray();
        Assert.True(parts.Length >= 3);
        Assert.Equal(
            [$"POST {Builds}", .. Enumerable.Range(1, parts.Length).Select(n => $"part {n}"), "complete", $"POST {Builds}/my-build/run", $"GET {Builds}/my-build"],
            Steps);
        Assert.Equal($"{Builds}?orgId={org}", requests[0].Target);
        var length = (int)System.Text.Json.Nodes.JsonNode.Parse(requests[0].Body)!["buildSizeInBytes"]!;
        Assert.Equal($$"""{"buildId":"my-build","buildTag":"v1","buildSizeInBytes":{{length}}}""", requests[0].Body);
        Assert.Equal((length + Chunk - 1) / Chunk, parts.Length);
        Assert.All(parts[..^1], p => Assert.Equal(Chunk.ToString(System.Globalization.CultureInfo.InvariantCulture), p.Header("Content-Length")));
        Assert.Equal(((length - 1) % Chunk + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), parts[^1].Header("Content-Length"));

        var complete = requests.Single(r => r.Method == "POST" && r.Target.StartsWith("/build-uploads/", StringComparison.Ordinal));
        Assert.Equal("application/xml", complete.Header("Content-Type"));
        var list = XElement.Parse(complete.Body);
        Assert.Equal("CompleteMultipartUpload", list.Name);
        Assert.Equal(Enumerable.Range(1, parts.Length).Select(n => (n.ToString(System.Globalization.CultureInfo.InvariantCulture), true)),
            list.Elements("Part").Select(p => (p.Element("PartNumber")!.Value, p.Element("ETag")!.Value.StartsWith('"'))));
        // The store is told nothing of who we are, and nobody is told its addresses.
        Assert.All([.. parts, complete], r => Assert.Null(r.Header("Authorization")));
        Assert.Equal(["Bearer"], requests.Except([.. parts, complete]).Select(r => r.Header("Authorization")!.Split(' ')[0]).Distinct());
        Assert.DoesNotContain("uploadId", shell.Spoken, StringComparison.Ordinal);
        Assert.DoesNotContain(complete.Target.Split("uploadId=")[1], shell.Spoken, StringComparison.Ordinal);

        Assert.Equal(("succeeded", "my-build", "v1", org), (build.Status, build.Id, build.Tag, build.TeamId));
        Assert.True(build.ImageSize > 0 && build.ContentHash is not null && build.FinishedAt >= build.StartedAt);
        Assert.DoesNotContain(shell.RunClean("Get-ChatAppBuild -Build my-build").Single().Properties, p => $"{p.Value}".Contains("build-uploads", StringComparison.Ordinal));
        Assert.Contains("my-build", shell.Fail("New-ChatAppBuild -Path $args[0] -Id my-build", _folder).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_go_side_by_side_and_are_listed_in_order()
    {
        var (shell, _) = Connect();
        using var __ = shell;
        var archive = Path.Combine(_folder, "noise.tgz");
        ((HathoraService)sandbox.Hathora).MaxChunkSize = Chunk;
        var noise = new byte[12 * Chunk];
        new Random(2).NextBytes(noise);
        File.WriteAllBytes(archive, noise);
        var build = shell.Run<ChatAppBuild>("[IO.FileInfo]$args[0] | New-ChatAppBuild -NoRun", archive).Single();
        Assert.Equal("created", build.Status);
        Assert.Equal(Enumerable.Range(1, 12), sandbox.Server.Requests.Where(r => r.Method == "PUT").Select(PartOf).Order());
        Assert.Equal("complete", Steps.Last());
        Assert.Equal(Enumerable.Range(1, 12).Select(n => $"{n}"), XElement.Parse(Last.Body).Elements("Part").Select(p => p.Element("PartNumber")!.Value));
    }

    [Fact]
    public void A_part_that_fails_twice_is_sent_again()
    {
        var (shell, _) = Connect();
        using var __ = shell;
        var folder = Source();
        sandbox.Hathora.Faults.AppliesTo = (method, _) => method == "PUT";
        sandbox.Hathora.Faults.FailNext(2);
        var build = shell.Run<ChatAppBuild>("New-ChatAppBuild -Path $args[0] -Wait -PartLimit 1 -Retry @{ MaxRetries = 3; InitialInterval = 0.001 }", folder).Single();
        Assert.Equal("succeeded", build.Status);
        Assert.Equal(["part 1", "part 1", "part 1", "part 2"], Steps.Skip(1).Take(4));
        Assert.Equal([503, 503, 200], sandbox.Server.Requests.Where(r => r.Method == "PUT" && PartOf(r) == 1).Select(r => r.Status));
    }

    [Fact]
    public void An_upload_that_broke_off_goes_on_with_what_is_missing()
    {
        var (shell, _) = Connect();
        using var __ = shell;
        var folder = Source();
        sandbox.Hathora.Faults.AppliesTo = (method, _) => method == "PUT";
        sandbox.Hathora.Faults.FailEvery(2);
        shell.Run("New-ChatAppBuild -Path $args[0] -PartLimit 1 -Tag again -Wait -Retry @{ MaxRetries = 0 } -ErrorVariable failed -ErrorAction SilentlyContinue", folder);
        Assert.Equal([$"POST {Builds}", "part 1", "part 2"], Steps);
        var error = Assert.Single(shell.Run<System.Management.Automation.ErrorRecord>("$failed"));
        Assert.StartsWith("ChatPS.ServerError", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("part 2", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("-Resume", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.DoesNotContain("uploadId", error + error.Exception.ToString(), StringComparison.Ordinal);
        var build = Assert.IsType<ChatAppBuild>(error.TargetObject);
        Assert.Equal(("created", "again"), (build.Status, build.Tag));

        // Another source is none to go on with: of another length, or with other words of the same length.
        shell.RunClean("$build = $failed[0].TargetObject");
        sandbox.Server.ClearRequests();
        File.WriteAllText(Path.Combine(folder, "Dockerfile"), "FROM alpine\nRUN echo hello, everybody who is here\n");
        Assert.Contains("bytes", shell.Fail("New-ChatAppBuild -Path $args[0] -Resume $build", folder).ToString(), StringComparison.Ordinal);
        var archive = Path.Combine(folder, "..", Path.GetFileName(folder) + ".tgz");
        try
        {
            File.WriteAllBytes(archive, new byte[build.Origin is BuildUpload upload ? upload.Source.Length : 0]);
            Assert.Contains("has changed", shell.Fail("New-ChatAppBuild -Path $args[0] -Resume $build", archive).ToString(), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(archive);
        }
        shell.RunClean("New-ChatAppBuild -Path $args[0] -Resume $build -WhatIf", folder);
        Assert.Empty(sandbox.Wire);

        // A folder that is as it was is packed as it was.
        Source();
        sandbox.Hathora.Faults.Clear();
        var done = shell.Run<ChatAppBuild>("New-ChatAppBuild -Path $args[0] -Resume $build -Wait -PartLimit 1", folder).Single();
        Assert.Equal((build.Id, "succeeded", "again"), (done.Id, done.Status, done.Tag));
        var parts = Steps.TakeWhile(s => s != "complete").ToArray();
        Assert.Equal(Enumerable.Range(2, parts.Length).Select(n => $"part {n}"), parts);
        Assert.Equal(["complete", $"POST {Builds}/{build.Id}/run", $"GET {Builds}/{build.Id}"], Steps.Skip(parts.Length));
    }

    [Fact]
    public void What_arrived_beside_a_part_that_failed_is_not_sent_again()
    {
        var (shell, _) = Connect();
        using var __ = shell;
        var folder = Source();
        // Whatever comes first fails; those under way with it arrive.
        sandbox.Hathora.Faults.AppliesTo = (method, _) => method == "PUT";
        sandbox.Hathora.Faults.FailNext(1);
        shell.Run("New-ChatAppBuild -Path $args[0] -NoRun -Retry @{ MaxRetries = 0 } -ErrorVariable failed -ErrorAction SilentlyContinue", folder);
        var arrived = sandbox.Server.Requests.Where(r => r.Method == "PUT" && r.Status == 200).Select(PartOf).ToArray();
        sandbox.Server.ClearRequests();
        Assert.Equal("created", shell.Run<ChatAppBuild>("New-ChatAppBuild -Path $args[0] -Resume $failed[0].TargetObject -NoRun", folder).Single().Status);
        Assert.Empty(sandbox.Server.Requests.Where(r => r.Method == "PUT").Select(PartOf).Intersect(arrived));
        Assert.Equal("complete", Steps.Last());
        // What is all there is only run.
        sandbox.Server.ClearRequests();
        Assert.Equal("succeeded", shell.Run<ChatAppBuild>("New-ChatAppBuild -Path $args[0] -Resume $failed[0].TargetObject -Wait", folder).Single().Status);
        Assert.DoesNotContain(Steps, s => s is "complete" || s.StartsWith("part", StringComparison.Ordinal));
    }

    [Fact]
    public void An_upload_is_gone_on_with_by_its_object_alone()
    {
        var (shell, _) = Connect();
        using var __ = shell;
        var error = shell.Fail("New-ChatAppBuild -Path $args[0] -Resume (Get-ChatAppBuild -First 1)", Source());
        Assert.StartsWith("ChatPS.InvalidRequest", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("TargetObject", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal([$"GET {Builds}"], Steps);
    }

    [Fact]
    public void A_build_that_fails_ends_a_script_with_the_build_at_hand()
    {
        var (shell, _) = Connect();
        using var __ = shell;
        var folder = Source("FROM alpine\nRUN exit 3\n");
        var error = shell.Fail("New-ChatAppBuild -Path $args[0] -Wait", folder);
        Assert.Equal("failed", Assert.IsType<ChatAppBuild>(error.TargetObject).Status);
        Assert.Contains("exit code 3", error.ToString(), StringComparison.Ordinal);
        // With the preference that scripts have which deploy, nothing after it runs.
        var stop = Assert.ThrowsAny<System.Management.Automation.RuntimeException>(
            () => shell.Run("$ErrorActionPreference = 'Stop'; $b = New-ChatAppBuild -Path $args[0] -Wait; $b | New-ChatDeployment arena -FromLatest", folder));
        Assert.StartsWith("ChatPS.InvalidRequest", stop.ErrorRecord.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.DoesNotContain(sandbox.Wire, w => w.Contains("/deployments/", StringComparison.Ordinal));
    }

    [Fact]
    public void A_build_that_is_not_waited_for_is_under_way()
    {
        var (shell, _) = Connect();
        using var __ = shell;
        var build = shell.Run<ChatAppBuild>("New-ChatAppBuild -Path $args[0]", Source()).Single();
        Assert.Equal([$"POST {Builds}/{build.Id}/run", $"GET {Builds}/{build.Id}"], Steps.TakeLast(2));
        Assert.Matches("^(running|succeeded)$", build.Status);
        Assert.StartsWith("ChatPS.InvalidRequest", shell.Fail("$args[0] | Start-ChatAppBuild", build).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(build.Id, shell.Fail("$args[0] | Start-ChatAppBuild", build).TargetObject);
        Assert.Contains("-Wait or -NoRun", shell.Fail("New-ChatAppBuild -Path $args[0] -Wait -NoRun", _folder).ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void RunBuild_tells_its_output_line_by_line()
    {
        var (shell, org) = Connect();
        using var _ = shell;
        var build = shell.Run<ChatAppBuild>("$build = New-ChatAppBuild -Path $args[0] -NoRun; $build", Source()).Single();
        sandbox.Server.ClearRequests();
        shell.RunClean("$build | Start-ChatAppBuild -Follow -WhatIf");
        Assert.Empty(sandbox.Wire);
        var lines = shell.Run<ChatLog>("$build | Start-ChatAppBuild -Follow");
        Assert.Equal([$"POST {Builds}/{build.Id}/run?orgId={org}", $"GET {Builds}/{build.Id}?orgId={org}"], sandbox.Wire);
        Assert.StartsWith("Unpacking the source", lines[0].Message, StringComparison.Ordinal);
        Assert.Equal(["Step 1/2 : FROM alpine", "Step 2/2 : RUN echo hello"], lines.Skip(1).Take(2).Select(l => l.Message));
        Assert.Equal(("Build succeeded", "build"), (lines[^1].Raw, lines[^1].Source));

        // By its id, waiting; with the build at the end; or failing.
        Assert.Equal("succeeded", shell.Run<ChatAppBuild>("Start-ChatAppBuild (New-ChatAppBuild -Path $args[0] -NoRun).Id -Wait -PassThru", _folder).Single().Status);
        Assert.Empty(shell.RunClean("New-ChatAppBuild -Path $args[0] -NoRun | Start-ChatAppBuild -Wait", _folder));
        Assert.Equal("succeeded", ((ChatAppBuild)shell.RunClean("New-ChatAppBuild -Path $args[0] -NoRun | Start-ChatAppBuild -Follow -PassThru", _folder)[^1].BaseObject).Status);
        var told = shell.Run("'bld-none', (New-ChatAppBuild -Path $args[0] -NoRun).Id | Start-ChatAppBuild -Follow", Source("FROM alpine\nRUN false\n"));
        Assert.StartsWith("Build failed", ((ChatLog)told[^1].BaseObject).Message, StringComparison.Ordinal);
        Assert.Equal(["bld-none", "failed"], shell.Errors.Select(e => e.TargetObject is ChatAppBuild b ? b.Status : e.TargetObject));
        // Who has seen enough leaves.
        Assert.Equal(1, (int)shell.RunClean(
            "$seen = 0; foreach ($one in 1) { New-ChatAppBuild -Path $args[0] -NoRun | Start-ChatAppBuild -Follow | ForEach-Object { $seen++; break } }; $seen", Source()).Single().BaseObject);
    }

    [Fact]
    public void CreateBuildRegistry_and_RunBuildRegistry()
    {
        var (shell, org) = Connect();
        using var _ = shell;
        var token = SandboxFixture.Protect("registry-token-value");
        var build = shell.Run<ChatAppBuild>("New-ChatAppBuild -Image game:1 -Registry registry.example.com -RegistryToken $args[0] -Tag img -Wait -Verbose", token).Single();
        Assert.Equal([$"POST {Builds}/registry?orgId={org}", $"POST {Builds}/{build.Id}/runRegistry?orgId={org}", $"GET {Builds}/{build.Id}?orgId={org}"], sandbox.Wire);
        Assert.Equal("""{"buildTag":"img"}""", sandbox.Server.Requests[0].Body);
        Assert.Equal("""{"image":"game:1","registryUrl":"registry.example.com","auth":"registry-token-value"}""", sandbox.Server.Requests[1].Body);
        Assert.Equal(("succeeded", "img"), (build.Status, build.Tag));
        Assert.DoesNotContain("registry-token-value", shell.Spoken, StringComparison.Ordinal);

        // Made for later, its object remembers the image; its id does not.
        sandbox.Server.ClearRequests();
        shell.RunClean("$later = New-ChatAppBuild -Image game:2 -NoRun");
        Assert.Equal("{}", sandbox.Server.Requests[0].Body);
        Assert.Equal("Pulling game:2", shell.Run<ChatLog>("$later | Start-ChatAppBuild -Follow")[0].Message);
        Assert.Equal("""{"image":"game:2"}""", sandbox.Server.Requests[1].Body);
        shell.RunClean("(New-ChatAppBuild -Image game:2 -NoRun).Id | Start-ChatAppBuild -Image game:3 -Registry registry.example.com -Wait");
        Assert.Equal("""{"image":"game:3","registryUrl":"registry.example.com"}""", sandbox.Server.Requests[^2].Body);

        Assert.Contains("no such image", shell.Fail("New-ChatAppBuild -Image game:missing -Wait").ToString(), StringComparison.Ordinal);
        Assert.Contains("-Image", shell.Fail("Start-ChatAppBuild x -Registry registry.example.com").ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void DeleteBuild()
    {
        var (shell, org) = Connect();
        using var _ = shell;
        var builds = shell.Run<ChatAppBuild>("$builds = 1, 2, 3 | ForEach-Object { New-ChatAppBuild -Image game:1 -NoRun }; $builds");
        sandbox.Server.ClearRequests();
        shell.RunClean("$builds | Remove-ChatAppBuild -WhatIf -Force; Remove-ChatAppBuild -Build x -WhatIf");
        Assert.Empty(sandbox.Wire);
        Assert.Empty(shell.RunClean("$builds[0] | Remove-ChatAppBuild -Force; Remove-ChatAppBuild -Build $args[0] -Team $args[1] -Force", builds[1].Id, Team));
        Assert.Equal([$"DELETE {Builds}/{builds[0].Id}?orgId={org}", $"DELETE {Builds}/{builds[1].Id}?orgId={org}"], sandbox.Wire);
        var error = shell.Fail("'bld-none', $builds[2] | Remove-ChatAppBuild -Force");
        Assert.Equal(("ChatPS.NotFound", "bld-none"), (error.FullyQualifiedErrorId.Split(',')[0], error.TargetObject));
        // One that runs stays; that it was found by its app is no hindrance.
        Assert.Contains("arena", shell.Fail("Get-ChatAppBuild arena -First 1 | Remove-ChatAppBuild -Force").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Output_that_breaks_off_leaves_the_build_to_its_record()
    {
        var (looked, state) = (0, "created");
        using var server = new PieceServer(async (request, answer) =>
        {
            if (request.Method == "POST" && state == "created")
            {
                state = "running";
                await answer.BeginAsync();
                await answer.PieceAsync("one\ntwo\nthr");
                answer.Cut();
            }
            else
            {
                await answer.WholeAsync(200, "application/json", request.Target.StartsWith("/orgs", StringComparison.Ordinal)
                    ? """{"orgs":[{"orgId":"org-1"}]}"""
                    : $$"""{"buildId":"b1","orgId":"org-1","status":"{{(++looked < 4 ? state : "succeeded")}}"}""");
            }
        });
        var connection = await Connections.OpenAsync(ChatPlatform.Hathora, server.Uri, new JumpingClock(DateTimeOffset.UnixEpoch.AddYears(56)));
        var runner = connection.Find<IBuildRunner>()!;
        var lines = await runner.RunAsync(null, "b1", null, CallContext.Silent).ToListAsync();
        Assert.Equal(["one", "two"], lines.Select(l => l.Raw));
        var build = await runner.EndAsync(null, "b1", CallContext.Silent);
        Assert.Equal(("succeeded", 4), (build.Status, looked));
        Assert.Single(server.Requests, r => r.Method == "POST");
    }

    [Fact]
    public async Task A_build_whose_run_was_lost_on_the_way_did_not_begin()
    {
        using var server = new PieceServer(async (request, answer) =>
        {
            if (request.Method == "POST")
                answer.Cut();
            else
                await answer.WholeAsync(200, "application/json", request.Target.StartsWith("/orgs", StringComparison.Ordinal)
                    ? """{"orgs":[{"orgId":"org-1"}]}"""
                    : """{"buildId":"b1","orgId":"org-1","status":"created"}""");
        });
        var connection = await Connections.OpenAsync(ChatPlatform.Hathora, server.Uri, new JumpingClock(DateTimeOffset.UnixEpoch.AddYears(56)));
        var error = await Assert.ThrowsAsync<ChatException>(() => connection.Find<IBuildRunner>()!.RunAsync(null, "b1", null, CallContext.Silent).ToListAsync());
        Assert.Equal(ChatErrorReason.ConnectionFailed, error.Reason);
        // Whether it had begun nobody could know, so it was asked for once.
        Assert.Single(server.Requests, r => r.Method == "POST");
    }

    [Fact]
    public async Task A_run_that_is_refused_for_the_rate_is_asked_for_again()
    {
        var posts = 0;
        using var server = new ScriptedServer(r => r switch
        {
            { Method: "POST" } => ++posts < 3 ? new("""{"message":"slow down"}""", 429) : new("done\n", ContentType: "application/octet-stream"),
            { Target: "/orgs/v1" } => new("""{"orgs":[{"orgId":"org-1"}]}"""),
            _ => new("""{"buildId":"b1","orgId":"org-1","status":"succeeded"}"""),
        });
        var connection = await Connections.OpenAsync(ChatPlatform.Hathora, server.Uri, new JumpingClock(DateTimeOffset.UnixEpoch.AddYears(56)));
        var lines = await connection.Find<IBuildRunner>()!.RunAsync(null, "b1", null, CallContext.Silent).ToListAsync();
        Assert.Equal((3, "done"), (posts, lines.Single().Raw));
    }

    [Theory]
    [InlineData("""{"buildId":"b1","status":"created","maxChunkSize":1,"uploadParts":[{"partNumber":1,"putRequestUrl":"x"}],"completeUploadPostRequestUrl":"x"}""", "parts")]
    [InlineData("""{"buildId":"b1","status":"created","maxChunkSize":1000000,"uploadParts":[{"partNumber":1,"putRequestUrl":"x"}],"completeUploadPostRequestUrl":"x"}""", "no address")]
    public void Upload_addresses_that_make_no_sense_are_not_guessed_at(string answer, string reason)
    {
        using var server = new ScriptedServer(r => r.Method == "GET" ? new("""{"orgs":[{"orgId":"org-1"}]}""") : new(answer, 201));
        using var shell = new Shell();
        shell.RunClean("$null = Connect-ChatService Hathora $args[0] -Token $args[1]", server.Uri, SandboxFixture.Protect(Guid.NewGuid().ToString()));
        var error = shell.Fail("New-ChatAppBuild -Path $args[0]", Source());
        Assert.StartsWith("ChatPS.InvalidResponse", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(reason, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_that_fails_under_a_good_status_has_failed()
    {
        ScriptedServer server = null!;
        using var _ = server = new ScriptedServer(r => r switch
        {
            { Method: "GET" } => new("""{"orgs":[{"orgId":"org-1"}]}"""),
            { Method: "PUT" } => new("", Headers: new() { ["ETag"] = "\"1\"" }),
            { Target: "/done" } => new("<Error><Code>InternalError</Code><Message>Try again.</Message></Error>", ContentType: "application/xml"),
            _ => new($$"""{"buildId":"b1","status":"created","maxChunkSize":1000000,"uploadParts":[{"partNumber":1,"putRequestUrl":"{{server.Uri}}part"}],"completeUploadPostRequestUrl":"{{server.Uri}}done"}""", 201),
        });
        using var shell = new Shell();
        shell.RunClean("$null = Connect-ChatService Hathora $args[0] -Token $args[1]", server.Uri, SandboxFixture.Protect(Guid.NewGuid().ToString()));
        var error = shell.Fail("New-ChatAppBuild -Path $args[0]", Source());
        Assert.Contains("InternalError: Try again.", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("b1", Assert.IsType<ChatAppBuild>(error.TargetObject).Id);
        Assert.DoesNotContain(server.Requests, r => r.Target.Contains("/run", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("New-ChatAppBuild arena $args[0]", "-App")]
    [InlineData("Get-ChatApp arena | New-ChatAppBuild -Path $args[0]", "-App")]
    [InlineData("New-ChatAppBuild -SourceUrl https://source.example.com/a.tgz", "-SourceUrl")]
    [InlineData("New-ChatAppBuild -Path $args[0] -Version 1", "-Version")]
    [InlineData("New-ChatAppBuild -Path $args[0] -Buildpack heroku/ruby", "-Buildpack")]
    [InlineData("New-ChatAppBuild -Path $args[0] -Checksum SHA256:00", "-Checksum")]
    [InlineData("Remove-ChatAppBuild arena bld-1 -Force", "-App")]
    [InlineData("Remove-ChatAppBuild arena -Cache", "Remove-ChatAppBuild")]
    [InlineData("Stop-ChatAppBuild arena bld-1", "Stop-ChatAppBuild")]
    [InlineData("Get-ChatAppBuild -SortBy createdAt", "order")]
    public void What_it_has_no_place_for_is_refused_before_anything_is_made(string script, string part)
    {
        var (shell, _) = Connect();
        using var __ = shell;
        var error = shell.Fail(script, _folder);
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(part, error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(sandbox.Wire, w => w.Contains("/builds/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Get-ChatAppBuild shop -Team ops", "-Team")]
    [InlineData("New-ChatAppBuild shop $args[0] -Team ops", "-Team")]
    [InlineData("New-ChatAppBuild shop $args[0] -Tag x", "-Tag")]
    [InlineData("New-ChatAppBuild shop $args[0] -Id x", "-Id")]
    [InlineData("New-ChatAppBuild shop $args[0] -PartLimit 2", "-PartLimit")]
    [InlineData("New-ChatAppBuild shop $args[0] -NoRun", "-NoRun")]
    [InlineData("New-ChatAppBuild shop -Image game:1", "-Image")]
    [InlineData("Start-ChatAppBuild x", "Start-ChatAppBuild")]
    [InlineData("Remove-ChatAppBuild shop x -Force", "Remove-ChatAppBuild")]
    public void Heroku_has_no_place_for_what_is_of_teams_and_images(string script, string part)
    {
        using var shell = sandbox.Connect(sandbox.Heroku);
        var error = shell.Fail(script, _folder);
        Assert.StartsWith("ChatPS.NotSupported", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(part, error.ToString(), StringComparison.Ordinal);
        Assert.Empty(sandbox.Wire);
    }
}
