using System.Text.Json.Serialization;

namespace ChatPS.Client.Platforms.Gitter.Wire;

/// <summary>A room with something unread.</summary>
internal sealed class UnreadRoom : WireObject
{
    public string Id { get; set; } = "";

    public string? Uri { get; set; }

    [JsonPropertyName("unreadItems")]
    public int Count { get; set; }

    public int Mentions { get; set; }
}
