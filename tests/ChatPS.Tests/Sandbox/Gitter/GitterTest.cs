using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ChatPS.Sandbox;
using ChatPS.Sandbox.Platforms.Gitter;
using Microsoft.Extensions.Time.Testing;

namespace ChatPS.Tests.Sandbox.Gitter;

/// <summary>A small Gitter of a test's own, its clock in the test's hand, without a rate limit unless the test sets one.</summary>
public abstract class GitterTest : IAsyncLifetime, IDisposable
{
    private protected static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private SandboxServer _server = null!;

    private protected FakeTimeProvider Clock { get; } = new(Noon);

    private protected GitterService Service { get; private set; } = null!;

    /// <summary>Whether requests are counted, as on the real service.</summary>
    private protected virtual bool Limited => false;

    private protected GitterState State => Service.State;

    public Task InitializeAsync()
    {
        _server = SandboxServer.Start(new()
        {
            Platforms = ["gitter"],
            Size = SandboxSize.Small,
            TimeProvider = Clock,
            RateLimit = Limited ? SandboxRateLimitMode.AsShipped : SandboxRateLimitMode.Off,
        });
        Service = (GitterService)_server["Gitter"];
        Busiest = "/v1/rooms/" + RoomId("northwind-harbor/backend");
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        _http.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected SandboxAccount Admin => Service.Admin;

    private protected SandboxAccount Member => Service.Member;

    private protected async Task<Reply> SendAsync(HttpRequestMessage request)
    {
        request.RequestUri = new(Service.BaseUri, request.RequestUri!);
        using var response = await _http.SendAsync(request);
        return new((int)response.StatusCode, response.Headers, response.Content.Headers, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Calls as an account, asking for JSON as clients do.</summary>
    private protected async Task<Reply> CallAsync(string method, string path, SandboxAccount? account = null, JsonObject? body = null)
    {
        using var request = new HttpRequestMessage(new(method), path);
        request.Headers.Authorization = new("Bearer", (account ?? Admin).Token);
        request.Headers.Accept.Add(new("application/json"));
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        return await SendAsync(request);
    }

    private protected Task<Reply> GetAsync(string path, SandboxAccount? account = null) => CallAsync("GET", path, account);

    /// <summary>The streamed body of an open answer.</summary>
    private protected async Task<StreamReader> OpenAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Service.StreamBaseUri, path));
        request.Headers.Authorization = new("Bearer", Admin.Token);
        var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new(await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync());
    }

    /// <summary>The id of a room, seen or not by the accounts.</summary>
    private protected string RoomId(string uri) => State.RoomsByUri[uri].Id;

    /// <summary>The room with everybody and hundreds of messages.</summary>
    private protected string Busiest { get; private set; } = "";

    /// <summary>By invitation, with neither account in it.</summary>
    private protected string Private => "/v1/rooms/" + RoomId("northwind-harbor/kernel");

    private protected async Task<string> PostAsync(string room, string text, SandboxAccount? account = null, string? parentId = null)
    {
        var body = new JsonObject { ["text"] = text };
        if (parentId is not null)
            body["parentId"] = parentId;
        return (string)(await CallAsync("POST", room + "/chatMessages", account, body)).Ok["id"]!;
    }
}

/// <summary>What came back.</summary>
internal sealed record Reply(int Status, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders, string Text)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    /// <summary>The JSON of a success.</summary>
    public JsonNode Ok => Status == 200 ? Json : throw new InvalidOperationException($"{Status} {Text}");

    public JsonArray List => Ok.AsArray();

    public IEnumerable<string> Each(string member) => List.Select(item => (string)item![member]!);

    public string? Header(string name) => Headers.TryGetValues(name, out var values) ? Assert.Single(values) : null;

    public void IsError(int status, string error)
    {
        Assert.Equal(status, Status);
        Assert.Equal($$"""{"error":"{{error}}"}""", Text);
        Assert.Equal("application/json", ContentHeaders.ContentType!.MediaType);
    }
}
