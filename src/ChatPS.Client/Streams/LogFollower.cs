using ChatPS.Client.Http;
using ChatPS.Client.Sessions;

namespace ChatPS.Client.Streams;

/// <summary>
/// Reads a log over as many streams as it takes: when one ends or breaks off, the next goes on where it was, with no line
/// twice and none left out.
/// </summary>
/// <param name="connection">The session.</param>
/// <param name="name">What the log is called in what is said of it.</param>
/// <param name="open">
/// Opens the first stream, or one to go on with, which begins with lines from before the break. What it throws is final: it
/// has tried what there is to try.
/// </param>
internal sealed class LogFollower(Connection connection, string name, Func<bool, CallContext, Task<LogStream>> open)
{
    // Those who write may have nothing to say for long, and a dead connection has nothing to say for ever.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(15);

    /// <summary>Whether what a stream failed with would come again, however often another is opened.</summary>
    public Func<ChatException, bool> IsFinal { get; init; } = _ => false;

    /// <summary>The lines of one stream.</summary>
    /// <param name="connection">The session.</param>
    /// <param name="request">Asks for the stream.</param>
    /// <param name="follow">Whether it goes on with what is written.</param>
    /// <param name="map">Makes an object of a line.</param>
    /// <param name="context">The call.</param>
    /// <exception cref="ChatException">The answer is an error, it broke off, or nothing came for too long.</exception>
    public static async IAsyncEnumerable<ChatLog> LinesAsync(
        Connection connection, ApiRequest request, bool follow, Func<string, ChatLog> map, CallContext context)
    {
        var silence = follow ? LongestSilence : connection.Session.Timeout;
        await foreach (var line in connection.Api.ReadLinesAsync(request, silence, context).ConfigureAwait(false))
            yield return map(line);
    }

    /// <summary>The lines.</summary>
    /// <param name="overlap">Remembers what was shown.</param>
    /// <param name="follow">Whether the end of a stream is not the end of the log.</param>
    /// <param name="context">The call.</param>
    /// <exception cref="ChatException">There is no stream to be had, or none that begins.</exception>
    public async IAsyncEnumerable<ChatLog> ReadAsync(ILogMemory overlap, bool follow, CallContext context)
    {
        var reopening = new Reopening(connection, $"the log of {name}", follow, context);
        for (var isNext = false; ; isNext = true)
        {
            reopening.Open();
            var (hasBegun, hasNews, hasWarned) = (false, false, false);
            ChatException? failure = null;
            if (isNext)
                overlap.Resume();
            var stream = await open(isNext, context).ConfigureAwait(false);
            var lines = stream.Lines.GetAsyncEnumerator(context.Cancellation);
            await using (lines.ConfigureAwait(false))
            {
                while (true)
                {
                    try
                    {
                        if (!await lines.MoveNextAsync().ConfigureAwait(false))
                            break;
                    }
                    catch (ChatException e) when (follow || e.Reason != ChatErrorReason.Timeout)
                    {
                        failure = e;
                        break;
                    }
                    hasBegun = true;
                    if (!overlap.IsNew(lines.Current))
                        continue;
                    if (overlap.HasGap && !hasWarned)
                        context.Log.Warning($"The log of {name} was interrupted, and more was written meanwhile than the platform keeps: lines are missing here.");
                    (hasNews, hasWarned) = (true, overlap.HasGap);
                    yield return lines.Current;
                }
            }
            if (failure is null && (!follow || stream.IsLast))
                yield break;
            if (failure is not null && IsFinal(failure))
                throw failure;
            await reopening.WaitAsync(failure, hasBegun, hasNews).ConfigureAwait(false);
        }
    }
}
