namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class OAuthApp : WireObject
{
    public string Id { get; set; } = "";

    public string? CreatorId { get; set; }

    public string? ClientSecret { get; set; }

    public string Name { get; set; } = "";

    public string? Description { get; set; }

    public string? IconUrl { get; set; }

    public string[]? CallbackUrls { get; set; }

    public string? Homepage { get; set; }

    public bool IsTrusted { get; set; }

    public long CreateAt { get; set; }

    public long UpdateAt { get; set; }
}
