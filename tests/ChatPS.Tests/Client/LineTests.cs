using System.Text;
using ChatPS.Client.Http;

namespace ChatPS.Tests.Client;

/// <summary>Answers that are read line by line as they come.</summary>
public sealed class LineTests
{
    [Fact]
    public async Task Characters_and_line_ends_may_be_cut_anywhere()
    {
        using var sink = new LineSink();
        foreach (var one in Encoding.UTF8.GetBytes("grün\r\n€ 𝄞\n\r\n\na\rb\r\nlast"))
            await sink.WriteAsync(new[] { one });
        await sink.CompleteWithAsync(Task.CompletedTask, CancellationToken.None);
        Assert.Equal(["grün", "€ 𝄞", "", "", "a\rb", "last"], await sink.ReadAllAsync(CancellationToken.None).ToListAsync());
    }

    [Fact]
    public async Task A_character_that_ends_in_the_middle_is_told()
    {
        using var sink = new LineSink();
        await sink.WriteAsync("a\nb"u8.ToArray());
        await sink.WriteAsync(new byte[] { 0xE2, 0x82 });
        await sink.CompleteWithAsync(Task.CompletedTask, CancellationToken.None);
        Assert.Equal(["a", "b\uFFFD"], await sink.ReadAllAsync(CancellationToken.None).ToListAsync());
    }

    [Fact]
    public async Task An_attempt_that_begins_anew_forgets_the_half_line()
    {
        using var sink = new LineSink();
        await sink.WriteAsync(new byte[] { (byte)'x', 0xE2 });
        sink.SetLength(0);
        await sink.WriteAsync("whole\n"u8.ToArray());
        await sink.CompleteWithAsync(Task.CompletedTask, CancellationToken.None);
        Assert.Equal(["whole"], await sink.ReadAllAsync(CancellationToken.None).ToListAsync());
    }

    [Fact]
    public async Task Lines_come_before_the_answer_has_ended()
    {
        var more = new TaskCompletionSource();
        using var server = Serve(async answer =>
        {
            await answer.PieceAsync("one\ntw");
            await more.Task;
            await answer.PieceAsync("o\nthree");
            await answer.EndAsync();
        });
        var lines = new List<string>();
        await foreach (var line in await ReadAsync(server))
        {
            lines.Add(line);
            more.TrySetResult();
        }
        Assert.Equal(["one", "two", "three"], lines);
    }

    [Fact]
    public async Task A_break_is_an_error_after_the_whole_lines_and_nothing_is_asked_again()
    {
        using var server = Serve(async answer =>
        {
            await answer.PieceAsync("one\ntwo\nhal");
            answer.Cut();
        });
        var lines = new List<string>();
        var error = await Assert.ThrowsAsync<ChatException>(async () =>
        {
            await foreach (var line in await ReadAsync(server))
                lines.Add(line);
        });
        Assert.Equal(ChatErrorReason.ConnectionFailed, error.Reason);
        Assert.Equal(["one", "two"], lines);
        Assert.Single(server.Requests, r => r.Target.StartsWith("/lines", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_has_enough_while_the_server_is_silent_goes_at_once_and_hangs_up()
    {
        var gone = new TaskCompletionSource();
        using var server = Serve(async answer =>
        {
            await answer.PieceAsync("one\n");
            await answer.SilenceAsync();
            gone.SetResult();
        });
        await foreach (var line in await ReadAsync(server))
            break;
        await gone.Task;
    }

    [Fact]
    public async Task A_cancellation_ends_the_silence()
    {
        using var cancellation = new CancellationTokenSource();
        using var server = Serve(async answer =>
        {
            await answer.PieceAsync("one\n");
            await answer.SilenceAsync();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var line in await ReadAsync(server, cancellation: cancellation.Token))
                await cancellation.CancelAsync();
        });
    }

    [Fact]
    public async Task Who_has_enough_of_many_lines_that_wait_goes_at_once()
    {
        using var server = Serve(async answer =>
        {
            await answer.PieceAsync(string.Concat(Enumerable.Range(1, 1000).Select(n => $"{n}\n")) + "unfinished");
            await answer.EndAsync();
        });
        await foreach (var line in await ReadAsync(server))
            break;
    }

    [Fact]
    public async Task Too_long_a_silence_is_an_error()
    {
        using var server = Serve(async answer =>
        {
            await answer.PieceAsync("one\n");
            await answer.SilenceAsync();
        });
        var error = await Assert.ThrowsAsync<ChatException>(async () =>
        {
            await foreach (var line in await ReadAsync(server, TimeSpan.FromMilliseconds(200)))
                Assert.Equal("one", line);
        });
        Assert.Equal(ChatErrorReason.Timeout, error.Reason);
    }

    [Fact]
    public async Task An_address_elsewhere_gets_no_token_and_its_refusal_says_nothing_of_the_session()
    {
        using var server = new PieceServer((request, answer) => request.Target.StartsWith("/lines", StringComparison.Ordinal)
            ? answer.WholeAsync(401, "text/plain", "session over")
            : answer.WholeAsync(200, "application/json", """{"id":"1","email":"ops@example.com"}"""));
        var error = await Assert.ThrowsAsync<ChatException>(async () => await (await ReadAsync(server)).ToListAsync());
        Assert.Equal(ChatErrorReason.Forbidden, error.Reason);
        Assert.Contains("session over", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("a1b2c3", error.ToString(), StringComparison.Ordinal);
        var request = Assert.Single(server.Requests, r => r.Target == "/lines/a1b2c3?srv=1&x=a%2Fb");
        Assert.DoesNotContain("Authorization", request.Headers.Keys);
        Assert.DoesNotContain("Request-Id", request.Headers.Keys);
    }

    private static PieceServer Serve(Func<PieceServer.Answer, Task> lines) => new(async (request, answer) =>
    {
        if (!request.Target.StartsWith("/lines", StringComparison.Ordinal))
        {
            await answer.WholeAsync(200, "application/json", """{"id":"1","email":"ops@example.com"}""");
            return;
        }
        await answer.BeginAsync();
        await lines(answer);
    });

    private static async Task<IAsyncEnumerable<string>> ReadAsync(PieceServer server, TimeSpan? silence = null, CancellationToken cancellation = default)
    {
        var connection = await Connections.OpenAsync(ChatPlatform.Heroku, server.Uri);
        return connection.Api.ReadLinesAsync(
            ApiRequest.Elsewhere("GET", new Uri(server.Uri, "lines/a1b2c3?srv=1&x=a%2Fb")),
            silence ?? Timeout.InfiniteTimeSpan,
            CallContext.Silent with { Cancellation = cancellation });
    }
}
