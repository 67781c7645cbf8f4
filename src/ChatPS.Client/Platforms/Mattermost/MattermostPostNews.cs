namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>What is new of a post.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Post">The post as it is now; of a reaction that came alone no more than its id and channel.</param>
/// <param name="Reaction">The reaction that was given or taken back.</param>
/// <param name="At">When, in milliseconds since 1970; 0 when nobody says.</param>
internal sealed record MattermostPostNews(MattermostPostNews.What Kind, Wire.Post Post, Wire.Reaction? Reaction = null, long At = 0)
{
    /// <summary>What may happen to a post.</summary>
    public enum What
    {
        Posted,
        Changed,
        Removed,
        ReactionAdded,
        ReactionRemoved,
    }
}
