namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class UploadSession : WireObject
{
    public string Id { get; set; } = "";

    public string Type { get; set; } = "";

    public long CreateAt { get; set; }

    public string? UserId { get; set; }

    public string? ChannelId { get; set; }

    public string Filename { get; set; } = "";

    public long FileSize { get; set; }

    public long FileOffset { get; set; }
}
