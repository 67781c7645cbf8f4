using System.Text.Json.Nodes;
using ChatPS.Sandbox;
using ChatPS.Sandbox.Platforms.Heroku;
using Microsoft.Extensions.Time.Testing;

namespace ChatPS.Tests.Sandbox.Heroku;

/// <summary>A small Heroku of a test's own, its clock in the test's hand, and clients of two accounts.</summary>
public abstract class HerokuResourceTest : IAsyncLifetime
{
    private protected const string Version = "application/vnd.heroku+json; version=3";
    private readonly List<SandboxClient> _clients = [];

    private protected FakeTimeProvider Clock { get; } = new(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    private protected SandboxServer Server { get; private set; } = null!;

    private protected HerokuService Service => (HerokuService)Server["Heroku"];

    private protected SandboxClient Admin { get; private set; } = null!;

    private protected SandboxClient Member { get; private set; } = null!;

    /// <summary>A personal app of the administrator, made anew.</summary>
    private protected const string App = "resource-test";

    public async Task InitializeAsync()
    {
        Server = SandboxServer.Start(new()
        {
            Platforms = ["Heroku"],
            Size = SandboxSize.Small,
            TimeProvider = Clock,
            RateLimit = SandboxRateLimitMode.Off,
        });
        Admin = Client(Service.Admin.Token);
        Member = Client(Service.Member.Token);
        Assert.Equal(201, (await Admin.Post("apps", new JsonObject { ["name"] = App })).Status);
    }

    public async Task DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        await Server.DisposeAsync();
    }

    /// <summary>A client with a token; without one when null.</summary>
    private protected SandboxClient Client(string? token)
    {
        var client = new SandboxClient(Service, token, prefix: "");
        client.DefaultHeaders.TryAddWithoutValidation("Accept", Version);
        _clients.Add(client);
        return client;
    }

    private protected static Task<Answer> Patch(SandboxClient client, string path, JsonNode body) => client.Send(HttpMethod.Patch, path, body);

    private protected static string Text(JsonNode? node, params string[] path) => (string)path.Aggregate(node, (at, name) => at![name])!;
}
