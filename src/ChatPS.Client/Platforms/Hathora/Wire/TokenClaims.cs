namespace ChatPS.Client.Platforms.Hathora.Wire;

/// <summary>What a token says of itself, where it is one that can be read.</summary>
internal sealed class TokenClaims
{
    public string? Sub { get; set; }

    public string? Email { get; set; }

    /// <summary>When it ends, in seconds since 1970.</summary>
    public double? Exp { get; set; }
}
