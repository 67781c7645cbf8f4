namespace ChatPS.Client.Platforms.Mattermost.Wire;

/// <summary>A thread that somebody follows: what began it, and what has become of it.</summary>
internal sealed class UserThread : WireObject
{
    public string Id { get; set; } = "";

    public Post Post { get; set; } = new();

    public int ReplyCount { get; set; }
}
