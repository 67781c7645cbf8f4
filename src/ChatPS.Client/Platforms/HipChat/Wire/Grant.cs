namespace ChatPS.Client.Platforms.HipChat.Wire;

/// <summary>A token that was given out.</summary>
internal sealed class Grant : WireObject
{
    public string? AccessToken { get; set; }

    public string? RefreshToken { get; set; }

    public double? ExpiresIn { get; set; }

    /// <summary>With blanks between them.</summary>
    public string? Scope { get; set; }
}
