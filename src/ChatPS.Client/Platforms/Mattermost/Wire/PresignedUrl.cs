namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class PresignedUrl
{
    public string Url { get; set; } = "";

    /// <summary>For how long, in billionths of a second.</summary>
    public long Expiration { get; set; }
}
