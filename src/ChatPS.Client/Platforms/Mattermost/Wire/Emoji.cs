namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class Emoji : WireObject
{
    public string Id { get; set; } = "";

    public string? CreatorId { get; set; }

    public string Name { get; set; } = "";

    public long CreateAt { get; set; }

    public long UpdateAt { get; set; }

    public long DeleteAt { get; set; }
}
