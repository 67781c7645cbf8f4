namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class GroupSync : WireObject
{
    public string GroupId { get; set; } = "";

    public string? TeamId { get; set; }

    public string? TeamDisplayName { get; set; }

    public string? ChannelId { get; set; }

    public string? ChannelDisplayName { get; set; }

    public bool AutoAdd { get; set; }

    public bool SchemeAdmin { get; set; }

    public long CreateAt { get; set; }

    public long UpdateAt { get; set; }
}
