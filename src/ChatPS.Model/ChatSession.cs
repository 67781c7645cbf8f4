namespace ChatPS;

/// <summary>
/// A connection to one platform as one account: where it goes, who it is, how it retries, and how much of the rate
/// limit is left. It never shows its secrets.
/// </summary>
public sealed class ChatSession
{
    internal ChatSession(ChatPlatform platform, Uri baseUri, string name)
    {
        Platform = platform;
        BaseUri = baseUri;
        Name = name;
    }

    /// <summary>The session that fetched an object, which in PowerShell is the object's hidden property Session.</summary>
    /// <param name="item">What a cmdlet has emitted.</param>
    public static ChatSession Of(ChatObject item) => item.Session;

    /// <summary>The name by which <c>-Session</c> finds it.</summary>
    public string Name { get; internal set; }

    /// <summary>The same as <see cref="Name"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string SessionName => Name;

    /// <summary>The platform.</summary>
    public ChatPlatform Platform { get; }

    /// <summary>The address that requests go to.</summary>
    public Uri BaseUri { get; }

    /// <summary>Whether it is open; a disconnected session stays readable and makes no calls.</summary>
    public bool IsConnected { get; internal set; } = true;

    /// <summary>The id of the account.</summary>
    public string? UserId { get; internal set; }

    /// <summary>The name of the account.</summary>
    public string? UserName { get; internal set; }

    /// <summary>The version of the server, where its answers tell it (Mattermost).</summary>
    public string? ServerVersion { get; internal set; }

    /// <summary>What the token may do, where the platform says so.</summary>
    public IReadOnlyList<string> Scopes { get; internal set => field = Lists.Indexable(value); } = [];

    /// <summary>When the session was opened.</summary>
    public DateTimeOffset ConnectedAt { get; internal set; }

    /// <summary>When the token expires, where it is known.</summary>
    public DateTimeOffset? TokenExpiresAt { get; internal set; }

    /// <summary>How long a request may take.</summary>
    public TimeSpan Timeout { get; internal set; } = TimeSpan.FromSeconds(100);

    /// <summary>When failed requests are repeated.</summary>
    public ChatRetryPolicy Retry { get; internal set; } = ChatRetryPolicy.Default;

    /// <summary>The app that calls fall back to when none is named.</summary>
    public string? App { get; internal set; }

    /// <summary>The team or organization that calls fall back to when none is named.</summary>
    public string? Team { get; internal set; }

    /// <summary>The room that calls fall back to when none is named.</summary>
    public string? Room { get; internal set; }

    /// <summary>The state of the rate limit now.</summary>
    public ChatRateLimit RateLimit => ReadRateLimit?.Invoke() ?? new ChatRateLimit();

    /// <summary>What the session has done so far.</summary>
    public ChatSessionStatistics Statistics => ReadStatistics?.Invoke() ?? new ChatSessionStatistics();

    /// <summary>The client's side of the session, which the model knows nothing of.</summary>
    internal object? Connection { get; set; }

    internal Func<ChatRateLimit>? ReadRateLimit { get; set; }

    internal Func<ChatSessionStatistics>? ReadStatistics { get; set; }

    /// <summary>The session's name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;
}
