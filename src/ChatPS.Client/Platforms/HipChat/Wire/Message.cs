using System.Text.Json.Serialization;

namespace ChatPS.Client.Platforms.HipChat.Wire;

internal sealed class Message : WireObject
{
    public string Id { get; set; } = "";

    public DateTimeOffset? Date { get; set; }

    public string? Type { get; set; }

    [JsonPropertyName("message")]
    public string? Text { get; set; }

    /// <summary>The message that it answers.</summary>
    public string? AttachTo { get; set; }
}

/// <summary>All that is told of a message that was just sent.</summary>
internal sealed class SentMessage : WireObject
{
    public string Id { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }
}
