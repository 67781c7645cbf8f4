namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class Channel : WireObject
{
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public string? DisplayName { get; set; }

    public string? Header { get; set; }

    public string? Purpose { get; set; }

    /// <summary>O for open, P for private, D for direct, G for group.</summary>
    public string? Type { get; set; }

    public string? TeamId { get; set; }

    public string? CreatorId { get; set; }

    public long CreateAt { get; set; }

    public long UpdateAt { get; set; }

    public long DeleteAt { get; set; }

    public long LastPostAt { get; set; }
}
