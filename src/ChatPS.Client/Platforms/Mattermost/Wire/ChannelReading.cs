namespace ChatPS.Client.Platforms.Mattermost.Wire;

/// <summary>Of a membership, what the member has read.</summary>
internal sealed class ChannelReading : WireObject
{
    /// <summary>The server's word for a channel that counts nothing but mentions.</summary>
    public const string MentionsOnly = "mention";

    public string ChannelId { get; set; } = "";

    public long MsgCount { get; set; }

    public int MentionCount { get; set; }

    public long LastViewedAt { get; set; }

    public Dictionary<string, string>? NotifyProps { get; set; }
}
