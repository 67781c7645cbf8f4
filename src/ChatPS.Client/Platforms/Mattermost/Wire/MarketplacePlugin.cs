namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class MarketplacePlugin : WireObject
{
    public string? HomepageUrl { get; set; }

    public string? DownloadUrl { get; set; }

    public string? ReleaseNotesUrl { get; set; }

    public string? InstalledVersion { get; set; }

    public PluginManifest? Manifest { get; set; }

    public string? IconData { get; set; }

    public string? Signature { get; set; }
}
