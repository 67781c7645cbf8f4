namespace ChatPS.Client.Platforms.Heroku.Wire;

/// <summary>A token within an authorization or an exchange.</summary>
internal sealed class TokenValue
{
    public string? Id { get; set; }

    public string? Token { get; set; }

    /// <summary>In seconds; null for a token that doesn't end.</summary>
    public double? ExpiresIn { get; set; }
}

internal sealed class OAuthToken
{
    public string Id { get; set; } = "";

    public TokenValue? AccessToken { get; set; }

    public TokenValue? RefreshToken { get; set; }
}
