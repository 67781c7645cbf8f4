namespace ChatPS;

/// <summary>A call to a platform that failed.</summary>
public sealed class ChatException : Exception
{
    /// <summary>Makes an exception with a message for people.</summary>
    /// <param name="reason">Why the call failed.</param>
    /// <param name="message">What happened, in a sentence.</param>
    /// <param name="innerException">What it came from.</param>
    public ChatException(ChatErrorReason reason, string message, Exception? innerException = null)
        : base(message, innerException) => Reason = reason;

    /// <summary>Why the call failed.</summary>
    public ChatErrorReason Reason { get; }

    /// <summary>The HTTP status, when the server answered.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The server's own id of the error, such as Mattermost's <c>api.context.permissions.app_error</c>.</summary>
    public string? ErrorId { get; init; }

    /// <summary>The server's own words.</summary>
    public string? ServerMessage { get; init; }

    /// <summary>
    /// The server's whole answer, as it came but for secrets and for what is beyond 10,000 characters: the platform's JSON, or whatever a proxy
    /// or a failing server sent in its place.
    /// </summary>
    public string? Body { get; init; }

    /// <summary>The content type of <see cref="Body"/>.</summary>
    public string? ContentType { get; init; }

    /// <summary>The id under which the server's log knows the request.</summary>
    public string? RequestId { get; init; }

    /// <summary>Where the platform explains the error.</summary>
    public string? Url { get; init; }

    /// <summary>What to do about it.</summary>
    public string? Advice { get; init; }

    /// <summary>How long the server asks to wait before another attempt.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What it is about, where that is known better than by what was asked for.</summary>
    internal object? Target { get; init; }

    /// <summary>Whether a refused token may be refused for this one thing only, so that the next may fare better.</summary>
    internal bool IsForThisOnly { get; init; }

    /// <summary>The same failure, as it looks from nearer to what was asked for.</summary>
    internal ChatException As(ChatErrorReason reason, string message, string? advice, object? target = null) => new(reason, message, this)
    {
        Target = target ?? Target,
        RetryAfter = RetryAfter,
        StatusCode = StatusCode,
        ErrorId = ErrorId,
        ServerMessage = ServerMessage,
        Body = Body,
        ContentType = ContentType,
        RequestId = RequestId,
        Url = Url,
        Advice = advice,
    };

    /// <summary>Whether the request surely did not reach the server, so that repeating it cannot do its work twice.</summary>
    internal bool NeverSent { get; init; }
}
