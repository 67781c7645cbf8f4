namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class AccessToken : WireObject
{
    public string Id { get; set; } = "";

    public string? Token { get; set; }

    public string? UserId { get; set; }

    public string? Description { get; set; }

    public bool IsActive { get; set; } = true;
}
