namespace ChatPS;

/// <summary>A room: a Gitter or HipChat room, a Mattermost channel, a Hathora room.</summary>
public sealed class ChatRoom : ChatObject
{
    /// <summary>The platform's id of the room.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string RoomId => Id;

    /// <summary>The name that addresses the room: a Mattermost channel's name, a Gitter room's URI, a Hathora room's id.</summary>
    public required string Name { get; init; }

    /// <summary>The name people see.</summary>
    public string? DisplayName { get; init; }

    /// <summary>What the room is about now (a Mattermost channel's header).</summary>
    public string? Topic { get; init; }

    /// <summary>What the room is for (Mattermost only).</summary>
    public string? Purpose { get; init; }

    /// <summary>Who can come in; null where the platform makes no difference.</summary>
    public ChatRoomKind? Kind { get; init; }

    /// <summary>The team, group or organization the room belongs to.</summary>
    public string? TeamId { get; init; }

    /// <summary>The id of the app that the room belongs to, on platforms where rooms do.</summary>
    public string? AppId { get; init; }

    /// <summary>
    /// How far the room is (Hathora): scheduling, active or destroyed. Of a room that was just made or resumed: starting or active.
    /// </summary>
    public string? Status { get; init; }

    /// <summary>The id of the process that the room runs on (Hathora); null while it runs on none.</summary>
    public string? ProcessId { get; init; }

    /// <summary>What the room's server is told about the room (Hathora): any text, which mostly is JSON.</summary>
    public string? Config { get; init; }

    /// <summary>
    /// The processes that the room was put on, with the times (Hathora). A list of rooms has no more than the present one of each.
    /// </summary>
    public IReadOnlyList<ChatRoomAllocation> Allocations { get; init => field = Lists.Indexable(value); } = [];

    /// <summary>The user who created the room.</summary>
    public string? OwnerId { get; init; }

    /// <summary>How many members the room has, where the list says so.</summary>
    public int? MemberCount { get; init; }

    /// <summary>Whether the room is archived.</summary>
    public bool IsArchived => ArchivedAt is not null;

    /// <summary>Words the room is filed under (Gitter).</summary>
    public IReadOnlyList<string> Tags { get; init => field = Lists.Indexable(value); } = [];

    /// <summary>Where a browser finds the room.</summary>
    public string? Url { get; init; }

    /// <summary>When the room was created.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the room was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>When the room was archived.</summary>
    public DateTimeOffset? ArchivedAt { get; init; }

    /// <summary>When somebody last wrote in the room or, on Gitter, when you last read it.</summary>
    public DateTimeOffset? LastActivityAt { get; init; }

    /// <summary>The room's name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;

    internal override string? ShownAs => Name;
}
