namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class Status : WireObject
{
    public string UserId { get; set; } = "";

    [System.Text.Json.Serialization.JsonPropertyName("status")]
    public string? Word { get; set; }

    public bool? Manual { get; set; }

    public long LastActivityAt { get; set; }
}
