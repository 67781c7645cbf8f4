using System.Text.Json;

namespace ChatPS.Client.Platforms.Gitter.Wire;

/// <summary>A message of the Bayeux protocol: an answer to one of ours, or news of a channel.</summary>
internal sealed class FayeMessage
{
    public string Channel { get; set; } = "";

    public string? Id { get; set; }

    public string? ClientId { get; set; }

    public bool? Successful { get; set; }

    /// <summary>The channel that was subscribed to.</summary>
    public string? Subscription { get; set; }

    /// <summary>A code, colons, and words.</summary>
    public string? Error { get; set; }

    public FayeAdvice? Advice { get; set; }

    public JsonElement Data { get; set; }
}

/// <summary>How a client is to go on.</summary>
internal sealed class FayeAdvice
{
    /// <summary>retry, handshake or none.</summary>
    public string? Reconnect { get; set; }

    /// <summary>How long to wait before, in milliseconds.</summary>
    public long? Interval { get; set; }

    /// <summary>How long the server may take to answer, in milliseconds.</summary>
    public long? Timeout { get; set; }
}
