using ChatPS.Client.Http;

namespace ChatPS.Client.RateLimits;

/// <summary>
/// Lets requests through only while the budget lasts, and makes them wait otherwise, so that a limit is met instead of
/// hit. Everybody who spends from one budget goes through one gate.
/// </summary>
internal sealed class RateGate
{
    // Two readings of the same window differ by the rounding of clocks; a new window is further away than that.
    private static readonly TimeSpan SameWindow = TimeSpan.FromSeconds(2);

    private readonly object _lock = new();
    private readonly TimeSpan? _window;
    private double? _limit;
    private double _tokens;
    private double _refillPerSecond;
    private bool _refillsSteadily;
    private DateTimeOffset _refilledAt;
    private DateTimeOffset? _fullAt;
    private bool _fullAtIsSupposed = true;
    private DateTimeOffset _closedUntil;
    private int _inFlight;
    private int _windows;
    private long _left;
    private TimeSpan _throttled;
    private ChatRateLimitSource _source;

    public RateGate(RateBudget? documented)
    {
        if (documented is null)
            return;
        _limit = _tokens = documented.Limit;
        _window = documented.Window;
        _refillsSteadily = documented.RefillsSteadily;
        _refillPerSecond = documented.Limit / documented.Window.TotalSeconds;
        _source = ChatRateLimitSource.Documented;
    }

    /// <summary>The state now.</summary>
    public ChatRateLimit Read(TimeProvider clock)
    {
        lock (_lock)
        {
            if (_limit is not { } limit)
                return new ChatRateLimit { ThrottledTime = _throttled };
            var now = clock.GetUtcNow();
            Refill(now);
            return new ChatRateLimit
            {
                Limit = (int)limit,
                Remaining = (int)Math.Max(0, _tokens),
                ResetAt = _refillsSteadily && _refillPerSecond > 0
                    ? now + TimeSpan.FromSeconds(Math.Max(0, limit - _tokens) / _refillPerSecond)
                    : _fullAt,
                Source = _source,
                ThrottledTime = _throttled,
            };
        }
    }

    /// <summary>Waits for a place in the budget and takes it; <see cref="Leave"/> must follow.</summary>
    public async ValueTask<RatePlace> EnterAsync(TimeProvider clock, CallContext context)
    {
        while (true)
        {
            TimeSpan delay;
            lock (_lock)
            {
                delay = Take(clock.GetUtcNow());
                if (delay <= TimeSpan.Zero)
                    return new RatePlace(_windows, _left);
                // Timers count in milliseconds; less than one would be no wait at all.
                delay = TimeSpan.FromMilliseconds(Math.Ceiling(delay.TotalMilliseconds));
                _throttled += delay;
            }
            context.Log.Waiting(delay, "to stay within the rate limit");
            await Task.Delay(delay, clock, context.Cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>The request is over; its response may have told how much is left.</summary>
    /// <param name="at">When it came: what it tells is told from there, however long it was under way since.</param>
    /// <param name="place">The place that the request had.</param>
    /// <param name="reading">What the response told.</param>
    public void Leave(DateTimeOffset at, RatePlace place, RateReading? reading)
    {
        lock (_lock)
        {
            _inFlight--;
            // What was answered across the end of a window tells of the one that is over, where nothing is left.
            if (reading is not null && place.Window == _windows)
                Observe(reading, at, _left - place.Left);
            _left++;
        }
    }

    /// <summary>What the platform says when it is asked for its figure.</summary>
    /// <returns>The state after that.</returns>
    public ChatRateLimit Correct(TimeProvider clock, RateReading reading)
    {
        lock (_lock)
        {
            Observe(reading, clock.GetUtcNow(), _inFlight);
            return Read(clock);
        }
    }

    /// <summary>The limit was hit all the same, by somebody else's doing perhaps: nobody goes before the time is over.</summary>
    public void Close(TimeProvider clock, TimeSpan time)
    {
        lock (_lock)
        {
            var until = clock.GetUtcNow() + time;
            if (until > _closedUntil)
                _closedUntil = until;
        }
    }

    private TimeSpan Take(DateTimeOffset now)
    {
        if (now < _closedUntil)
            return _closedUntil - now;
        if (_limit is not null)
        {
            Refill(now);
            if (_tokens < 1)
            {
                if (_refillsSteadily && _refillPerSecond > 0)
                    return TimeSpan.FromSeconds((1 - _tokens) / _refillPerSecond);
                if (_fullAt is { } fullAt)
                    return fullAt - now;
            }
            _tokens--;
        }
        _inFlight++;
        return TimeSpan.Zero;
    }

    private void Refill(DateTimeOffset now)
    {
        if (_refillsSteadily)
        {
            var elapsed = Math.Max(0, (now - _refilledAt).TotalSeconds);
            _tokens = Math.Min(_limit!.Value, _tokens + (_refilledAt == default ? 0 : elapsed * _refillPerSecond));
            _refilledAt = now > _refilledAt ? now : _refilledAt;
        }
        else if (_fullAt is null || now >= _fullAt)
        {
            // A window begins with the first request in it.
            if (_fullAt is not null)
                _windows++;
            _tokens = _limit!.Value - _inFlight;
            _fullAt = _window is { } window ? now + window : null;
            _fullAtIsSupposed = true;
        }
    }

    // Answers overtake one another: of the others that were answered meanwhile the server may have counted some only after this one.
    private void Observe(RateReading reading, DateTimeOffset now, long overtakers)
    {
        var isFirst = _source != ChatRateLimitSource.Header;
        _source = ChatRateLimitSource.Header;
        _limit = reading.Limit ?? _limit ?? reading.Remaining;
        _refillsSteadily = reading.RefillsSteadily;
        // What is under way has not been counted by the server yet.
        var remaining = reading.Remaining - _inFlight;
        if (reading.RefillsSteadily)
        {
            var missing = _limit.Value - reading.Remaining;
            if (missing > 0 && reading.UntilFull is { } untilFull && untilFull > TimeSpan.Zero)
            {
                // Servers round the time up, so every reading tells at most the true rate: the highest is the nearest.
                _refillPerSecond = Math.Max(_refillPerSecond, missing / untilFull.TotalSeconds);
            }
            Refill(now);
            // So it tells between which numbers the truth is; the own count goes on where it agrees.
            _tokens = isFirst ? remaining : Math.Clamp(_tokens, remaining - overtakers, remaining);
            return;
        }
        // A late word of a window that is over says nothing of the one that has begun.
        if (reading.UntilFull <= TimeSpan.Zero)
            return;
        var fullAt = reading.UntilFull is { } left ? now + left : _fullAt;
        // A window we only supposed gives way to the one the server states.
        var isNewWindow = _fullAtIsSupposed || _fullAt is null || fullAt > _fullAt + SameWindow;
        _tokens = isNewWindow ? remaining : Math.Min(_tokens, remaining);
        _fullAtIsSupposed = false;
        _fullAt = isNewWindow ? fullAt : _fullAt > fullAt ? _fullAt : fullAt;
    }
}
