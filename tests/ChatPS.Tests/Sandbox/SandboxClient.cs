using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using ChatPS.Sandbox;

namespace ChatPS.Tests.Sandbox;

/// <summary>An answer as it came: nothing of ours has read it.</summary>
internal sealed record Answer(int Status, HttpResponseMessage Message, string Text)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public string? ErrorId => (string?)Json["id"];

    public JsonNode? this[string member] => Json[member];

    public IReadOnlyList<JsonNode> Items => [.. Json.AsArray().Select(item => item!)];

    public string? Header(string name) =>
        Message.Headers.TryGetValues(name, out var values) || Message.Content.Headers.TryGetValues(name, out values) ? string.Join(" | ", values) : null;
}

/// <summary>A bare HttpClient on a sandbox's service: the sandbox is tested without the product's own client.</summary>
internal sealed class SandboxClient : IDisposable
{
    private readonly HttpClient _http;

    public SandboxClient(SandboxService service, string? token = null, string prefix = "api/v4/")
    {
        _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new(service.BaseUri, prefix) };
        if (token is not null)
            _http.DefaultRequestHeaders.Authorization = new("Bearer", token);
    }

    public HttpRequestHeaders DefaultHeaders => _http.DefaultRequestHeaders;

    public void Dispose() => _http.Dispose();

    public Task<Answer> Get(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, path, null, headers);

    public Task<Answer> Post(string path, JsonNode? body = null) => Send(HttpMethod.Post, path, body);

    public Task<Answer> Put(string path, JsonNode? body = null) => Send(HttpMethod.Put, path, body);

    public Task<Answer> Delete(string path) => Send(HttpMethod.Delete, path, null);

    public Task<Answer> Send(HttpMethod method, string path, JsonNode? body, params (string Name, string Value)[] headers) =>
        SendContent(method, path, body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"), headers);

    public async Task<Answer> SendContent(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        var response = await _http.SendAsync(request);
        return new((int)response.StatusCode, response, await response.Content.ReadAsStringAsync());
    }

    public Task<HttpResponseMessage> Raw(HttpRequestMessage request, CancellationToken cancel = default) =>
        _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);

    /// <summary>Sends bytes as they are and returns all that comes until the server closes.</summary>
    public static async Task<string> Wire(SandboxService service, string text)
    {
        using var client = new TcpClient("127.0.0.1", service.BaseUri.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text));
        return await new StreamReader(stream).ReadToEndAsync();
    }
}

/// <summary>A small Mattermost, an administrator's client and a member's.</summary>
public sealed class MattermostFixture : IAsyncLifetime
{
    internal SandboxServer Server { get; } = SandboxServer.Start(new() { Platforms = ["Mattermost"], Size = new(3, 80, 60, 400) });

    internal SandboxService Service => Server["Mattermost"];

    internal SandboxClient Admin { get; private set; } = null!;

    internal SandboxClient Member { get; private set; } = null!;

    /// <summary>The team that everybody is in.</summary>
    internal string TeamId { get; private set; } = "";

    /// <summary>The channel with most posts, which the member is in.</summary>
    internal string BusyChannelId { get; private set; } = "";

    public async Task InitializeAsync()
    {
        Admin = new(Service, Service.Admin.Token);
        Member = new(Service, Service.Member.Token);
        TeamId = (string)(await Admin.Get("teams/name/northwind-harbor"))["id"]!;
        BusyChannelId = (string)(await Admin.Get($"teams/{TeamId}/channels/name/backend"))["id"]!;
    }

    public async Task DisposeAsync()
    {
        Admin.Dispose();
        Member.Dispose();
        await Server.DisposeAsync();
    }

    /// <summary>A channel that no other test knows.</summary>
    internal async Task<string> NewChannel(SandboxClient? owner = null, string type = "O")
    {
        var name = "c-" + Guid.NewGuid().ToString("N");
        var made = await (owner ?? Admin).Post("channels", new JsonObject { ["team_id"] = TeamId, ["name"] = name, ["display_name"] = name, ["type"] = type });
        Assert.Equal(201, made.Status);
        return (string)made["id"]!;
    }

    /// <summary>A user that no other test knows, in the team.</summary>
    internal async Task<string> NewUser()
    {
        var name = "u" + Guid.NewGuid().ToString("N");
        var made = await Admin.Post("users", new JsonObject { ["username"] = name, ["email"] = name + "@example.com", ["password"] = "Secret-" + name });
        Assert.Equal(201, made.Status);
        var id = (string)made["id"]!;
        Assert.Equal(201, (await Admin.Post($"teams/{TeamId}/members", new JsonObject { ["team_id"] = TeamId, ["user_id"] = id })).Status);
        return id;
    }

    internal async Task<JsonNode> NewPost(string channelId, string message, string? rootId = null, SandboxClient? author = null)
    {
        var made = await (author ?? Admin).Post("posts", new JsonObject { ["channel_id"] = channelId, ["message"] = message, ["root_id"] = rootId });
        Assert.Equal(201, made.Status);
        return made.Json;
    }
}
