using System.Collections.Concurrent;
using System.Globalization;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Streams;

namespace ChatPS.Tests.Client;

/// <summary>The log of a process over several streams, and to its end.</summary>
public sealed class HathoraLogTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly JumpingClock _clock = new(Start);
    private readonly Notes _notes = new();
    private readonly ConcurrentQueue<Func<PieceServer.Answer, Task>> _streams = new();
    private PieceServer? _server;
    private string _status = "running";

    private string[] Asked => [.. _server!.Requests.Select(r => r.Target).Where(t => t.Contains("/logs/", StringComparison.Ordinal)).Select(t => t["/logs/v1/app-00000000-0000-0000-0000-000000000001/process/".Length..])];

    [Fact]
    public async Task A_stream_that_ends_or_breaks_is_taken_up_as_long_as_the_process_runs()
    {
        Stream(Ends, At(1, "a"), At(2, "b"));
        Stream(Breaks, At(1, "a"), At(2, "b"), At(3, "c"));
        Stream(Stops, At(1, "a"), At(2, "b"), At(3, "c"), At(4, "d"));
        Stream(Ends, At(1, "a"), At(2, "b"), At(3, "c"), At(4, "d"), At(5, "e"));
        Assert.Equal(["a", "b", "c", "d", "e"], await ReadAsync(new() { App = "app-00000000-0000-0000-0000-000000000001", Process = "p1", Follow = true, Tail = 2 }));
        Assert.Equal(["p1?follow=true&tailLines=2", "p1?follow=true&tailLines=5000", "p1?follow=true&tailLines=5000", "p1?tailLines=5000"], Asked);
        Assert.Empty(_notes.Warnings);
    }

    [Fact]
    public async Task A_log_without_times_is_taken_up_where_it_was()
    {
        Stream(Ends, "tick", "b", "tick");
        Stream(Ends, "older", "tick", "a", "tick", "b", "tick", "tick", "c");
        Stream(Stops, "older", "tick", "a", "tick", "b", "tick", "tick", "c", "tick");
        Stream(Ends, "older", "tick", "a", "tick", "b", "tick", "tick", "c", "tick");
        Assert.Equal(["tick", "b", "tick", "tick", "c", "tick"], await ReadAsync(new() { App = "app-00000000-0000-0000-0000-000000000001", Process = "p1", Follow = true, Tail = 3 }));
        Assert.Empty(_notes.Warnings);
    }

    [Fact]
    public void A_log_without_times_that_has_moved_on_too_far_has_a_gap()
    {
        var overlap = new LogOverlap(3);
        Assert.True(overlap.IsNew(Line("a")));
        overlap.Resume();
        Assert.Equal([false, false, true, true], "xyza".Select(text => overlap.IsNew(Line(text.ToString()))));
        Assert.True(overlap.HasGap);
    }

    [Theory]
    [InlineData("aab", "aaab", 3)]
    [InlineData("abab", "abaabab", 6)]
    [InlineData("a", "ba", 1)]
    [InlineData("ab", "aaa", -1)]
    public void A_row_of_lines_is_found_at_its_first_place(string row, string lines, int end)
    {
        var sequence = new LogSequence([.. row.Select(c => c.ToString())]);
        Assert.Equal(end, lines.Select((line, i) => (line, i)).Where(l => sequence.EndsWith(l.line.ToString())).Select(l => l.i).FirstOrDefault(-1));
    }

    [Fact]
    public async Task What_the_API_refuses_is_not_asked_again()
    {
        _streams.Enqueue(answer => answer.WholeAsync(404, "application/json", """{"message":"no such process"}"""));
        var error = await Assert.ThrowsAsync<ChatException>(() => ReadAsync(new() { App = "app-00000000-0000-0000-0000-000000000001", Process = "p1", Follow = true }));
        Assert.Equal(ChatErrorReason.NotFound, error.Reason);
        Assert.Single(Asked);
    }

    [Fact]
    public async Task A_server_that_fails_is_asked_again()
    {
        _streams.Enqueue(answer => answer.WholeAsync(503, "application/json", """{"message":"soon"}"""));
        Stream(Ends, At(1, "a"));
        Assert.Equal(["a"], await ReadAsync(new() { App = "app-00000000-0000-0000-0000-000000000001", Process = "p1" }));
    }

    [Fact]
    public async Task A_whole_log_that_breaks_is_read_from_its_beginning_without_what_was_shown()
    {
        Stream(Breaks, "tick", "tick", "half");
        Stream(Breaks, "tick", "tick", "tick", "half");
        Stream(Ends, "tick", "tick", "tick", "tock");
        Assert.Equal(["tick", "tick", "tick", "tock"], await ReadAsync(new() { App = "app-00000000-0000-0000-0000-000000000001", Process = "p1", Whole = true }));
        Assert.All(Asked, target => Assert.Equal("p1/download", target));
        Assert.Equal(3, Asked.Length);
    }

    [Fact]
    public async Task A_whole_log_that_is_kept_back_is_read_as_far_as_it_goes()
    {
        _streams.Enqueue(answer => answer.WholeAsync(400, "application/json", """{"message":"it still runs"}"""));
        Stream(Ends, At(1, "a"), At(2, "b"));
        Assert.Equal(["a", "b"], await ReadAsync(new() { App = "app-00000000-0000-0000-0000-000000000001", Process = "p1", Whole = true }));
        Assert.Equal(["p1/download", "p1?tailLines=5000"], Asked);
        Assert.Contains("5000", Assert.Single(_notes.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_whole_log_that_is_refused_after_the_end_is_an_error()
    {
        _status = "stopped";
        _streams.Enqueue(answer => answer.WholeAsync(400, "application/json", """{"message":"no"}"""));
        var error = await Assert.ThrowsAsync<ChatException>(() => ReadAsync(new() { App = "app-00000000-0000-0000-0000-000000000001", Process = "p1", Whole = true }));
        Assert.Equal(ChatErrorReason.InvalidRequest, error.Reason);
    }

    [Theory]
    [InlineData("2026-03-01T12:00:01.123456789Z hello: [world]", true, "hello: [world]")]
    [InlineData("2026-03-01T12:00:01+02:00 hello", true, "hello")]
    [InlineData("2026-03-01T12:00:01.123Z", true, "")]
    [InlineData("2026-99-01T12:00:01Z hello", false, "2026-99-01T12:00:01Z hello")]
    [InlineData("[info] hello", false, "[info] hello")]
    [InlineData("", false, "")]
    public async Task A_line_has_its_time_where_it_begins_with_one(string line, bool hasTime, string message)
    {
        Stream(Ends, line);
        Assert.Equal([message], await ReadAsync(new() { App = "app-00000000-0000-0000-0000-000000000001", Process = "p1" }, log => Assert.Equal((hasTime, line), (log.Timestamp is not null, log.Raw))));
    }

    public void Dispose() => _server?.Dispose();

    private static string At(int second, string message) => string.Create(CultureInfo.InvariantCulture, $"{Start.AddSeconds(second):yyyy-MM-dd'T'HH:mm:ss.fff'Z'} {message}");

    private static ChatLog Line(string text) => new() { Session = null!, Message = text, Raw = text };

    private static Task Ends(PieceServer.Answer answer) => answer.EndAsync();

    private static Task Breaks(PieceServer.Answer answer)
    {
        answer.Cut();
        return Task.CompletedTask;
    }

    private Task Stops(PieceServer.Answer answer)
    {
        _status = "stopped";
        return answer.EndAsync();
    }

    private void Stream(Func<PieceServer.Answer, Task> end, params string[] lines) => _streams.Enqueue(async answer =>
    {
        await answer.BeginAsync();
        foreach (var line in lines)
            await answer.PieceAsync(line is "half" ? line : line + "\n");
        await end(answer);
    });

    private async Task<List<string>> ReadAsync(LogQuery query, Action<ChatLog>? look = null)
    {
        _server = new PieceServer((request, answer) => request.Target.Contains("/logs/", StringComparison.Ordinal) && _streams.TryDequeue(out var stream)
            ? stream(answer)
            : answer.WholeAsync(200, "application/json", request.Target.Contains("/processes/", StringComparison.Ordinal)
                ? $$"""{"processId":"p1","appId":"app-00000000-0000-0000-0000-000000000001","status":"{{_status}}"}"""
                : """{"orgs":[]}"""));
        var connection = await Connections.OpenAsync(ChatPlatform.Hathora, _server.Uri, _clock);
        var lines = new List<string>();
        await foreach (var line in connection.Find<ILogReader>()!.ReadAsync(query, new CallContext(_notes, CancellationToken.None)))
        {
            look?.Invoke(line);
            lines.Add(line.Message);
        }
        return lines;
    }
}
