using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using ChatPS.Sandbox;
using ChatPS.Sandbox.Platforms.Hathora;
using Microsoft.Extensions.Time.Testing;

namespace ChatPS.Tests.Sandbox.Hathora;

/// <summary>A small Hathora of a test's own, its clock in the test's hand.</summary>
public abstract class HathoraTest : IAsyncLifetime, IDisposable
{
    private readonly List<SandboxClient> _clients = [];
    private SandboxServer _server = null!;

    private protected FakeTimeProvider Clock { get; } = new(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    private protected HathoraService Service { get; private set; } = null!;

    /// <summary>The administrator's client.</summary>
    private protected SandboxClient Admin { get; private set; } = null!;

    private protected SandboxClient Member { get; private set; } = null!;

    private protected SandboxClient Anybody { get; private set; } = null!;

    /// <summary>The id of the administrator's first organization.</summary>
    private protected string Org { get; private set; } = "";

    /// <summary>The id of its app arena.</summary>
    private protected string Arena { get; private set; } = "";

    public async Task InitializeAsync()
    {
        _server = SandboxServer.Start(new() { Platforms = ["hathora"], Size = SandboxSize.Small, TimeProvider = Clock });
        Service = (HathoraService)_server["Hathora"];
        Admin = Client(Service.Admin.Token);
        Member = Client(Service.Member.Token);
        Anybody = Client(null);
        var first = (await Admin.Get("apps/v2/apps"))["applications"]![0]!;
        (Org, Arena) = ((string)first["orgId"]!, (string)first["appId"]!);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        _clients.ForEach(client => client.Dispose());
        GC.SuppressFinalize(this);
    }

    private protected SandboxClient Client(string? token)
    {
        var client = new SandboxClient(Service, token, prefix: "");
        _clients.Add(client);
        return client;
    }

    private protected static Task<Answer> Patch(SandboxClient client, string path, JsonNode body) => client.Send(HttpMethod.Patch, path, body);

    /// <summary>An error has the platform's form.</summary>
    private protected static void IsError(Answer answer, int status, string? part = null)
    {
        Assert.Equal(status, answer.Status);
        Assert.Contains(part ?? "", (string)answer["message"]!, StringComparison.Ordinal);
        Assert.Single(answer.Json.AsObject());
    }

    private protected static async Task<JsonNode> Made(Task<Answer> request, int status = 201)
    {
        var answer = await request;
        Assert.True(status == answer.Status, answer.Text);
        return answer.Json;
    }

    /// <summary>An app that no other test knows.</summary>
    private protected async Task<string> NewApp(JsonNode? auth = null) => (string)(await Made(Admin.Post("apps/v2/apps", new JsonObject
    {
        ["appName"] = "a-" + Guid.NewGuid().ToString("N"),
        ["authConfiguration"] = auth ?? new JsonObject { ["anonymous"] = new JsonObject(), ["nickname"] = new JsonObject() },
    })))["appId"]!;

    /// <summary>An app with a deployment of two rooms a process.</summary>
    private protected async Task<string> NewServer(bool idles = false)
    {
        var app = await NewApp();
        await Made(Admin.Post($"deployments/v3/apps/{app}/deployments", Config(await SucceededBuild(), idles)));
        return app;
    }

    private protected async Task<string> SucceededBuild() =>
        (string)(await Admin.Get("builds/v3/builds"))["builds"]!.AsArray().First(build => (string)build!["status"]! == "succeeded")!["buildId"]!;

    private protected static JsonObject Config(string buildId, bool idles = false) => new()
    {
        ["buildId"] = buildId,
        ["idleTimeoutEnabled"] = idles,
        ["env"] = new JsonArray(new JsonObject { ["name"] = "MODE", ["value"] = "test" }),
        ["roomsPerProcess"] = 2,
        ["transportType"] = "udp",
        ["containerPort"] = 7777,
        ["requestedMemoryMB"] = 1024,
        ["requestedCPU"] = 0.5,
    };

    private protected Task<JsonNode> NewRoom(string app, string region = "Tokyo", string query = "") =>
        Made(Admin.Post($"rooms/v2/{app}/create{query}", new JsonObject { ["region"] = region }));

    private protected async Task<string> PlayerToken(string app) => (string)(await Made(Anybody.Post($"auth/v1/{app}/login/anonymous"), 200))["token"]!;

    /// <summary>A compressed archive of files by name.</summary>
    private protected static byte[] Archive(params (string Name, string Content)[] files)
    {
        var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
        using (var tar = new TarWriter(gzip))
            foreach (var (name, content) in files)
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(content)) });
        return bytes.ToArray();
    }

    private protected static async Task<StreamReader> Read(SandboxClient client, HttpMethod method, string path)
    {
        var response = await client.Raw(new(method, path));
        return new(await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync());
    }
}
