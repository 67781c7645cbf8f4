namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class UploadedFile : WireObject
{
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public long Size { get; set; }

    public string? MimeType { get; set; }

    public string? UserId { get; set; }

    public string? PostId { get; set; }

    public string? ChannelId { get; set; }

    public long CreateAt { get; set; }

    public long UpdateAt { get; set; }

    public long DeleteAt { get; set; }
}
