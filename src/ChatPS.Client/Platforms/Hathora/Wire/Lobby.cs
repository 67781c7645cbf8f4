using System.Text.Json;

namespace ChatPS.Client.Platforms.Hathora.Wire;

internal sealed class Lobby : WireObject
{
    public string AppId { get; set; } = "";

    public string RoomId { get; set; } = "";

    public string ShortCode { get; set; } = "";

    public string Visibility { get; set; } = "";

    public string Region { get; set; } = "";

    public string? RoomConfig { get; set; }

    /// <summary>The player: a text, or a number.</summary>
    public JsonElement CreatedBy { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }
}
