namespace ChatPS.Client.Platforms.Heroku.Wire;

/// <summary>What an account has permitted. Whatever lets one in is named here, so that it never shows among the unnamed.</summary>
internal sealed class Authorization : WireObject
{
    public string Id { get; set; } = "";

    public string? Description { get; set; }

    public string[]? Scope { get; set; }

    public OAuthClient? Client { get; set; }

    public TokenValue? AccessToken { get; set; }

    public TokenValue? RefreshToken { get; set; }

    public Grant? Grant { get; set; }

    public Reference? User { get; set; }

    public Reference? Session { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }
}

/// <summary>A code that is good for one token.</summary>
internal sealed class Grant
{
    public string? Id { get; set; }

    public string? Code { get; set; }

    /// <summary>In seconds.</summary>
    public double? ExpiresIn { get; set; }
}
