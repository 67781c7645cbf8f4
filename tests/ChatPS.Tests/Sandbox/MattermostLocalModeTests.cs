using System.Net.Sockets;
using System.Text;
using ChatPS.Sandbox;
using ChatPS.Sandbox.Platforms.Mattermost;

namespace ChatPS.Tests.Sandbox;

/// <summary>The socket in the file system, as a bare client meets it.</summary>
public sealed class MattermostLocalModeTests : IDisposable
{
    private readonly SandboxServer _server = SandboxServer.Start(new SandboxOptions { Platforms = ["Mattermost"], Size = SandboxSize.Small, RateLimit = SandboxRateLimitMode.On });
    private readonly HttpClient _http;

    private MattermostService Service => (MattermostService)_server["Mattermost"];

    public MattermostLocalModeTests()
    {
        var path = Service.LocalSocket!;
        _http = new(new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancel) =>
            {
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancel);
                return new NetworkStream(socket, ownsSocket: true);
            },
        })
        { BaseAddress = new("http://local/api/v4/") };
    }

    public void Dispose()
    {
        _http.Dispose();
        _server.StopAsync().GetAwaiter().GetResult();
    }

    [Theory]
    [InlineData("GET", "config/client?format=old")]
    [InlineData("GET", "license/client?format=old")]
    [InlineData("POST", "users/usernames")]
    [InlineData("POST", "users/search")]
    [InlineData("GET", "users/me/teams")]
    [InlineData("POST", "users/login")]
    [InlineData("GET", "teams/aaaaaaaaaaaaaaaaaaaaaaaaaa/members")]
    [InlineData("POST", "posts")]
    [InlineData("POST", "system/ping")]
    [InlineData("GET", "websocket")]
    [InlineData("GET", "nothing")]
    public async Task What_is_not_there_is_unknown(string method, string path)
    {
        var (answer, text) = await Send(method, path);
        Assert.Equal((404, "text/plain; charset=utf-8"), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.ToString()));
        Assert.Contains("\"id\":\"api.context.404.app_error\"", text, StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("X-Request-Id"));
    }

    [Theory]
    [InlineData("users/me", "user_id")]
    [InlineData("users/stats", "user_id")]
    [InlineData("users/known", "user_id")]
    [InlineData("users/tokens", "user_id")]
    [InlineData("users/me/tokens", "user_id")]
    [InlineData("roles/names", "role_id")]
    [InlineData("channels/aaaaaaaaaaaaaaaaaaaaaaaaaa/members/me", "user_id")]
    public async Task What_stands_where_an_id_would_is_taken_for_one(string path, string parameter)
    {
        var (answer, text) = await Send("GET", path);
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains("\"id\":\"api.context.invalid_url_param.app_error\"", text, StringComparison.Ordinal);
        Assert.Contains(parameter, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beside_the_API_there_is_nothing_and_nobody_counts()
    {
        var (answer, text) = await Send("GET", "/hooks/aaaaaaaaaaaaaaaaaaaaaaaaaa");
        Assert.Equal((404, "404 page not found\n"), ((int)answer.StatusCode, text));
        Service.RateLimits = [new(1, TimeSpan.FromHours(1))];
        for (var i = 0; i < 3; i++)
        {
            (answer, _) = await Send("GET", "system/ping");
            Assert.Equal(200, (int)answer.StatusCode);
            Assert.False(answer.Headers.Contains("X-Ratelimit-Limit"));
        }
    }

    [Fact]
    public async Task Some_things_are_done_nowhere_else()
    {
        using var admin = new SandboxClient(Service, Service.Admin.Token);
        Assert.Equal((404, "api.context.404.app_error"), await Refusal(admin.Delete("users")));
        Assert.Equal((404, "api.context.404.app_error"), await Refusal(admin.Post("integrity")));
        Assert.Equal(200, (int)(await Send("POST", "integrity")).Answer.StatusCode);
        Assert.Equal(200, (int)(await Send("DELETE", "users")).Answer.StatusCode);
        Assert.Equal("[]", (await Send("GET", "users")).Text);

        static async Task<(int, string?)> Refusal(Task<Answer> answer) => await answer is var given ? (given.Status, given.ErrorId) : default;
    }

    [Fact]
    public async Task Who_comes_is_nobody_and_says_whose_things_are()
    {
        Assert.Equal((400, "api.context.invalid_body_param.app_error"), await Post("hooks/incoming", "{}"));
        Assert.Equal((400, "api.context.invalid_body_param.app_error"), await Post("hooks/outgoing", "{}"));
        var team = Service.State.Teams.Sorted[0].Id;
        Assert.Equal((400, "model.command.is_valid.plugin_id.app_error"), await Post("commands", $$"""{"team_id":"{{team}}","trigger":"x","url":"http://example.com","method":"P"}"""));
        Assert.Equal((400, "model.upload_session.is_valid.user_id.app_error"), await Post("uploads", """{"type":"import","filename":"x.zip","file_size":1}"""));
        Assert.Equal((400, "api.team.invite_members.invalid_email.app_error"), await Post($"teams/{team}/invite/email?graceful=true", """["no address"]"""));
        Assert.Equal((413, "app.email.rate_limit_exceeded.app_error"), await Post(
            $"teams/{team}/invite/email", $"[{string.Join(',', Enumerable.Range(1, 22).Select(i => $"\"u{i}@example.com\""))}]"));

        async Task<(int, string?)> Post(string path, string body)
        {
            var (answer, text) = await Send("POST", path, body);
            return ((int)answer.StatusCode, (string?)System.Text.Json.Nodes.JsonNode.Parse(text)!["id"]);
        }
    }

    /// <summary>The list names operations of the API and nothing else.</summary>
    [Fact]
    public void Each_that_is_named_is_an_operation()
    {
        using var list = new StreamReader(typeof(SandboxServer).Assembly.GetManifestResourceStream("mattermost.operations.txt")!);
        var known = list.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim().Split(' ', 2)).ToList();
        Assert.Equal(LocalMode.Count, known.Count(operation => LocalMode.Has(operation[0], operation[1])));
    }

    private async Task<(HttpResponseMessage Answer, string Text)> Send(string method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(new(method), path);
        if (method == "POST")
            request.Content = new StringContent(body ?? "{}", Encoding.UTF8, "application/json");
        var answer = await _http.SendAsync(request);
        return (answer, await answer.Content.ReadAsStringAsync());
    }
}
