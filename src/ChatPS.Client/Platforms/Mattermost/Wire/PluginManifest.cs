namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class PluginManifest : WireObject
{
    public string Id { get; set; } = "";

    public string? Name { get; set; }

    public string? Version { get; set; }

    public string? Description { get; set; }

    public string? MinServerVersion { get; set; }

    public string? HomepageUrl { get; set; }

    public string? ReleaseNotesUrl { get; set; }
}
