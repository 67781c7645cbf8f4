using System.Text.Json.Serialization;

namespace ChatPS.Client.Platforms.Gitter.Wire;

internal sealed class Error
{
    [JsonPropertyName("error")]
    public string? Name { get; set; }

    public string? Message { get; set; }

    /// <summary>The time of the failure in milliseconds, by which the server's log knows it.</summary>
    public long? UniqueId { get; set; }
}
