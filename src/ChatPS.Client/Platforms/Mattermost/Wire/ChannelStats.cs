namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class ChannelStats : WireObject
{
    public string? ChannelId { get; set; }

    public long MemberCount { get; set; }

    public long? GuestCount { get; set; }

    public long? PinnedpostCount { get; set; }
}
