using System.Text.Json.Serialization;

namespace ChatPS.Client.Platforms.Gitter.Wire;

/// <summary>The answer to an OAuth code.</summary>
internal sealed class Grant
{
    [JsonPropertyName("access_token")]
    public string AccessToken { get; set; } = "";

    [JsonPropertyName("expires_in")]
    public long? ExpiresIn { get; set; }
}
