using System.Text.RegularExpressions;

namespace ChatPS.Sandbox.Platforms.Hathora;

/// <summary>The values that the API knows by name, and the forms of those that callers choose.</summary>
internal static partial class HathoraLists
{
    public const int MaxRoomConfig = 10_000;
    public const int MaxRoomId = 100;
    public const int MaxRoomsPerProcess = 10_000;
    public const int MaxPort = 65_535;

    public static readonly IReadOnlyList<string> Regions =
    [
        "Seattle", "Los_Angeles", "Washington_DC", "Chicago", "London", "Frankfurt", "Mumbai", "Singapore", "Tokyo", "Sydney", "Sao_Paulo", "Dallas",
        "Johannesburg", "Dubai",
    ];

    public static readonly IReadOnlyList<string> TransportTypes = ["tcp", "udp", "tls"];

    public static readonly IReadOnlyList<string> ProcessStatuses = ["starting", "running", "draining", "stopping", "stopped", "failed"];

    [GeneratedRegex("^[a-z0-9-]+$")]
    public static partial Regex AppName();

    [GeneratedRegex("^[a-z][a-z0-9-]*$")]
    public static partial Regex PortName();

    [GeneratedRegex("^[a-zA-Z0-9_-]+$")]
    public static partial Regex RoomId();

    [GeneratedRegex("^[a-zA-Z0-9._-]+$")]
    public static partial Regex BuildId();

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+$")]
    public static partial Regex Email();
}
