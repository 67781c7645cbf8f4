using System.Text.Json.Nodes;
using ChatPS.Sandbox;
using ChatPS.Sandbox.Platforms.Heroku;
using Microsoft.Extensions.Time.Testing;

namespace ChatPS.Tests.Sandbox.Heroku;

/// <summary>A small Heroku of a test's own, its clock in the test's hand, without a rate limit unless the test sets one.</summary>
public abstract class HerokuTest : IAsyncLifetime, IDisposable
{
    private protected const string Version3 = "application/vnd.heroku+json; version=3";
    private readonly List<SandboxClient> _clients = [];
    private SandboxServer _server = null!;

    private protected FakeTimeProvider Clock { get; } = new(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    private protected HerokuService Service { get; private set; } = null!;

    /// <summary>The administrator's client.</summary>
    private protected SandboxClient Admin { get; private set; } = null!;

    private protected SandboxClient Member { get; private set; } = null!;

    /// <summary>Whether requests are counted, as on the real service.</summary>
    private protected virtual bool Limited => false;

    public Task InitializeAsync()
    {
        _server = SandboxServer.Start(new()
        {
            Platforms = ["heroku"],
            Size = SandboxSize.Small,
            TimeProvider = Clock,
            RateLimit = Limited ? SandboxRateLimitMode.AsShipped : SandboxRateLimitMode.Off,
        });
        Service = (HerokuService)_server["Heroku"];
        Admin = Client(Service.Admin.Token);
        Member = Client(Service.Member.Token);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        _clients.ForEach(client => client.Dispose());
        GC.SuppressFinalize(this);
    }

    /// <summary>A client that sends the version, and the token when there is one.</summary>
    private protected SandboxClient Client(string? token, string? accept = Version3)
    {
        var client = new SandboxClient(Service, token, prefix: "");
        if (accept is not null)
            client.DefaultHeaders.TryAddWithoutValidation("Accept", accept);
        _clients.Add(client);
        return client;
    }

    private protected static Task<Answer> Patch(SandboxClient client, string path, JsonNode body) => client.Send(HttpMethod.Patch, path, body);

    private protected static Task<Answer> Range(SandboxClient client, string path, string range) => client.Get(path, ("Range", range));

    /// <summary>An error has the form of the platform's.</summary>
    private protected static void IsError(Answer answer, int status, string id)
    {
        Assert.Equal(status, answer.Status);
        Assert.Equal(id, answer.ErrorId);
        Assert.NotEmpty((string)answer["message"]!);
    }

    private protected static IEnumerable<string> Names(Answer answer) => answer.Items.Select(item => (string)item["name"]!);
}
