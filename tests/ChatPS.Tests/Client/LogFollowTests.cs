using System.Collections.Concurrent;
using System.Globalization;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;

namespace ChatPS.Tests.Client;

/// <summary>A log that is read over several streams: nothing twice, nothing left out, and never in a hurry.</summary>
public sealed class LogFollowTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly JumpingClock _clock = new(Start);
    private readonly Notes _notes = new();
    private readonly ConcurrentQueue<Func<PieceServer.Answer, Task>> _streams = new();
    private PieceServer? _server;

    [Fact]
    public async Task A_stream_that_ends_or_breaks_is_taken_up_where_it_was()
    {
        Stream(Ends, At(1, "a"), At(2, "b"), At(3, "c"));
        Stream(Breaks, At(2, "b"), At(3, "c"), At(4, "d"), "half");
        Stream(Stays, At(3, "c"), At(4, "d"), At(5, "e"));
        Assert.Equal(["a", "b", "c", "d", "e"], await FollowAsync(5, tail: 3));
        Assert.Equal(
            ["""{"lines":3,"tail":true}""", """{"lines":1500,"tail":true}""", """{"lines":1500,"tail":true}"""],
            _server!.Requests.Where(r => r.Method == "POST").Select(r => r.Body));
        Assert.Empty(_notes.Warnings);
    }

    [Fact]
    public async Task What_is_older_than_the_first_line_shown_stays_out()
    {
        Stream(Ends, At(3, "c"), At(4, "d"));
        Stream(Stays, "   rest of something older", At(1, "a"), "   of a", At(2, "b"), At(3, "c"), At(4, "d"), At(5, "e"));
        // What stands before any time could be new, and rather comes once too often than never.
        Assert.Equal(["c", "d", "   rest of something older", "e"], await FollowAsync(4, tail: 2));
    }

    [Fact]
    public async Task Lines_that_are_the_same_are_counted()
    {
        Stream(Ends, At(1, "tick"), At(1, "tick"));
        Stream(Ends, At(1, "tick"), At(1, "tick"), At(1, "tick"));
        Stream(Stays, At(1, "tick"), At(1, "tick"), At(1, "tick"), At(2, "tock"));
        Assert.Equal(["tick", "tick", "tick", "tock"], await FollowAsync(4));
    }

    [Fact]
    public async Task Lines_without_a_time_belong_to_the_one_before_them()
    {
        Stream(Ends, At(1, "{"), "  x", "}", At(2, "{"), "  x");
        Stream(Breaks, "}", At(2, "{"), "  x", "  y", "}");
        Stream(Stays, At(2, "{"), "  x", "  y", "}", At(3, "{"), "  x", "}");
        Assert.Equal(["{", "  x", "}", "{", "  x", "  y", "}", "{", "  x", "}"], await FollowAsync(10));
    }

    [Fact]
    public async Task Lines_may_come_in_another_order_again()
    {
        Stream(Ends, At(1, "a"), At(3, "c"), At(2, "b"));
        Stream(Stays, At(1, "a"), At(2, "b"), At(3, "c"), At(4, "d"));
        Assert.Equal(["a", "c", "b", "d"], await FollowAsync(4));
        Assert.Empty(_notes.Warnings);
    }

    [Fact]
    public async Task Before_anything_was_shown_only_what_is_older_than_the_session_stays_out()
    {
        Stream(Ends);
        Stream(Stays, At(-5, "old"), At(5, "new"));
        Assert.Equal(["new"], await FollowAsync(1, tail: 0));
        Assert.Contains("\"lines\":0", _server!.Requests.First(r => r.Method == "POST").Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_log_that_fills_during_a_break_is_shown()
    {
        Stream(Ends);
        Stream(Stays, At(-5, "late"), At(5, "new"));
        Assert.Equal(["late", "new"], await FollowAsync(2));
    }

    [Fact]
    public async Task More_than_the_platform_keeps_is_missed_and_said()
    {
        Stream(Ends, At(1, "a"));
        Stream(Stays, At(7, "g"), At(8, "h"));
        Assert.Equal(["a", "g", "h"], await FollowAsync(3));
        Assert.Contains("lines are missing", Assert.Single(_notes.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_news_each_wait_is_longer_up_to_the_policys_longest()
    {
        Stream(Ends, At(1, "a"));
        for (var i = 0; i < 10; i++)
            Stream(Ends, At(1, "a"));
        Stream(Ends, At(2, "b"));
        Stream(Stays, At(2, "b"), At(3, "c"));
        Assert.Equal(["a", "b", "c"], await FollowAsync(3, retry: new() { InitialInterval = TimeSpan.FromSeconds(1), MaxInterval = TimeSpan.FromSeconds(30) }));
        double[] longest = [1, 2, 4, 8, 16, 30, 30, 30, 30, 30, 30, 1];
        Assert.Equal(longest.Length, _notes.Waits.Count);
        Assert.All(_notes.Waits.Zip(longest), wait => Assert.InRange(wait.First.TotalSeconds, wait.Second / 2, wait.Second));
    }

    [Fact]
    public async Task Streams_that_never_begin_end_it_when_the_policy_is_used_up()
    {
        for (var i = 0; i < 10; i++)
            _streams.Enqueue(answer => answer.WholeAsync(404, "text/plain", "no such session\n"));
        var error = await Assert.ThrowsAsync<ChatException>(() => FollowAsync(1, retry: new() { MaxRetries = 3 }));
        Assert.Equal(ChatErrorReason.NotFound, error.Reason);
        Assert.Equal(4, _server!.Requests.Count(r => r.Method == "GET" && r.Target.StartsWith("/stream/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_log_that_is_not_followed_ends_with_its_stream_and_survives_a_break()
    {
        Stream(Breaks, At(1, "a"), At(2, "b"));
        Stream(Ends, At(1, "a"), At(2, "b"), At(3, "c"));
        Assert.Equal(["a", "b", "c"], await FollowAsync(99, follow: false));
        Assert.DoesNotContain("tail", _server!.Requests.First(r => r.Method == "POST").Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_that_always_breaks_is_an_error()
    {
        for (var i = 0; i < 10; i++)
            Stream(Breaks, At(1, "a"));
        var error = await Assert.ThrowsAsync<ChatException>(() => FollowAsync(99, follow: false, retry: new() { MaxRetries = 2 }));
        Assert.Equal(ChatErrorReason.ConnectionFailed, error.Reason);
    }

    [Fact]
    public async Task The_address_of_the_lines_is_told_nobody()
    {
        Stream(Ends, At(1, "a"));
        Stream(Stays, At(2, "b"));
        await FollowAsync(2);
        Assert.NotEmpty(_notes.Texts);
        Assert.DoesNotContain(_notes.Texts, text => text.Contains("/stream/", StringComparison.Ordinal) || text.Contains("s3cr3t", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_address_that_is_none_is_an_error()
    {
        var connection = await OpenAsync(null, """{"id":"1","logplex_url":"file:///etc/passwd"}""");
        var error = await Assert.ThrowsAsync<ChatException>(() => connection.Find<ILogReader>()!.ReadAsync(new() { App = "shop" }, CallContext.Silent).ToListAsync());
        Assert.Equal(ChatErrorReason.InvalidResponse, error.Reason);
    }

    [Theory]
    [InlineData("2026-03-01T12:00:01.123456+00:00 app[web.1]: hello: [world]", "app", "web.1", "hello: [world]")]
    [InlineData("2026-03-01T12:00:01+00:00 heroku[router]: ", "heroku", "router", "")]
    [InlineData("2026-03-01T12:00:01Z app[heroku-postgres]:tight", "app", "heroku-postgres", "tight")]
    [InlineData("2026-03-01T12:00:01Z app: bare", "app", null, "bare")]
    public async Task A_line_has_its_parts(string line, string source, string? process, string message)
    {
        Stream(Ends, line);
        var log = Assert.Single(await ReadAsync(false, null, null, 9));
        Assert.Equal((source, process, message, line), (log.Source, log.Process, log.Message, log.Raw));
        Assert.Equal(Start.AddSeconds(1), new DateTimeOffset(log.Timestamp!.Value.Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("    at Shop.Cart.Add()")]
    [InlineData("2026-99-99T12:00:01Z app[web.1]: no time")]
    [InlineData("2026-03-01T12:00:01Z")]
    [InlineData("")]
    public async Task A_line_in_another_form_is_kept(string line)
    {
        Stream(Ends, line);
        var log = Assert.Single(await ReadAsync(false, null, null, 9));
        Assert.Equal((null, null, null, line, line), (log.Timestamp, log.Source, log.Process, log.Message, log.Raw));
    }

    public void Dispose() => _server?.Dispose();

    private static string At(int second, string message) =>
        string.Create(CultureInfo.InvariantCulture, $"{Start.AddSeconds(second):yyyy-MM-dd'T'HH:mm:ss.ffffffzzz} app[web.1]: {message}");

    private static Task Ends(PieceServer.Answer answer) => answer.EndAsync();

    private static Task Stays(PieceServer.Answer answer) => answer.SilenceAsync();

    private static Task Breaks(PieceServer.Answer answer)
    {
        answer.Cut();
        return Task.CompletedTask;
    }

    private void Stream(Func<PieceServer.Answer, Task> end, params string[] lines) => _streams.Enqueue(async answer =>
    {
        await answer.BeginAsync();
        var half = end == Breaks && lines is [.., "half"];
        foreach (var line in half ? lines[..^1] : lines)
            await answer.PieceAsync(line + "\n");
        if (half)
            await answer.PieceAsync(At(6, "ha"));
        await end(answer);
    });

    private async Task<List<string>> FollowAsync(int count, int? tail = null, bool follow = true, ChatRetryPolicy? retry = null) =>
        [.. (await ReadAsync(follow, tail, retry, count)).Select(line => line.Message)];

    private async Task<List<ChatLog>> ReadAsync(bool follow, int? tail, ChatRetryPolicy? retry, int count)
    {
        var connection = await OpenAsync(retry, null);
        var query = new LogQuery { App = "shop", Follow = follow, Tail = tail };
        var lines = new List<ChatLog>();
        await foreach (var line in connection.Find<ILogReader>()!.ReadAsync(query, new CallContext(_notes, CancellationToken.None)))
        {
            lines.Add(line);
            if (lines.Count == count)
                break;
        }
        return lines;
    }

    private async Task<Connection> OpenAsync(ChatRetryPolicy? retry, string? session)
    {
        _server = new PieceServer((request, answer) => (request.Method, request.Target) switch
        {
            ("POST", "/apps/shop/log-sessions") => answer.WholeAsync(201, "application/json", session ?? string.Create(
                CultureInfo.InvariantCulture, $$"""{"id":"1","logplex_url":"{{_server!.Uri}}stream/s3cr3t","created_at":"{{Start:O}}"}""")),
            ("GET", "/stream/s3cr3t") when _streams.TryDequeue(out var stream) => stream(answer),
            _ => answer.WholeAsync(200, "application/json", """{"id":"1","email":"ops@example.com"}"""),
        });
        return await Connections.OpenAsync(ChatPlatform.Heroku, _server.Uri, _clock, retry: retry);
    }
}
