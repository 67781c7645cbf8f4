using ChatPS.Client.Http;

namespace ChatPS.Client.Capabilities;

/// <summary>What a new token is to be good for; what is null the platform decides.</summary>
internal sealed record NewToken
{
    public string? Description { get; init; }

    public IReadOnlyList<string>? Scope { get; init; }

    /// <summary>How long it lives; given as null, for ever.</summary>
    public Given<TimeSpan?> ExpiresIn { get; init; }

    /// <summary>The OAuth client it is meant for.</summary>
    public string? Client { get; init; }
}

/// <summary>A code or a refresh token to be exchanged for an access token.</summary>
internal sealed record TokenExchange
{
    public Secret? AuthorizationCode { get; init; }

    public Secret? RefreshToken { get; init; }

    public required Secret ClientSecret { get; init; }
}

/// <summary>What is to change about a token; what is null stays.</summary>
internal sealed record TokenChange
{
    public string? Description { get; init; }

    public string? Client { get; init; }

    public Secret? ClientSecret { get; init; }

    /// <summary>Whether another secret takes the place of the one it has.</summary>
    public bool Regenerate { get; init; }
}
