namespace ChatPS.Client.Platforms.Mattermost.Wire;

/// <summary>Of a channel, how much there is to read.</summary>
internal sealed class CountedChannel
{
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public string? TeamId { get; set; }

    public long TotalMsgCount { get; set; }
}
