namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class Busy
{
    [System.Text.Json.Serialization.JsonPropertyName("busy")]
    public bool IsBusy { get; set; }

    /// <summary>In seconds since 1970.</summary>
    public long Expires { get; set; }
}
