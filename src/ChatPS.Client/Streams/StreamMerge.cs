using System.Threading.Channels;
using ChatPS.Client.Http;

namespace ChatPS.Client.Streams;

/// <summary>An item of one of several streams, or why that one ended.</summary>
/// <param name="Source">Which of the streams.</param>
/// <param name="Item">The item; null with an error.</param>
/// <param name="Error">Why the stream ended.</param>
internal sealed record Merged<T>(int Source, T? Item, ChatException? Error) where T : class;

/// <summary>Reads several streams at the same time.</summary>
internal static class StreamMerge
{
    private const int MostWaiting = 100;

    /// <summary>The items as they come. A stream that fails says so and leaves the others alone.</summary>
    /// <param name="streams">The streams.</param>
    /// <param name="duration">After what time to stop reading; null for when all have ended.</param>
    /// <param name="clock">What the time is measured by.</param>
    /// <param name="context">The call.</param>
    public static async IAsyncEnumerable<Merged<T>> ReadAsync<T>(
        IReadOnlyList<Func<CallContext, IAsyncEnumerable<T>>> streams, TimeSpan? duration, TimeProvider clock, CallContext context) where T : class
    {
        var items = Channel.CreateBounded<Merged<T>>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
        using var walk = CancellationTokenSource.CreateLinkedTokenSource(context.Cancellation);
        using var deadline = new CancellationTokenSource(duration ?? Timeout.InfiniteTimeSpan, clock);
        using var end = deadline.Token.Register(() => items.Writer.TryComplete());
        var inner = context with { Cancellation = walk.Token };
        var pumps = CompleteAsync(streams.Select((stream, source) => PumpAsync(source, stream, items.Writer, inner)), items.Writer);
        try
        {
            await foreach (var item in items.Reader.ReadAllAsync(walk.Token).ConfigureAwait(false))
                yield return item;
        }
        finally
        {
            await walk.CancelAsync().ConfigureAwait(false);
            await pumps.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task CompleteAsync<T>(IEnumerable<Task> pumps, ChannelWriter<T> items)
    {
        try
        {
            await Task.WhenAll(pumps).ConfigureAwait(false);
        }
        finally
        {
            items.TryComplete();
        }
    }

    private static async Task PumpAsync<T>(
        int source, Func<CallContext, IAsyncEnumerable<T>> stream, ChannelWriter<Merged<T>> items, CallContext context) where T : class
    {
        try
        {
            await foreach (var item in stream(context).ConfigureAwait(false))
                await items.WriteAsync(new(source, item, null), context.Cancellation).ConfigureAwait(false);
        }
        catch (ChatException e)
        {
            await items.WriteAsync(new(source, null, e), context.Cancellation).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // Nobody can go on then, and the reader is told why.
            items.TryComplete(e);
            throw;
        }
    }
}
