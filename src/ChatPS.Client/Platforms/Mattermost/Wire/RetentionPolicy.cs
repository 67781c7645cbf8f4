namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class RetentionPolicy : WireObject
{
    public string Id { get; set; } = "";

    public string DisplayName { get; set; } = "";

    public int? PostDuration { get; set; }

    public int TeamCount { get; set; }

    public int ChannelCount { get; set; }
}
