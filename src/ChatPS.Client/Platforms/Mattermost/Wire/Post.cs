namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class Post : WireObject
{
    public string Id { get; set; } = "";

    public string ChannelId { get; set; } = "";

    public string UserId { get; set; } = "";

    /// <summary>Empty unless the post is a reply.</summary>
    public string? RootId { get; set; }

    public string Message { get; set; } = "";

    /// <summary>Empty for what people write; system_ or custom_ and a word for the rest.</summary>
    public string? Type { get; set; }

    public bool IsPinned { get; set; }

    public int? ReplyCount { get; set; }

    public List<string>? FileIds { get; set; }

    public long CreateAt { get; set; }

    public long UpdateAt { get; set; }

    public long EditAt { get; set; }

    public long DeleteAt { get; set; }
}
