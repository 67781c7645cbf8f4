using System.Collections.Concurrent;

namespace ChatPS.Sandbox;

/// <summary>What a service does beside answering requests, such as calling other programs. It ends with the service.</summary>
internal sealed class BackgroundWork : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<Task, bool> _running = new();

    /// <summary>Begins something; the token tells it to end.</summary>
    public void Begin(Func<CancellationToken, Task> work)
    {
        var stopping = _stopping.Token;
        var running = Task.Run(() => work(stopping), CancellationToken.None);
        _running[running] = true;
        _ = running.ContinueWith(ended => _running.TryRemove(ended, out _), TaskScheduler.Default);
    }

    /// <summary>Ends everything that runs. Nothing may begin any more.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_running.Keys).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }
}
