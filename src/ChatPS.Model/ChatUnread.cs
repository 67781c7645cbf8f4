namespace ChatPS;

/// <summary>What the account has not read in a room.</summary>
public sealed class ChatUnread : ChatObject
{
    /// <summary>The room.</summary>
    public required string RoomId { get; init; }

    /// <summary>The room's name, where the list says so.</summary>
    public string? RoomName { get; init; }

    /// <summary>How many messages are unread.</summary>
    public required int Count { get; init; }

    /// <summary>How many of them mention you.</summary>
    public int MentionCount { get; init; }

    /// <summary>The unread messages, oldest first; only when the room was asked for.</summary>
    public IReadOnlyList<string> MessageIds { get; init => field = Lists.Indexable(value); } = [];

    /// <summary>Those of them that mention you; only when the room was asked for.</summary>
    public IReadOnlyList<string> MentionIds { get; init => field = Lists.Indexable(value); } = [];

    /// <summary>The room's name or id.</summary>
    /// <returns><see cref="RoomName"/>, or else <see cref="RoomId"/>.</returns>
    public override string ToString() => RoomName ?? RoomId;

    internal override string? ShownAs => RoomName;
}
