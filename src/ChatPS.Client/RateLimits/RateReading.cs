namespace ChatPS.Client.RateLimits;

/// <summary>What one response says of the rate limit, whatever its platform's dialect.</summary>
internal sealed record RateReading
{
    /// <summary>How many requests a full budget has.</summary>
    public double? Limit { get; init; }

    /// <summary>How many may be sent now.</summary>
    public required double Remaining { get; init; }

    /// <summary>How long until the budget is full again.</summary>
    public TimeSpan? UntilFull { get; init; }

    /// <summary>Whether the budget refills bit by bit (a leaking bucket) or all at once when a window ends.</summary>
    public bool RefillsSteadily { get; init; }
}
