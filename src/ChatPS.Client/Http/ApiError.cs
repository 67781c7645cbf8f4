namespace ChatPS.Client.Http;

/// <summary>What a platform's error body says.</summary>
internal sealed record ApiError
{
    public string? Id { get; init; }

    public string? Message { get; init; }

    public string? RequestId { get; init; }

    /// <summary>Where the platform explains the error.</summary>
    public string? Url { get; init; }

    /// <summary>The answer as it came.</summary>
    public string? Body { get; init; }

    /// <summary>What the answer says it is.</summary>
    public string? ContentType { get; init; }

    /// <summary>Where the id says more than the status.</summary>
    public ChatErrorReason? Reason { get; init; }

    /// <summary>Whether the token may be refused for what was asked for alone, and be good for other things.</summary>
    public bool IsForThisOnly { get; init; }

    /// <summary>Where the answer says it elsewhere than in a header.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Where there is better advice than the status gives.</summary>
    public string? Advice { get; init; }
}
