namespace ChatPS.Client.Http;

/// <summary>Takes the body of a good answer as it comes. Every attempt begins it anew.</summary>
/// <param name="Target">A stream that can be emptied again.</param>
/// <param name="Report">Is told how many bytes have come, and how many there will be if the server says so.</param>
internal sealed record ApiDownload(Stream Target, Action<long, long?>? Report = null)
{
    /// <summary>How long the next piece may take; null for as long as any answer.</summary>
    public TimeSpan? IdleTimeout { get; init; }

    /// <summary>Is told when a good answer has begun: its head, without a body.</summary>
    public Action<ApiResponse>? Begun { get; init; }
}
