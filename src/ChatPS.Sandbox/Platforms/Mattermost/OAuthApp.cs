namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>An application that asks people for access.</summary>
internal sealed class OAuthApp
{
    public required string Id { get; init; }

    public required string CreatorId { get; init; }

    public long CreateAt { get; init; }

    public long UpdateAt { get; set; }

    public string ClientSecret { get; set; } = "";

    public string Name { get; set; } = "";

    public string Description { get; set; } = "";

    public string IconUrl { get; set; } = "";

    public List<string> CallbackUrls { get; set; } = [];

    public string Homepage { get; set; } = "";

    public bool IsTrusted { get; set; }

    /// <summary>A copy for those who are asked.</summary>
    public OAuthApp WithoutSecret()
    {
        var copy = (OAuthApp)MemberwiseClone();
        copy.ClientSecret = "";
        return copy;
    }
}
