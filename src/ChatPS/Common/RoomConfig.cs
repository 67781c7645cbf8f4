using System.Management.Automation;

namespace ChatPS.Common;

/// <summary>What a room's server is told about the room: any text, which mostly is JSON.</summary>
internal static class RoomConfig
{
    /// <summary>A text as it stands, anything else as JSON.</summary>
    public static string? TextOf(object? value) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        null => null,
        string text => text,
        _ => JsonObjects.ToNode(value)?.ToJsonString(),
    };
}
