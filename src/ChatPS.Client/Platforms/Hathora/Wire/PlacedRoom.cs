namespace ChatPS.Client.Platforms.Hathora.Wire;

/// <summary>A room that was just put on a process. How to get to it is kept as it came.</summary>
internal sealed class PlacedRoom : WireObject
{
    public string RoomId { get; set; } = "";

    /// <summary>starting or active.</summary>
    public string Status { get; set; } = "";

    public string? ProcessId { get; set; }
}
