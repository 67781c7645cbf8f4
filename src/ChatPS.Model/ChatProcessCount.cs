namespace ChatPS;

/// <summary>How many processes of an app there are.</summary>
public sealed class ChatProcessCount : ChatAppObject
{
    /// <summary>The states that were counted; empty for all.</summary>
    public IReadOnlyList<string> Status { get; init => field = Lists.Indexable(value); } = [];

    /// <summary>The regions that were counted; empty for all.</summary>
    public IReadOnlyList<string> Region { get; init => field = Lists.Indexable(value); } = [];

    /// <summary>How many processes that is.</summary>
    public required long Count { get; init; }
}
