using System.Threading.Channels;

namespace ChatPS.Sandbox.Http;

/// <summary>What one listener of a stream still has to get: sent as it comes, with a sign of life in silence.</summary>
/// <param name="faults">Switches that end streams.</param>
/// <param name="clock">Measures the silence.</param>
/// <param name="heartbeat">What keeps a silent connection; nothing when empty.</param>
internal sealed class Feed(SandboxFaults faults, TimeProvider clock, ReadOnlyMemory<byte> heartbeat)
{
    private const int Backlog = 10_000;
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);
    private readonly Channel<ReadOnlyMemory<byte>> _items = Channel.CreateBounded<ReadOnlyMemory<byte>>(Backlog);
    private readonly Task _told = faults.StreamsEnd;
    private volatile bool _isWaiting;

    /// <summary>Whether all that there is has been sent.</summary>
    public bool IsIdle => _isWaiting && _items.Reader.Count == 0;

    /// <summary>Adds an item; false when the listener has stopped reading long ago, or the feed is complete.</summary>
    public bool TryWrite(ReadOnlyMemory<byte> item)
    {
        var kept = _items.Writer.TryWrite(item);
        if (!kept)
            Complete();
        return kept;
    }

    /// <summary>Ends the stream after what it already has.</summary>
    public void Complete() => _items.Writer.TryComplete();

    /// <summary>Sends items until the feed is complete, the faults end it or the client goes away.</summary>
    public Task ServeAsync(Stream stream, CancellationToken cancel) => ServeAsync(stream.WriteAsync, cancel);

    /// <summary>The same, to where a function sends.</summary>
    public async Task ServeAsync(Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask> send, CancellationToken cancel)
    {
        // A first sign of life brings the headers to the client even when there is nothing to tell.
        if (!_items.Reader.TryPeek(out _) && !_items.Reader.Completion.IsCompleted)
            await send(heartbeat, cancel);
        var left = faults.StreamItems ?? long.MaxValue;
        while (await MoreAsync(send, cancel))
        {
            while (!_told.IsCompleted && _items.Reader.TryRead(out var item))
            {
                if (faults.LosesItem())
                    continue;
                await send(item, cancel);
                if (--left <= 0)
                    return;
            }
        }
    }

    /// <summary>Waits for items; false when none will come any more.</summary>
    private async Task<bool> MoreAsync(Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask> send, CancellationToken cancel)
    {
        while (!_told.IsCompleted)
        {
            using var silence = new CancellationTokenSource(Silence, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, silence.Token);
            _isWaiting = true;
            var news = _items.Reader.WaitToReadAsync(either.Token).AsTask();
            if (await Task.WhenAny(news, _told) == _told)
            {
                await either.CancelAsync();
                break;
            }

            try
            {
                var more = await news;
                _isWaiting = false;
                return more;
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                await send(heartbeat, cancel);
            }
        }

        return false;
    }
}
