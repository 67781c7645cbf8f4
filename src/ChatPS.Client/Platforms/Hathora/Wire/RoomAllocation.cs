namespace ChatPS.Client.Platforms.Hathora.Wire;

internal sealed class RoomAllocation
{
    public string RoomAllocationId { get; set; } = "";

    public string ProcessId { get; set; } = "";

    public DateTimeOffset? ScheduledAt { get; set; }

    public DateTimeOffset? UnscheduledAt { get; set; }

    public ChatRoomAllocation ToModel() => new() { Id = RoomAllocationId, ProcessId = ProcessId, ScheduledAt = ScheduledAt, UnscheduledAt = UnscheduledAt };
}
