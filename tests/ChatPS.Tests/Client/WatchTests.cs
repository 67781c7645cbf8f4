using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Platforms.Gitter;
using ChatPS.Client.Sessions;

namespace ChatPS.Tests.Client;

/// <summary>A room whose streams end, break off or fall silent: every message once, in order, and never in a hurry.</summary>
public sealed class WatchTests : IDisposable
{
    private const string Room = "000000000000000000000abc";
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly JumpingClock _clock = new(Start);
    private readonly ConcurrentQueue<TimeSpan> _waits = new();
    private readonly ConcurrentQueue<Func<PieceServer.Answer, Task>> _streams = new();
    private readonly List<int> _room = [];
    private readonly SemaphoreSlim _caughtUp = new(0);
    private volatile bool _isLate;
    private PieceServer? _server;

    private IEnumerable<string> Targets => _server!.Requests.Select(request => request.Target);

    [Fact]
    public async Task What_is_sent_while_a_stream_is_broken_is_made_up_for_and_what_comes_both_ways_comes_once()
    {
        Send(1, 2);
        Stream(Breaks, () => Live(3), () => Live(4), () => Quietly(5, 6, 7));
        Stream(Ends, () => Wire(7) + "\r", () => Live(8));
        Stream(Stays, () => Live(9));
        Assert.Equal(["3", "4", "5", "6", "7", "8", "9"], await WatchAsync(7));
        Assert.Equal(3, Targets.Count(target => target.StartsWith("/stream/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_was_missed_comes_in_as_many_pages_as_it_takes()
    {
        Stream(Breaks, () => Live(1), () => Quietly([.. Enumerable.Range(2, 350)]));
        Stream(Stays, () => Live(400));
        string[] expected = [.. Enumerable.Range(1, 351).Append(400).Select(Text)];
        Assert.Equal(expected, await WatchAsync(352));
    }

    [Fact]
    public async Task What_is_sent_before_the_first_stream_has_begun_is_not_missed()
    {
        Send(1);
        _streams.Enqueue(async answer =>
        {
            Send(2);
            await answer.BeginAsync();
            _isLate |= !await CaughtUpAsync();
            await answer.PieceAsync(Live(3));
            await answer.SilenceAsync();
        });
        Assert.Equal(["2", "3"], await WatchAsync(2));
    }

    [Fact]
    public async Task It_may_begin_after_a_message()
    {
        Send([.. Enumerable.Range(1, 130)]);
        Stream(Stays, () => Live(131));
        string[] expected = [.. Enumerable.Range(101, 31).Select(Text)];
        Assert.Equal(expected, await WatchAsync(31, after: Id(100)));
        Assert.DoesNotContain(Targets, target => target.Contains("limit=20", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_whose_id_is_behind_the_last_one_is_found_after_a_break()
    {
        Send([.. Enumerable.Range(1, 30)]);
        // Another of the platform's servers gave the lower id within the same second.
        Stream(Breaks, () => Live(40), () => Quietly(39));
        Stream(Stays, () => Live(41));
        Assert.Equal(["40", "39", "41"], await WatchAsync(3));
    }

    [Fact]
    public async Task Messages_may_be_cut_anywhere_and_stand_in_any_white_space()
    {
        string[] wire = [Json(1) + "\r", Json(2) + "\r\n", " \n \n\n", JsonNode.Parse(Json(3))!.ToJsonString(new() { WriteIndented = true }), Json(4) + Json(5) + "\n\r"];
        var bytes = Encoding.UTF8.GetBytes(string.Concat(wire));
        foreach (var size in new[] { 1, 7, 64, bytes.Length })
        {
            using var sink = new JsonSink();
            foreach (var piece in bytes.Chunk(size))
                await sink.WriteAsync(piece);
            await sink.CompleteWithAsync(Task.CompletedTask, CancellationToken.None);
            var texts = (await sink.ReadAllAsync(CancellationToken.None).ToListAsync()).Select(text => (string?)JsonNode.Parse(text)!["text"]);
            Assert.Equal(["1 { \" } ü𝄞", "2 { \" } ü𝄞", "3 { \" } ü𝄞", "4 { \" } ü𝄞", "5 { \" } ü𝄞"], texts);
        }

        string Json(int number) => new JsonObject { ["id"] = Id(number), ["text"] = $"{number} {{ \" }} ü𝄞", ["meta"] = new JsonArray("\\", "]") }.ToJsonString();
    }

    [Fact]
    public async Task Half_a_message_is_none_and_comes_whole_the_next_time()
    {
        _streams.Enqueue(async answer =>
        {
            await answer.BeginAsync();
            Send(1);
            await answer.PieceAsync(Wire(1)[..20]);
            await answer.EndAsync();
        });
        Stream(Stays, () => Live(2));
        Assert.Equal(["1", "2"], await WatchAsync(2));
    }

    [Fact]
    public async Task A_connection_on_which_nothing_comes_any_more_is_left()
    {
        Stream(Stays, () => Live(1));
        Stream(Stays, () => Live(2));
        // One more for a machine that is slower than the silence.
        Stream(Stays, () => Live(3));
        Assert.Equal(["1", "2"], await WatchAsync(2, silence: TimeSpan.FromSeconds(1)));
    }

    [Theory]
    [InlineData(401, ChatErrorReason.Unauthorized)]
    [InlineData(403, ChatErrorReason.Forbidden)]
    [InlineData(404, ChatErrorReason.NotFound)]
    public async Task A_refusal_ends_it_at_once(int status, ChatErrorReason reason)
    {
        Stream(Breaks, () => Live(1));
        _streams.Enqueue(answer => answer.WholeAsync(status, "application/json", """{"error":"No"}"""));
        var error = await Assert.ThrowsAsync<ChatException>(() => WatchAsync(2));
        Assert.Equal(reason, error.Reason);
        Assert.Equal(2, Targets.Count(target => target.StartsWith("/stream/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Streams_that_do_not_begin_are_tried_as_often_as_the_policy_says()
    {
        for (var i = 0; i < 9; i++)
            _streams.Enqueue(answer => answer.WholeAsync(503, "application/json", """{"error":"Down"}"""));
        var error = await Assert.ThrowsAsync<ChatException>(() => WatchAsync(1, new() { MaxRetries = 3 }));
        Assert.Equal(ChatErrorReason.ServerError, error.Reason);
        Assert.Equal(4, Targets.Count(target => target.StartsWith("/stream/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Streams_that_begin_are_opened_again_for_ever_each_time_after_a_longer_while()
    {
        for (var i = 0; i < 12; i++)
            Stream(Breaks);
        Stream(Stays, () => Live(1));
        Assert.Equal(["1"], await WatchAsync(1, new() { MaxRetries = 2, InitialInterval = TimeSpan.FromSeconds(1), MaxInterval = TimeSpan.FromSeconds(30) }));
        double[] longest = [2, 4, 8, 16, 30, 30, 30, 30, 30, 30, 30, 30];
        Assert.Equal(longest.Length, _waits.Count);
        Assert.All(_waits.Zip(longest), wait => Assert.InRange(wait.First.TotalSeconds, wait.Second / 2, wait.Second));
    }

    [Fact]
    public async Task A_page_that_is_no_stream_is_an_error()
    {
        _streams.Enqueue(answer => answer.WholeAsync(200, "text/html", "<html>Sign in</html>"));
        var error = await Assert.ThrowsAsync<ChatException>(() => WatchAsync(1));
        Assert.Equal(ChatErrorReason.InvalidResponse, error.Reason);
    }

    [Fact]
    public async Task Open_streams_hold_no_place_in_the_rate_limit()
    {
        Stream(Stays, () => Live(1));
        var connection = await OpenAsync(null);
        await foreach (var news in connection.Find<IRoomWatcher>()!.WatchAsync(new WatchQuery { Rooms = [new RoomRef(Room)] }, CallContext.Silent))
        {
            Assert.NotNull(news.Item);
            // The window is over: of the next one nothing is spent.
            await Task.Delay(TimeSpan.FromMinutes(2), _clock);
            Assert.Equal(100, connection.Gate.Read(_clock).Remaining);
            break;
        }
    }

    [Fact]
    public void Of_what_was_shown_as_much_is_kept_as_may_come_again()
    {
        var overlap = new GitterOverlap();
        Assert.Equal(new string('0', 24), overlap.Anchor);
        for (var i = 1; i <= 20_000; i++)
            Assert.True(overlap.IsNew(Id(i)));
        Assert.Equal(Id(19_981), overlap.Anchor);
        Assert.False(overlap.IsNew(Id(10_001)));
        Assert.True(overlap.IsNew(Id(10_000)));
    }

    public void Dispose()
    {
        _server?.Dispose();
        _caughtUp.Dispose();
    }

    private static string Id(int number) => number.ToString("x24", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Wire(int number) => new JsonObject
    {
        ["id"] = Id(number),
        ["text"] = Text(number),
        ["sent"] = "2026-03-01T12:00:00.000Z",
        ["fromUser"] = new JsonObject { ["id"] = "1", ["username"] = "ann" },
    }.ToJsonString();

    private static Task Ends(PieceServer.Answer answer) => answer.EndAsync();

    private static Task Stays(PieceServer.Answer answer) => answer.SilenceAsync();

    private static Task Breaks(PieceServer.Answer answer)
    {
        answer.Cut();
        return Task.CompletedTask;
    }

    private void Send(params int[] numbers)
    {
        lock (_room)
        {
            _room.AddRange(numbers);
            _room.Sort();
        }
    }

    private string Live(int number)
    {
        Send(number);
        return Wire(number) + "\r";
    }

    private void Stream(Func<PieceServer.Answer, Task> end, params Func<string>[] items) => _streams.Enqueue(async answer =>
    {
        await answer.BeginAsync();
        await answer.PieceAsync(" \n");
        _isLate |= !await CaughtUpAsync();
        foreach (var item in items)
        {
            // A piece of nothing would be the end.
            if (item() is { Length: > 0 } text)
                await answer.PieceAsync(text);
        }
        await end(answer);
    });

    /// <summary>Waits until the watcher has asked for what came before the stream, to the end.</summary>
    private Task<bool> CaughtUpAsync() => _caughtUp.WaitAsync(TimeSpan.FromSeconds(30));

    private string Quietly(params int[] numbers)
    {
        Send(numbers);
        return "";
    }

    private async Task<string[]> WatchAsync(int count, ChatRetryPolicy? retry = null, string? after = null, TimeSpan? silence = null)
    {
        var connection = await OpenAsync(retry);
        if (silence is { } longest)
            connection.Get<GitterRoomWatcher>().Silence = longest;
        var texts = new List<string>();
        var query = new WatchQuery { Rooms = [new RoomRef(Room)], After = after };
        await foreach (var news in connection.Find<IRoomWatcher>()!.WatchAsync(query, new CallContext(new Waits(_waits), CancellationToken.None)))
        {
            if (news.Error is { } error)
                throw error;
            texts.Add(Assert.IsType<ChatMessage>(news.Item).Text);
            if (texts.Count == count)
                break;
        }
        Assert.False(_isLate, "The watcher has not asked in time for what came before the stream.");
        return [.. texts];
    }

    private async Task<Connection> OpenAsync(ChatRetryPolicy? retry)
    {
        _server = new PieceServer((request, answer) => request.Target.Split('?') switch
        {
            ["/v1/user/me"] => answer.WholeAsync(200, "application/json", """{"id":"00000000000000000000000a","username":"ann"}"""),
            [$"/v1/rooms/{Room}/chatMessages", var query] => answer.WholeAsync(200, "application/json", List(query)),
            [$"/stream/v1/rooms/{Room}/chatMessages"] when _streams.TryDequeue(out var stream) => stream(answer),
            _ => answer.WholeAsync(404, "application/json", """{"error":"Not Found"}"""),
        });
        return await Connections.OpenAsync(ChatPlatform.Gitter, _server.Uri, _clock, retry: retry);
    }

    private string List(string query)
    {
        var given = query.Split('&').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        Assert.Equal("true", given["includeThreads"]);
        var limit = int.Parse(given["limit"], CultureInfo.InvariantCulture);
        lock (_room)
        {
            var isAfter = given.TryGetValue("afterId", out var after);
            int[] found = isAfter ? [.. _room.Where(number => string.CompareOrdinal(Id(number), after) > 0).Take(limit)]
                : given.TryGetValue("beforeId", out var before) ? [.. _room.Where(number => string.CompareOrdinal(Id(number), before) < 0).TakeLast(limit)]
                : [.. _room.TakeLast(limit)];
            if (isAfter && found.Length == 0)
                _caughtUp.Release();
            return $"[{string.Join(',', found.Select(Wire))}]";
        }
    }

    private sealed class Waits(ConcurrentQueue<TimeSpan> waits) : ICallLog
    {
        public void Verbose(string text)
        {
        }

        public void Warning(string text)
        {
        }

        public void Waiting(TimeSpan delay, string reason) => waits.Enqueue(delay);
    }
}
