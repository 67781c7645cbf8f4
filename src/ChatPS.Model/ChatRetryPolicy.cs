namespace ChatPS;

/// <summary>
/// When a failed request is sent again. Reads and other idempotent requests are repeated after 408, 429, 500, 502,
/// 503, 504 and a lost connection; a request that might do its work twice only after 429 or when it surely never left.
/// </summary>
public sealed record ChatRetryPolicy
{
    /// <summary>The policy of a session that was given none.</summary>
    public static ChatRetryPolicy Default { get; } = new();

    /// <summary>A policy that never repeats a request.</summary>
    public static ChatRetryPolicy None { get; } = new() { MaxRetries = 0 };

    /// <summary>The wait before the first repetition.</summary>
    public TimeSpan InitialInterval { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest wait between two attempts; a server that asks for longer gets it.</summary>
    public TimeSpan MaxInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>What each wait is multiplied with for the next one; 1 or more.</summary>
    public double Exponent { get; init; } = 2;

    /// <summary>No further attempt begins when it would end later than this after the first one began.</summary>
    public TimeSpan MaxElapsedTime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Whether lost and refused connections are retried too.</summary>
    public bool RetryConnectionErrors { get; init; } = true;

    /// <summary>How many times a request is repeated at the most; 0 for never.</summary>
    public int MaxRetries { get; init; } = 8;
}
