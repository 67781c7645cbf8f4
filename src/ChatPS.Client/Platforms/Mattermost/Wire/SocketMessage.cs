using System.Text.Json;

namespace ChatPS.Client.Platforms.Mattermost.Wire;

/// <summary>What comes over the websocket: an event, or the answer to an action.</summary>
internal sealed class SocketMessage
{
    public string? Event { get; set; }

    public Dictionary<string, JsonElement>? Data { get; set; }

    public SocketBroadcast? Broadcast { get; set; }

    /// <summary>The number of the event on its connection.</summary>
    public long Seq { get; set; }

    /// <summary>The number of the action that is answered.</summary>
    public long? SeqReply { get; set; }

    public Error? Error { get; set; }

    /// <summary>A member of the data that is a text.</summary>
    public string? Text(string name) =>
        Data is not null && Data.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
