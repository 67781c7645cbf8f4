namespace ChatPS;

/// <summary>The time that a room has on a process.</summary>
public sealed class ChatRoomAllocation
{
    internal ChatRoomAllocation()
    {
    }

    /// <summary>The platform's id of the allocation.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the process.</summary>
    public required string ProcessId { get; init; }

    /// <summary>When the room was put on the process.</summary>
    public DateTimeOffset? ScheduledAt { get; init; }

    /// <summary>When it was taken off again; null for the present one.</summary>
    public DateTimeOffset? UnscheduledAt { get; init; }

    /// <summary>The process.</summary>
    /// <returns><see cref="ProcessId"/>.</returns>
    public override string ToString() => ProcessId;
}
