namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class CustomStatus
{
    public string? Emoji { get; set; }

    public string? Text { get; set; }

    /// <summary>The year 1 for never.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    [System.Text.Json.Serialization.JsonIgnore]
    public DateTimeOffset? Until => ExpiresAt is { Year: > 1 } end ? end : null;
}
