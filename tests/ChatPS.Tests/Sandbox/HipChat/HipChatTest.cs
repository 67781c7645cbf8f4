using System.Text.Json.Nodes;
using ChatPS.Sandbox;
using ChatPS.Sandbox.Platforms.HipChat;
using Microsoft.Extensions.Time.Testing;

namespace ChatPS.Tests.Sandbox.HipChat;

/// <summary>A small HipChat of a test's own, its clock in the test's hand, without a rate limit unless the test wants it.</summary>
public abstract class HipChatTest : IAsyncLifetime, IDisposable
{
    private protected static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly List<SandboxClient> _clients = [];
    private SandboxServer _server = null!;

    private protected FakeTimeProvider Clock { get; } = new(Noon);

    private protected HipChatService Service { get; private set; } = null!;

    /// <summary>Whether requests are counted, as on the real service.</summary>
    private protected virtual bool Limited => false;

    private protected HipChatState State => Service.State;

    /// <summary>The administrator's client.</summary>
    private protected SandboxClient Admin { get; private set; } = null!;

    private protected SandboxClient Member { get; private set; } = null!;

    private protected SandboxClient Anybody { get; private set; } = null!;

    public Task InitializeAsync()
    {
        _server = SandboxServer.Start(new()
        {
            Platforms = ["hipchat"],
            Size = SandboxSize.Small,
            TimeProvider = Clock,
            RateLimit = Limited ? SandboxRateLimitMode.AsShipped : SandboxRateLimitMode.Off,
        });
        Service = (HipChatService)_server["HipChat"];
        Admin = Client(Service.Admin.Token);
        Member = Client(Service.Member.Token);
        Anybody = Client(null);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        _clients.ForEach(client => client.Dispose());
        GC.SuppressFinalize(this);
    }

    private protected SandboxClient Client(string? token)
    {
        var client = new SandboxClient(Service, token, prefix: "v2/");
        _clients.Add(client);
        return client;
    }

    /// <summary>A client with a token of those scopes, for somebody or for the application itself.</summary>
    private protected async Task<SandboxClient> Granted(string scope, SandboxAccount? account = null)
    {
        var fields = account is null
            ? new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = Service.ClientId, ["client_secret"] = Service.ClientSecret }
            : new() { ["grant_type"] = "password", ["username"] = account.UserName, ["password"] = account.Password };
        fields["scope"] = scope;
        return Client((string)(await Grant(fields))["access_token"]!);
    }

    private protected Task<Answer> Grant(Dictionary<string, string> fields, params (string, string)[] headers) =>
        Anybody.SendContent(HttpMethod.Post, "oauth/token", new FormUrlEncodedContent(fields), headers);

    /// <summary>An error has the platform's form.</summary>
    private protected static void IsError(Answer answer, int status, string part = "")
    {
        Assert.Equal(status, answer.Status);
        var error = Assert.Single(answer.Json.AsObject()).Value!.AsObject();
        Assert.Equal(["code", "type", "message"], error.Select(member => member.Key));
        Assert.Equal(status, (int)error["code"]!);
        Assert.Contains(part, (string)error["message"]!, StringComparison.Ordinal);
    }

    private protected static async Task Done(Task<Answer> request)
    {
        var answer = await request;
        Assert.True(answer is { Status: 204, Text: "" }, $"{answer.Status} {answer.Text}");
    }

    private protected static async Task<JsonNode> Ok(Task<Answer> request, int status = 200)
    {
        var answer = await request;
        Assert.True(status == answer.Status, $"{answer.Status} {answer.Text}");
        return answer.Json;
    }

    private protected static async Task<IReadOnlyList<JsonNode>> Items(Task<Answer> request) => [.. (await Ok(request))["items"]!.AsArray().Select(item => item!)];

    private protected static async Task<IEnumerable<string>> Names(Task<Answer> request) => (await Items(request)).Select(item => (string)item["name"]!);

    /// <summary>A room that no other test knows, as its path.</summary>
    private protected static async Task<string> NewRoom(SandboxClient client, string name = "Release Room", string privacy = "public") =>
        "room/" + (await Ok(client.Post("room", new JsonObject { ["name"] = name, ["privacy"] = privacy }), 201))["id"];

    /// <summary>What was said last in a room.</summary>
    private protected async Task<JsonNode> Last(string path) => (await Items(Admin.Get(path + "/history/latest?max-results=1")))[0];

    private protected static JsonObject Text(string message) => new() { ["message"] = message };
}
