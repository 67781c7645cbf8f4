using ChatPS.Client.Http;

namespace ChatPS.Client.Sessions;

/// <summary>What a session is opened with.</summary>
internal sealed record ConnectOptions
{
    public required ChatPlatform Platform { get; init; }

    /// <summary>Null for the platform's public address.</summary>
    public Uri? Uri { get; init; }

    /// <summary>The session's name; null to make one of the account and the host.</summary>
    public string? Name { get; init; }

    public Secret? Token { get; init; }

    public string? UserName { get; init; }

    public Secret? Password { get; init; }

    /// <summary>The second factor, for accounts that have one.</summary>
    public Secret? OneTimeCode { get; init; }

    public Secret? AuthorizationCode { get; init; }

    public Secret? RefreshToken { get; init; }

    public string? ClientId { get; init; }

    public Secret? ClientSecret { get; init; }

    public Uri? RedirectUri { get; init; }

    /// <summary>What the token that the login makes shall be good for; null for what the server gives.</summary>
    public IReadOnlyList<string>? Scope { get; init; }

    public TransportOptions Transport { get; init; } = new();

    public TimeSpan? Timeout { get; init; }

    public ChatRetryPolicy? Retry { get; init; }

    public string? App { get; init; }

    public string? Team { get; init; }

    public string? Room { get; init; }
}
