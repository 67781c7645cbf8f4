namespace ChatPS;

/// <summary>What a room comes to in numbers.</summary>
public sealed class ChatRoomStatistic : ChatObject
{
    /// <summary>The room: its id or, on HipChat, the name that it was asked for by.</summary>
    public required string RoomId { get; init; }

    /// <summary>How many messages were sent (HipChat).</summary>
    public long? MessagesSent { get; init; }

    /// <summary>When the last message was sent (HipChat); null when none was.</summary>
    public DateTimeOffset? LastActiveAt { get; init; }

    /// <summary>How many members the room has (Mattermost).</summary>
    public long? MemberCount { get; init; }

    /// <summary>How many of the members are guests (Mattermost).</summary>
    public long? GuestCount { get; init; }

    /// <summary>How many messages are pinned (Mattermost).</summary>
    public long? PinnedMessageCount { get; init; }

    /// <summary>The room.</summary>
    /// <returns><see cref="RoomId"/>.</returns>
    public override string ToString() => RoomId;
}
