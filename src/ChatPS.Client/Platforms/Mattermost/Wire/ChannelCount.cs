namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class ChannelCount
{
    public long TotalCount { get; set; }
}
