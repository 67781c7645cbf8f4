using ChatPS.Client.Http;

namespace ChatPS.Client.Capabilities;

/// <summary>What a new token is to be good for; what is null the platform decides.</summary>
internal sealed record NewToken
{
    public string? Description { get; init; }

    public IReadOnlyList<string>? Scope { get; init; }

    /// <summary>How long it lives; given as null, for ever.</summary>
    public Given<TimeSpan?> ExpiresIn { get; init; }

    /// <summary>The user whose it shall be; null for the account's own.</summary>
    public UserRef? User { get; init; }

    /// <summary>The OAuth client it is meant for.</summary>
    public string? Client { get; init; }

    /// <summary>By what right it is made, in the platform's words.</summary>
    public string? GrantType { get; init; }

    /// <summary>The name of who asks for it, where that is not the session's account: a person's, or an OAuth client's id.</summary>
    public string? UserName { get; init; }

    /// <summary>The password or the secret that goes with the name.</summary>
    public Secret? Password { get; init; }
}

/// <summary>Tokens that are known by nothing but their secrets.</summary>
internal interface ISecretTokens
{
    Task<ChatToken> GetAsync(Secret token, CallContext context);

    Task RemoveAsync(Secret token, CallContext context);
}

/// <summary>A code or a refresh token to be exchanged for an access token.</summary>
internal sealed record TokenExchange
{
    public Secret? AuthorizationCode { get; init; }

    public Secret? RefreshToken { get; init; }

    public required Secret ClientSecret { get; init; }

    /// <summary>The client's id, for platforms that do not know it by its secret.</summary>
    public string? Client { get; init; }
}

/// <summary>What is to change about a token; what is null stays.</summary>
internal sealed record TokenChange
{
    public string? Description { get; init; }

    public string? Client { get; init; }

    public Secret? ClientSecret { get; init; }

    /// <summary>Whether another secret takes the place of the one it has.</summary>
    public bool Regenerate { get; init; }

    /// <summary>Whether it lets anybody in.</summary>
    public bool? Active { get; init; }
}
