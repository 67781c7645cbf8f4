namespace ChatPS;

/// <summary>Somebody's membership of a room.</summary>
public sealed class ChatRoomUser : ChatObject
{
    /// <summary>The room: its id or, on HipChat, the name that it was asked for by.</summary>
    public required string RoomId { get; init; }

    /// <summary>The member.</summary>
    public required string UserId { get; init; }

    /// <summary>The member's user name, where it is known.</summary>
    public string? UserName { get; init; }

    /// <summary>The member's name as people see it.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The member's e-mail address, where the platform shows it to you.</summary>
    public string? Email { get; init; }

    /// <summary>The member's roles in this room, in the platform's words.</summary>
    public IReadOnlyList<string> Roles { get; init => field = Lists.Indexable(value); } = [];

    /// <summary>Whether the member runs the room.</summary>
    public bool IsAdmin { get; init; }

    /// <summary>Whether the member is in the room at this moment (HipChat); null where it is not told.</summary>
    public bool? IsPresent { get; init; }

    /// <summary>Whether the member has muted the room, so that only what speaks to the member counts as unread (Mattermost).</summary>
    public bool? IsMuted { get; init; }

    /// <summary>When the member last read the room.</summary>
    public DateTimeOffset? LastViewedAt { get; init; }

    /// <summary>The member's name.</summary>
    /// <returns><see cref="UserName"/>, or the id where no name is known.</returns>
    public override string ToString() => UserName ?? UserId;
}
