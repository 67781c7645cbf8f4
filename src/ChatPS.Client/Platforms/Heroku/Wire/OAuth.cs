namespace ChatPS.Client.Platforms.Heroku.Wire;

/// <summary>A token within an authorization or an exchange.</summary>
internal sealed class TokenValue
{
    public string? Id { get; set; }

    public string? Token { get; set; }

    /// <summary>In seconds; null for a token that doesn't end.</summary>
    public double? ExpiresIn { get; set; }
}

/// <summary>One exchange of a code or a refresh token.</summary>
internal sealed class OAuthToken
{
    public string Id { get; set; } = "";

    public TokenValue? AccessToken { get; set; }

    public TokenValue? RefreshToken { get; set; }

    public Reference? Authorization { get; set; }

    public Reference? Session { get; set; }

    public Reference? User { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }
}

internal sealed class OAuthClient : WireObject
{
    public string Id { get; set; } = "";

    public string? Name { get; set; }

    public string? RedirectUri { get; set; }

    public string? Secret { get; set; }

    public bool? IgnoresDelinquent { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }
}
