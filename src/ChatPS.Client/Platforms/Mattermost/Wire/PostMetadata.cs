namespace ChatPS.Client.Platforms.Mattermost.Wire;

/// <summary>What is told of a post beside it.</summary>
internal sealed class PostMetadata
{
    public List<Reaction>? Reactions { get; set; }
}
