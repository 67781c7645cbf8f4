namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class ChannelStats
{
    public long MemberCount { get; set; }
}
