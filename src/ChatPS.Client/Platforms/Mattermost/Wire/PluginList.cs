namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class PluginList : WireObject
{
    public PluginManifest[]? Active { get; set; }

    public PluginManifest[]? Inactive { get; set; }
}
