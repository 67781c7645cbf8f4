using ChatPS.Client.Http;
using ChatPS.Client.Sessions;

namespace ChatPS.Client.Streams;

/// <summary>When a stream that ended is opened again: each time without news after a longer while, and not any more when it fails too often.</summary>
/// <param name="connection">The session.</param>
/// <param name="what">What is read, for what is said of the wait.</param>
/// <param name="isEndless">Whether a stream that began was a good one, be its end what it may.</param>
/// <param name="context">The call.</param>
internal sealed class Reopening(Connection connection, string what, bool isEndless, CallContext context)
{
    private readonly ChatRetryPolicy _policy = context.Retry ?? connection.Session.Retry;
    private long _opened;
    private int _fruitless;
    private int _failed;

    /// <summary>Whether a failure may be over by itself.</summary>
    public static bool MayPass(ChatException e) =>
        e.Reason is ChatErrorReason.ConnectionFailed or ChatErrorReason.Timeout or ChatErrorReason.ServerError or ChatErrorReason.RateLimited;

    /// <summary>The items of one stream after the other, until one fails for good.</summary>
    /// <param name="open">Opens a stream; what it gives is new.</param>
    /// <param name="hasBegun">Whether the last one has begun.</param>
    /// <exception cref="ChatException">There is no such stream, or none to be had any more.</exception>
    public async IAsyncEnumerable<T> ReadAsync<T>(Func<IAsyncEnumerable<T>> open, Func<bool> hasBegun)
    {
        while (true)
        {
            ChatException? failure = null;
            var hasNews = false;
            Open();
            var items = open().GetAsyncEnumerator(context.Cancellation);
            await using (items.ConfigureAwait(false))
            {
                while (true)
                {
                    try
                    {
                        if (!await items.MoveNextAsync().ConfigureAwait(false))
                            break;
                    }
                    catch (ChatException e) when (MayPass(e))
                    {
                        failure = e;
                        break;
                    }
                    hasNews = true;
                    yield return items.Current;
                }
            }
            await WaitAsync(failure, hasBegun(), hasNews).ConfigureAwait(false);
        }
    }

    /// <summary>A stream is opened now.</summary>
    public void Open() => _opened = connection.Clock.GetTimestamp();

    /// <summary>Waits until it is time for the next stream.</summary>
    /// <param name="failure">Why the stream ended; null when the server ended it.</param>
    /// <param name="hasBegun">Whether anything came of it.</param>
    /// <param name="hasNews">Whether anything new came of it.</param>
    /// <exception cref="ChatException">It was the last one: the failure.</exception>
    public async Task WaitAsync(ChatException? failure, bool hasBegun, bool hasNews)
    {
        // A stream that held for long was a good one, whatever it brought.
        var hasHeld = connection.Clock.GetElapsedTime(_opened) >= _policy.MaxInterval;
        _failed = failure is null || (isEndless && (hasBegun || hasHeld)) ? 0 : _failed + 1;
        if (failure is not null && _failed > _policy.MaxRetries)
            throw failure;
        _fruitless = hasNews || hasHeld ? 0 : _fruitless + 1;
        var delay = failure?.RetryAfter ?? RetryPipeline.Backoff(_policy, _fruitless);
        context.Log.Waiting(delay, $"before going on with {what}, which {(failure is null ? "the server ended" : "broke off")}");
        await Task.Delay(delay, connection.Clock, context.Cancellation).ConfigureAwait(false);
    }
}
