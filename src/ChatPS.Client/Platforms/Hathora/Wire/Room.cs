namespace ChatPS.Client.Platforms.Hathora.Wire;

internal sealed class Room : WireObject
{
    public string AppId { get; set; } = "";

    public string RoomId { get; set; } = "";

    public string Status { get; set; } = "";

    public string? RoomConfig { get; set; }

    /// <summary>The one that holds; null while there is none.</summary>
    public RoomAllocation? CurrentAllocation { get; set; }

    /// <summary>All there were; lists leave them out.</summary>
    public RoomAllocation[]? Allocations { get; set; }
}
