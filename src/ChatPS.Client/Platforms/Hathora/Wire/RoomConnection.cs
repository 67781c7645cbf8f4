namespace ChatPS.Client.Platforms.Hathora.Wire;

/// <summary>How to get to a room.</summary>
internal sealed class RoomConnection : WireObject
{
    public string RoomId { get; set; } = "";

    /// <summary>starting or active.</summary>
    public string Status { get; set; } = "";

    public Port? ExposedPort { get; set; }

    public Port[] AdditionalExposedPorts { get; set; } = [];
}
