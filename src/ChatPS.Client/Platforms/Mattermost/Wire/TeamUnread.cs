namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class TeamUnread
{
    public string TeamId { get; set; } = "";

    public long MsgCount { get; set; }

    public long MentionCount { get; set; }
}
