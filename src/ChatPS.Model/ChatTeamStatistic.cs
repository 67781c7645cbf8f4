namespace ChatPS;

/// <summary>What a team comes to in numbers. Those that the server counts beyond the ones here are shown as well.</summary>
public sealed class ChatTeamStatistic : ChatObject
{
    /// <summary>The id of the team.</summary>
    public required string TeamId { get; init; }

    /// <summary>How many messages were sent (HipChat).</summary>
    public long? MessagesSent { get; init; }

    /// <summary>When the last message was sent (HipChat); null when none was.</summary>
    public DateTimeOffset? LastActiveAt { get; init; }

    /// <summary>How many members the team has (Mattermost).</summary>
    public long? MemberCount { get; init; }

    /// <summary>How many of the members may use their accounts (Mattermost).</summary>
    public long? ActiveMemberCount { get; init; }

    /// <summary>The team.</summary>
    /// <returns><see cref="TeamId"/>.</returns>
    public override string ToString() => TeamId;
}
