using System.Collections.Concurrent;

namespace ChatPS.Client.Http;

/// <summary>What one call of a cmdlet brings along: its log, its cancellation, and how it wants retries done.</summary>
internal sealed record CallContext(ICallLog Log, CancellationToken Cancellation)
{
    /// <summary>Null for the session's policy.</summary>
    public ChatRetryPolicy? Retry { get; init; }

    /// <summary>
    /// Ids that this cmdlet has looked up by name already. No longer than that: the next command may find the name
    /// given to something else.
    /// </summary>
    public ConcurrentDictionary<string, string> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>A call nobody listens to.</summary>
    public static CallContext Silent { get; } = new(new NoLog(), CancellationToken.None);

    private sealed class NoLog : ICallLog
    {
        public void Verbose(string text)
        {
        }

        public void Warning(string text)
        {
        }

        public void Waiting(TimeSpan delay, string reason)
        {
        }
    }
}
