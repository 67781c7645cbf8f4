namespace ChatPS;

/// <summary>That the members of a group come into a team or a room by themselves.</summary>
public sealed class ChatGroupSync : ChatObject
{
    /// <summary>The group's id.</summary>
    public required string GroupId { get; init; }

    /// <summary>The id of the team, or of the team the room is in.</summary>
    public string? TeamId { get; init; }

    /// <summary>The name that people see of that team, where it is told.</summary>
    public string? TeamName { get; init; }

    /// <summary>The id of the room; null where it is a team that members come into.</summary>
    public string? RoomId { get; init; }

    /// <summary>The name that people see of the room, where it is told.</summary>
    public string? RoomName { get; init; }

    /// <summary>Whether members are taken in by themselves; otherwise they may only be.</summary>
    public bool AutoAdd { get; init; }

    /// <summary>Whether members run the team or the room.</summary>
    public bool IsAdmin { get; init; }

    /// <summary>When it was tied.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>What members come into.</summary>
    /// <returns>A name or an id.</returns>
    public override string ToString() => RoomName ?? RoomId ?? TeamName ?? TeamId ?? "";

    internal override string? ShownAs => ToString();
}
