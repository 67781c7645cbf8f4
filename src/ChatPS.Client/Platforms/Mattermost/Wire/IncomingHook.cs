namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class IncomingHook : WireObject
{
    public string Id { get; set; } = "";

    public string? UserId { get; set; }

    public string? ChannelId { get; set; }

    public string? TeamId { get; set; }

    public string? DisplayName { get; set; }

    public string? Description { get; set; }

    public string? Username { get; set; }

    public string? IconUrl { get; set; }

    public bool ChannelLocked { get; set; }

    public long CreateAt { get; set; }

    public long UpdateAt { get; set; }

    public long DeleteAt { get; set; }
}
