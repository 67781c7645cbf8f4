using System.Globalization;
using ChatPS.Client.Http;
using ChatPS.Client.Platforms.Gitter;
using ChatPS.Client.Platforms.Mattermost;
using ChatPS.Client.Sessions;

namespace ChatPS.Tests.Client;

public sealed class RetryTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly JumpingClock _clock = new(Start);
    private readonly Queue<ScriptedServer.Answer> _script = new();
    private readonly List<ScriptedServer.Received> _received = [];
    private ScriptedServer? _server;

    [Fact]
    public async Task Retry_after_in_seconds_is_waited_for()
    {
        _script.Enqueue(new("limit exceeded\n", 429, "text/plain", new() { ["Retry-After"] = "7" }));
        Assert.InRange((await ListTeamsAsync()).TotalSeconds, 7, 8);
    }

    [Fact]
    public async Task Retry_after_as_a_date_is_waited_for_by_the_servers_clock()
    {
        // The server's clock is an hour ahead; what counts is the difference it states.
        var server = Start.AddHours(1);
        _script.Enqueue(new("slow down", 429, "text/plain", new()
        {
            ["Date"] = server.ToString("R", CultureInfo.InvariantCulture),
            ["Retry-After"] = server.AddSeconds(20).ToString("R", CultureInfo.InvariantCulture),
        }));
        Assert.InRange((await ListTeamsAsync()).TotalSeconds, 20, 21);
    }

    [Fact]
    public async Task Without_retry_after_the_policys_own_interval_is_waited()
    {
        _script.Enqueue(new("limit exceeded\n", 429, "text/plain"));
        _script.Enqueue(new("limit exceeded\n", 429, "text/plain"));
        var elapsed = await ListTeamsAsync(new ChatRetryPolicy { InitialInterval = TimeSpan.FromSeconds(4), Exponent = 3 });
        Assert.InRange(elapsed.TotalSeconds, 2 + 6, 4 + 12 + 1);
    }

    [Fact]
    public async Task A_window_that_is_spent_is_waited_for_when_the_platform_sends_no_retry_after()
    {
        var connection = await OpenAsync(ChatPlatform.Gitter, null);
        _script.Enqueue(new("""{"error":"Too Many Requests"}""", 429, Headers: new()
        {
            ["Date"] = Start.ToString("R", CultureInfo.InvariantCulture),
            ["X-RateLimit-Limit"] = "100",
            ["X-RateLimit-Remaining"] = "0",
            ["X-RateLimit-Reset"] = Start.AddSeconds(42).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        }));
        var elapsed = await _clock.TimeAsync(connection.Api.SendAsync(connection.Platform.Call(GitterOperations.ListRooms).ToRequest(), CallContext.Silent));
        Assert.InRange(elapsed.TotalSeconds, 42, 43);
        Assert.Equal(1, connection.Session.Statistics.RateLimited);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(408)]
    public async Task Reads_are_repeated_after_a_failure_of_the_server(int status)
    {
        _script.Enqueue(new("", status));
        await ListTeamsAsync();
        Assert.Equal(2, _received.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(501)]
    public async Task What_would_fail_again_is_not_repeated(int status)
    {
        _script.Enqueue(new("""{"id":"x","message":"no"}""", status));
        await Assert.ThrowsAsync<ChatException>(() => ListTeamsAsync());
        Assert.Single(_received);
    }

    [Theory]
    [InlineData(500, 1)]
    [InlineData(503, 1)]
    [InlineData(429, 2)]
    public async Task A_post_is_repeated_only_when_it_was_refused_for_the_rate(int status, int requests)
    {
        var connection = await OpenAsync(ChatPlatform.Mattermost, null);
        _script.Enqueue(new("", status));
        var send = connection.Api.SendAsync(
            connection.Platform.Call(MattermostOperations.CreatePost).Body("channel_id", "c").Body("message", "m").ToRequest(), CallContext.Silent);
        var failure = await Record.ExceptionAsync(() => _clock.TimeAsync(send));
        Assert.Equal(requests == 1, failure is ChatException);
        Assert.Equal(requests, _received.Count);
    }

    [Fact]
    public async Task A_post_to_a_server_that_is_not_there_is_repeated_since_it_never_left()
    {
        var connection = await OpenAsync(ChatPlatform.Mattermost, new ChatRetryPolicy { MaxRetries = 2, InitialInterval = TimeSpan.FromSeconds(1) });
        _server!.Dispose();
        var send = connection.Api.SendAsync(
            connection.Platform.Call(MattermostOperations.CreatePost).Body("channel_id", "c").Body("message", "m").ToRequest(), CallContext.Silent);
        var error = await Assert.ThrowsAsync<ChatException>(() => _clock.TimeAsync(send));
        Assert.Equal(ChatErrorReason.ConnectionFailed, error.Reason);
        Assert.Equal(2, connection.Session.Statistics.Retries);
    }

    [Fact]
    public async Task Retries_end_with_their_number()
    {
        for (var i = 0; i < 10; i++)
            _script.Enqueue(new("", 503));
        await Assert.ThrowsAsync<ChatException>(() => ListTeamsAsync(new ChatRetryPolicy { MaxRetries = 3 }));
        Assert.Equal(4, _received.Count);
    }

    [Fact]
    public async Task Retries_end_when_the_time_is_up()
    {
        for (var i = 0; i < 50; i++)
            _script.Enqueue(new("", 503));
        await Assert.ThrowsAsync<ChatException>(() => ListTeamsAsync(new ChatRetryPolicy
        {
            MaxRetries = 40,
            InitialInterval = TimeSpan.FromSeconds(10),
            Exponent = 1,
            MaxElapsedTime = TimeSpan.FromSeconds(35),
        }));
        // Waits of 5 to 10 seconds each, none of which may end after the time.
        Assert.InRange(_received.Count, 4, 8);
    }

    [Fact]
    public async Task A_wait_longer_than_all_the_time_there_is_is_not_begun()
    {
        _script.Enqueue(new("limit exceeded\n", 429, "text/plain", new() { ["Retry-After"] = "3600" }));
        var error = await Assert.ThrowsAsync<ChatException>(() => ListTeamsAsync(new ChatRetryPolicy { MaxElapsedTime = TimeSpan.FromMinutes(1) }));
        Assert.Equal(ChatErrorReason.RateLimited, error.Reason);
        Assert.Equal(TimeSpan.FromHours(1), error.RetryAfter);
    }

    [Fact]
    public async Task A_policy_without_retries_fails_at_once()
    {
        _script.Enqueue(new("", 503));
        await Assert.ThrowsAsync<ChatException>(() => ListTeamsAsync(ChatRetryPolicy.None));
        Assert.Single(_received);
    }

    public void Dispose() => _server?.Dispose();

    private async Task<Connection> OpenAsync(ChatPlatform platform, ChatRetryPolicy? retry)
    {
        var live = false;
        _server = new ScriptedServer(request =>
        {
            if (!live)
                return new("""{"id":"x","username":"x"}""");
            lock (_received)
                _received.Add(request);
            return _script.TryDequeue(out var answer) ? answer : new("[]");
        });
        var connection = await Connections.OpenAsync(platform, _server.Uri, _clock, retry: retry);
        live = true;
        return connection;
    }

    private async Task<TimeSpan> ListTeamsAsync(ChatRetryPolicy? retry = null)
    {
        var connection = await OpenAsync(ChatPlatform.Mattermost, retry);
        return await _clock.TimeAsync(connection.Api.SendAsync(connection.Platform.Call(MattermostOperations.GetAllTeams).ToRequest(), CallContext.Silent));
    }
}
