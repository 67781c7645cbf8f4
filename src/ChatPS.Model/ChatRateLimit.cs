namespace ChatPS;

/// <summary>How much of a platform's request budget is left. A snapshot: the session's figure moves with every call.</summary>
public sealed record ChatRateLimit
{
    /// <summary>How many requests a full budget has; null when no limit is known.</summary>
    public int? Limit { get; init; }

    /// <summary>How many requests may be sent now; null when no limit is known.</summary>
    public int? Remaining { get; init; }

    /// <summary>When the budget is full again; null when no limit is known.</summary>
    public DateTimeOffset? ResetAt { get; init; }

    /// <summary>Where the figures come from.</summary>
    public ChatRateLimitSource Source { get; init; }

    /// <summary>How long requests of this budget have waited so far so as to stay within it.</summary>
    public TimeSpan ThrottledTime { get; init; }
}
