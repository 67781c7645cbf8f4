namespace ChatPS.Sandbox.Platforms.Heroku.Model;

/// <summary>An application that asks people for access to their accounts.</summary>
internal sealed class OAuthClient : Entity
{
    public required Account Owner { get; init; }

    public required string Name { get; set; }

    public required string RedirectUri { get; set; }

    public required string Secret { get; set; }
}

/// <summary>A refresh token or the code of a grant.</summary>
internal sealed record OAuthSecret(string Id, string Value, DateTimeOffset? ExpiresAt)
{
    public bool IsValid(DateTimeOffset now) => ExpiresAt is null || now < ExpiresAt;
}

/// <summary>What an account has permitted, and the tokens that follow from it.</summary>
internal sealed class OAuthAuthorization : Entity
{
    public required Account User { get; init; }

    public required IReadOnlyList<string> Scope { get; init; }

    public string Description { get; set; } = "";

    public OAuthClient? Client { get; set; }

    /// <summary>How long each of its access tokens lives; null for ever.</summary>
    public TimeSpan? TokenLife { get; init; }

    public OAuthSecret? Grant { get; set; }

    public AccessToken? AccessToken { get; set; }

    public OAuthSecret? RefreshToken { get; set; }
}

/// <summary>One exchange of a code or a refresh token for an access token.</summary>
internal sealed class OAuthToken : Entity
{
    public required OAuthAuthorization Authorization { get; init; }

    public required AccessToken AccessToken { get; init; }

    public required OAuthSecret RefreshToken { get; init; }

    public required string GrantCode { get; init; }

    public required string GrantType { get; init; }

    public required string SessionId { get; init; }
}
