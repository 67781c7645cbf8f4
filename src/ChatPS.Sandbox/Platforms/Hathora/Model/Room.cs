using System.Text.Json.Nodes;

namespace ChatPS.Sandbox.Platforms.Hathora.Model;

/// <summary>A game or session, on one process at a time.</summary>
internal sealed class Room
{
    public required string Id { get; init; }

    public required App App { get; init; }

    public string? Config { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? DestroyedAt { get; set; }

    /// <summary>Oldest first.</summary>
    public List<Allocation> Allocations { get; } = [];

    /// <summary>The one that holds; null for a room that is suspended or destroyed.</summary>
    public Allocation? Allocation => Allocations is [.., { UnscheduledAt: null } current] ? current : null;

    public string StatusAt(DateTimeOffset time) =>
        DestroyedAt is not null ? "destroyed" : Allocation?.Process.IsUpAt(time) == true ? "active" : "scheduling";
}

/// <summary>A room's place on a process.</summary>
internal sealed class Allocation
{
    public required string Id { get; init; }

    public required Process Process { get; init; }

    public required DateTimeOffset ScheduledAt { get; init; }

    public DateTimeOffset? UnscheduledAt { get; set; }
}

/// <summary>What players see of a room before they join it.</summary>
internal sealed class Lobby
{
    public required App App { get; init; }

    public required string RoomId { get; init; }

    /// <summary>Null for a lobby whose server runs on a developer's own machine.</summary>
    public Room? Room { get; init; }

    public required string ShortCode { get; init; }

    public required string Visibility { get; init; }

    public required string Region { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public string? RoomConfig { get; init; }

    /// <summary>What the version before this one has in place of the room's config.</summary>
    public JsonNode? InitialConfig { get; init; }

    public JsonNode? State { get; set; }

    public bool IsActive => Room?.DestroyedAt is null;
}
