namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class ChannelMember : WireObject
{
    public string ChannelId { get; set; } = "";

    public string UserId { get; set; } = "";

    public string? Roles { get; set; }

    public bool SchemeAdmin { get; set; }

    public long LastViewedAt { get; set; }
}
