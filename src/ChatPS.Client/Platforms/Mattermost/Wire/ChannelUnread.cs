namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class ChannelUnread : WireObject
{
    public string ChannelId { get; set; } = "";

    public int MsgCount { get; set; }

    public int MentionCount { get; set; }
}
