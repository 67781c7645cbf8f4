namespace ChatPS.Client.Sessions;

/// <summary>Counts what a session does, from whatever threads.</summary>
internal sealed class CallStatistics
{
    private long _requests;
    private long _retries;
    private long _failures;
    private long _rateLimited;
    private long _lastResponseTicks;

    public void Sent(bool isRetry)
    {
        Interlocked.Increment(ref _requests);
        if (isRetry)
            Interlocked.Increment(ref _retries);
    }

    public void Answered(DateTimeOffset at, bool isRateLimited)
    {
        Interlocked.Exchange(ref _lastResponseTicks, at.UtcTicks);
        if (isRateLimited)
            Interlocked.Increment(ref _rateLimited);
    }

    public void Failed() => Interlocked.Increment(ref _failures);

    public ChatSessionStatistics Read() => new()
    {
        Requests = Interlocked.Read(ref _requests),
        Retries = Interlocked.Read(ref _retries),
        Failures = Interlocked.Read(ref _failures),
        RateLimited = Interlocked.Read(ref _rateLimited),
        LastResponseAt = Interlocked.Read(ref _lastResponseTicks) is var ticks and > 0 ? new DateTimeOffset(ticks, TimeSpan.Zero) : null,
    };
}
