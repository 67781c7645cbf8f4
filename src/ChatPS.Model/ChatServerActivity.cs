namespace ChatPS;

/// <summary>What happened on a server, or in a team of it, on one day.</summary>
public sealed class ChatServerActivity : ChatObject
{
    /// <summary>The day, as the server counts days.</summary>
    public required DateTimeOffset Day { get; init; }

    /// <summary>How many messages were sent.</summary>
    public long MessageCount { get; init; }

    /// <summary>How many of them bots have sent.</summary>
    public long BotMessageCount { get; init; }

    /// <summary>How many people and bots have sent any.</summary>
    public long WriterCount { get; init; }

    /// <summary>The id of the team; null for the whole server.</summary>
    public string? TeamId { get; init; }

    /// <summary>The day and its messages.</summary>
    /// <returns>A text for people.</returns>
    public override string ToString() => $"{Day:yyyy-MM-dd}: {MessageCount} messages";
}
