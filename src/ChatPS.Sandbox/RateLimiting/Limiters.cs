namespace ChatPS.Sandbox.RateLimiting;

/// <summary>What a limiter says of one request.</summary>
/// <param name="Allowed">Whether it passes.</param>
/// <param name="Limit">The most requests that may come at once or per window.</param>
/// <param name="Remaining">How many may still come now.</param>
/// <param name="ResetAfter">How long until all of <paramref name="Limit"/> is there again.</param>
/// <param name="RetryAfter">How long until the next one passes; zero when this one did.</param>
internal readonly record struct RateDecision(bool Allowed, int Limit, int Remaining, TimeSpan ResetAfter, TimeSpan RetryAfter);

/// <summary>Counts requests by key (user, address).</summary>
internal interface IRateLimiter
{
    /// <summary>Counts a request, or only looks how things stand when it costs nothing.</summary>
    RateDecision Take(string key, DateTimeOffset now, bool costs = true);
}

/// <summary>A steadily refilling allowance (generic cell rate algorithm): burst + 1 at once, then one per interval.</summary>
internal sealed class SteadyLimiter(SandboxRateLimit numbers) : IRateLimiter
{
    private readonly TimeSpan _interval = numbers.Window / numbers.Requests;
    private readonly Dictionary<string, DateTimeOffset> _nextFree = [];
    private DateTimeOffset _latest;

    public RateDecision Take(string key, DateTimeOffset now, bool costs) => Take(key, now, costs ? 1 : 0);

    /// <summary>Takes so many at once, or none of them. What never fits is told to wait a negative time.</summary>
    public RateDecision Take(string key, DateTimeOffset now, int count)
    {
        lock (_nextFree)
        {
            // Requests are counted when it is their turn, which may be after one that came later.
            now = _latest = now > _latest ? now : _latest;
            var limit = numbers.Burst + 1;
            var full = _interval * limit;
            var free = _nextFree.TryGetValue(key, out var earlier) && earlier > now ? earlier : now;
            var after = free + _interval * count;
            var wait = after - full - now;
            if (wait > TimeSpan.Zero)
                return new(false, limit, 0, free - now, count > limit ? TimeSpan.FromTicks(-1) : wait);
            _nextFree[key] = after;
            return new(true, limit, (int)((full - (after - now)) / _interval), after - now, TimeSpan.Zero);
        }
    }
}

/// <summary>A fixed window that opens with the first request and is full again when it ends.</summary>
internal sealed class WindowLimiter(SandboxRateLimit numbers) : IRateLimiter
{
    private readonly Dictionary<string, (DateTimeOffset Ends, int Used)> _windows = [];

    public RateDecision Take(string key, DateTimeOffset now, bool costs)
    {
        lock (_windows)
        {
            if (!_windows.TryGetValue(key, out var window) || window.Ends <= now)
                window = (now + numbers.Window, 0);
            var left = window.Ends - now;
            if (costs && window.Used >= numbers.Requests)
                return new(false, numbers.Requests, 0, left, left);
            if (costs)
            {
                window.Used++;
                _windows[key] = window;
            }

            return new(true, numbers.Requests, numbers.Requests - window.Used, left, TimeSpan.Zero);
        }
    }
}
