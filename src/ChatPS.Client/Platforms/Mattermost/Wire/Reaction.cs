namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class Reaction : WireObject
{
    public string PostId { get; set; } = "";

    public string UserId { get; set; } = "";

    public string EmojiName { get; set; } = "";

    public long CreateAt { get; set; }
}
