namespace ChatPS;

/// <summary>What a session has done so far. A snapshot.</summary>
public sealed record ChatSessionStatistics
{
    /// <summary>Requests sent, repetitions included.</summary>
    public long Requests { get; init; }

    /// <summary>Requests that were repetitions.</summary>
    public long Retries { get; init; }

    /// <summary>Requests that ended in an error.</summary>
    public long Failures { get; init; }

    /// <summary>Answers that said the rate limit was hit.</summary>
    public long RateLimited { get; init; }

    /// <summary>When the last answer came.</summary>
    public DateTimeOffset? LastResponseAt { get; init; }
}
