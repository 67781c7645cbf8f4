namespace ChatPS;

/// <summary>What a server, or a team of it, comes to in numbers. What the server did not count, because it would take too long or has no meaning there, is null.</summary>
public sealed class ChatServerStatistic : ChatObject
{
    /// <summary>The id of the team; null for the whole server. Numbers that are not of a team are of the server also then.</summary>
    public string? TeamId { get; init; }

    /// <summary>How many people there are.</summary>
    public long? UserCount { get; init; }

    /// <summary>How many accounts are deactivated.</summary>
    public long? InactiveUserCount { get; init; }

    /// <summary>How many people of the server were there within a day.</summary>
    public long? DailyActiveUserCount { get; init; }

    /// <summary>How many people of the server were there within a month.</summary>
    public long? MonthlyActiveUserCount { get; init; }

    /// <summary>How many teams the server has.</summary>
    public long? TeamCount { get; init; }

    /// <summary>How many public rooms there are, the archived ones too.</summary>
    public long? PublicRoomCount { get; init; }

    /// <summary>How many private rooms there are, the archived ones too.</summary>
    public long? PrivateRoomCount { get; init; }

    /// <summary>How many messages were sent.</summary>
    public long? MessageCount { get; init; }

    /// <summary>How many of them have files.</summary>
    public long? FileMessageCount { get; init; }

    /// <summary>How many of them have hashtags.</summary>
    public long? HashtagMessageCount { get; init; }

    /// <summary>How many incoming webhooks there are.</summary>
    public long? IncomingWebhookCount { get; init; }

    /// <summary>How many outgoing webhooks there are.</summary>
    public long? OutgoingWebhookCount { get; init; }

    /// <summary>How many slash commands there are.</summary>
    public long? CommandCount { get; init; }

    /// <summary>How many sessions the server has.</summary>
    public long? SessionCount { get; init; }

    /// <summary>How many clients the server tells of news as they come.</summary>
    public long? WebSocketCount { get; init; }

    /// <summary>How many connections the server has to its database for writing.</summary>
    public long? DatabaseConnectionCount { get; init; }

    /// <summary>How many connections the server has to its database for reading alone.</summary>
    public long? ReadConnectionCount { get; init; }

    /// <summary>People and messages.</summary>
    /// <returns>A text for people.</returns>
    public override string ToString() => $"{UserCount} users, {MessageCount} messages";
}
