namespace ChatPS;

/// <summary>A place where somebody is signed in.</summary>
public sealed class ChatUserSession : ChatObject
{
    /// <summary>The platform's id of the session; it is no token.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string UserSessionId => Id;

    /// <summary>The id of who is signed in.</summary>
    public required string UserId { get; init; }

    /// <summary>The roles on the server that the session has.</summary>
    public IReadOnlyList<string> Roles { get; init => field = Lists.Indexable(value); } = [];

    /// <summary>The phone that is told of news; null where there is none.</summary>
    public string? DeviceId { get; init; }

    /// <summary>Whether an application acts for the user.</summary>
    public bool IsOAuth { get; init; }

    /// <summary>What the user is signed in with, as far as it was told: the browser, the operating system.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>();

    /// <summary>When the user signed in.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the session was last used.</summary>
    public DateTimeOffset? LastActivityAt { get; init; }

    /// <summary>When it ends by itself; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The id.</summary>
    /// <returns>A text for people.</returns>
    public override string ToString() => Id;

    internal override string? ShownAs => Id;
}
