namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class TeamImport
{
    /// <summary>What the import has to say, as text in base64.</summary>
    public string? Results { get; set; }
}
