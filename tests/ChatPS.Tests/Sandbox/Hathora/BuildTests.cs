using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace ChatPS.Tests.Sandbox.Hathora;

public sealed class BuildTests : HathoraTest
{
    private const string Builds = "builds/v3/builds";

    [Fact]
    public async Task A_source_in_parts_becomes_a_build()
    {
        Service.MaxChunkSize = 100;
        var source = Archive(("Dockerfile", "FROM alpine\nRUN echo hello"), ("server.bin", Guid.NewGuid().ToString()));
        var build = await Made(Admin.Post(Builds, new JsonObject { ["buildSizeInBytes"] = source.Length, ["buildTag"] = "1.0" }));
        var parts = build["uploadParts"]!.AsArray();
        Assert.Equal(((source.Length + 99) / 100, 100), (parts.Count, (int)build["maxChunkSize"]!));
        Assert.True(parts.Count > 1);
        var tags = new List<string>();
        foreach (var (part, i) in parts.Select((part, i) => (part!, i)))
            tags.Add(await Put((string)part["putRequestUrl"]!, source[(i * 100)..Math.Min((i + 1) * 100, source.Length)]));

        Assert.Equal(400, (await Complete(build, tags[..^1])).Status);
        Assert.Equal(400, (await Complete(build, [.. tags[..^1], "\"other\""])).Status);
        Assert.Equal(200, (await Complete(build, tags)).Status);
        Assert.Equal(404, (await Complete(build, tags)).Status);

        var log = await Admin.Post($"{Builds}/{build["buildId"]}/run");
        Assert.Equal((200, "application/octet-stream"), (log.Status, log.Header("Content-Type")));
        Assert.Contains("Step 2/2 : RUN echo hello\n", log.Text);
        Assert.EndsWith("Build succeeded\n", log.Text);
        var done = (await Admin.Get($"{Builds}/{build["buildId"]}")).Json;
        Assert.Equal(("succeeded", "1.0", 64), ((string)done["status"]!, (string)done["buildTag"]!, ((string)done["contentHash"]!).Length));
        Assert.True((long)done["imageSize"]! > 0 && done["finishedAt"] is not null);
        IsError(await Admin.Post($"{Builds}/{build["buildId"]}/run"), 422, "already");
    }

    [Fact]
    public async Task A_build_goes_on_when_nobody_listens()
    {
        var id = (string)(await Made(Admin.Post(Builds + "/registry", new JsonObject())))["buildId"]!;
        Assert.Equal("created", await Status(id));
        using (var request = new HttpRequestMessage(HttpMethod.Post, $"{Builds}/{id}/runRegistry"))
        {
            request.Content = new StringContent("""{"image":"game:1"}""", new MediaTypeHeaderValue("application/json"));
            using var response = await Admin.Raw(request);
            Assert.Equal("running", await Status(id));
        }

        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("succeeded", await Status(id));
    }

    [Theory]
    [InlineData(null, "no source")]
    [InlineData("", "no Dockerfile")]
    [InlineData("FROM alpine\nRUN exit 3", "exit code 3")]
    [InlineData("FROM alpine\nRUN false", "exit code 1")]
    public async Task A_build_that_cannot_succeed_says_why(string? dockerfile, string reason)
    {
        var source = Archive((dockerfile is "" ? "sub/Dockerfile" : "Dockerfile", dockerfile ?? ""));
        var build = await Made(Admin.Post(Builds, new JsonObject { ["buildSizeInBytes"] = source.Length }));
        if (dockerfile is not null)
            await Complete(build, [await Put((string)build["uploadParts"]![0]!["putRequestUrl"]!, source)]);
        await RunsInto((string)build["buildId"]!, "run", null, reason);
    }

    [Fact]
    public async Task Only_archives_and_images_can_be_built()
    {
        var build = await Made(Admin.Post(Builds, new JsonObject { ["buildSizeInBytes"] = 3, ["buildId"] = "my-own" }));
        Assert.Equal("my-own", (string)build["buildId"]!);
        IsError(await Admin.Post(Builds + "/registry", new JsonObject { ["buildId"] = "my-own" }), 422, "already");
        await Complete(build, [await Put((string)build["uploadParts"]![0]!["putRequestUrl"]!, [1, 2, 3])]);
        await RunsInto("my-own", "run", null, "no .tar.gz");

        var image = (string)(await Made(Admin.Post(Builds + "/registry", new JsonObject())))["buildId"]!;
        IsError(await Admin.Post($"{Builds}/{image}/runRegistry", new JsonObject()), 422, "image");
        await RunsInto(image, "runRegistry", new JsonObject { ["image"] = "game:missing", ["registryUrl"] = "registry.example.com" }, "no such image");
    }

    [Fact]
    public async Task An_upload_takes_its_secret_and_no_more_than_a_chunk()
    {
        Service.MaxChunkSize = 100;
        var build = await Made(Admin.Post(Builds, new JsonObject { ["buildSizeInBytes"] = 100 }));
        var address = (string)build["uploadParts"]![0]!["putRequestUrl"]!;
        Assert.Equal(400, (await Send(HttpMethod.Put, address, new byte[101])).Status);
        Assert.Equal(400, (await Send(HttpMethod.Put, address.Replace("partNumber=1", "partNumber=2", StringComparison.Ordinal), [1])).Status);
        Assert.Equal(403, (await Send(HttpMethod.Put, address[..^1] + "x", [1])).Status);
        Assert.Equal(400, (await Send(HttpMethod.Post, (string)build["completeUploadPostRequestUrl"]!, "no xml"u8.ToArray())).Status);
        IsError(await Admin.Post(Builds, new JsonObject { ["buildSizeInBytes"] = 0 }), 422, "buildSizeInBytes");
        IsError(await Admin.Post(Builds, new JsonObject { ["buildSizeInBytes"] = 2_000_000 }), 400, "parts");
    }

    [Fact]
    public async Task A_build_in_use_stays()
    {
        var used = (string)(await Admin.Get($"deployments/v3/apps/{Arena}/deployments/latest"))["buildId"]!;
        IsError(await Admin.Delete($"{Builds}/{used}"), 422, "arena");
        var unused = (string)(await Admin.Get(Builds))["builds"]!.AsArray().First(build => (string)build!["status"]! == "created")!["buildId"]!;
        Assert.Equal("{}", (await Admin.Delete($"{Builds}/{unused}")).Text);
        IsError(await Admin.Get($"{Builds}/{unused}"), 404);
    }

    [Fact]
    public async Task The_faults_end_a_log_early()
    {
        var id = (string)(await Made(Admin.Post(Builds + "/registry", new JsonObject())))["buildId"]!;
        Service.Faults.StreamItems = 1;
        var log = await Admin.Post($"{Builds}/{id}/runRegistry", new JsonObject { ["image"] = "game" });
        Assert.Equal("Pulling game\n", log.Text);
    }

    private async Task RunsInto(string id, string run, JsonNode? body, string reason)
    {
        var log = await Admin.Post($"{Builds}/{id}/{run}", body);
        Assert.Matches($"Build failed: .*{reason}.*\n$", log.Text);
        Assert.Equal("failed", await Status(id));
    }

    private async Task<string> Status(string id) => (string)(await Admin.Get($"{Builds}/{id}"))["status"]!;

    private async Task<string> Put(string address, byte[] content)
    {
        var answer = await Send(HttpMethod.Put, address, content);
        Assert.Equal(200, answer.Status);
        return answer.Header("ETag")!;
    }

    private Task<Answer> Complete(JsonNode build, IReadOnlyList<string> tags)
    {
        var parts = tags.Select((tag, i) => $"<Part><PartNumber>{i + 1}</PartNumber><ETag>{tag}</ETag></Part>");
        var list = $"<CompleteMultipartUpload>{string.Concat(parts)}</CompleteMultipartUpload>";
        return Send(HttpMethod.Post, (string)build["completeUploadPostRequestUrl"]!, System.Text.Encoding.UTF8.GetBytes(list));
    }

    private async Task<Answer> Send(HttpMethod method, string address, byte[] content)
    {
        using var body = new ByteArrayContent(content);
        return await Anybody.SendContent(method, address, body);
    }
}
