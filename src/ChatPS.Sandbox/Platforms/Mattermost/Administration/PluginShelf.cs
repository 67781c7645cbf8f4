using System.Text.Json.Nodes;

namespace ChatPS.Sandbox.Platforms.Mattermost.Administration;

/// <summary>The plugins that a server has, and those that it could have from the marketplace.</summary>
internal sealed class PluginShelf
{
    private readonly SortedDictionary<string, Plugin> _installed = new(StringComparer.Ordinal);

    public PluginShelf()
    {
        Install(Offered[0].Manifest, force: false)!.IsActive = true;
        // One that is older than what is offered.
        var older = (JsonObject)Offered[3].Manifest.DeepClone();
        older["version"] = "0.5.0";
        Install(older, force: false);
    }

    /// <summary>What is on offer, by name.</summary>
    public static IReadOnlyList<MarketplaceEntry> Offered { get; } =
    [
        Offer("com.mattermost.nps", "User Satisfaction Surveys", "1.1.0", "Asks people now and then how they like it"),
        Offer("com.mattermost.plugin-todo", "Todo", "0.5.1", "Tracks what is to be done"),
        Offer("github", "GitHub", "2.0.1", "Tells of pull requests and issues"),
        Offer("jira", "Jira", "3.0.1", "Makes issues of messages"),
    ];

    public IEnumerable<Plugin> Installed => _installed.Values;

    public Plugin? Find(string id) => _installed.GetValueOrDefault(id);

    public bool Remove(string id) => _installed.Remove(id);

    /// <summary>Puts a plugin on the shelf; one that replaces another is as active as that was.</summary>
    /// <returns>Null when it is there already and shall not be replaced.</returns>
    public Plugin? Install(JsonObject manifest, bool force)
    {
        var plugin = new Plugin((JsonObject)manifest.DeepClone());
        if (_installed.TryGetValue(plugin.Id, out var known))
        {
            if (!force)
                return null;
            plugin.IsActive = known.IsActive;
        }

        return _installed[plugin.Id] = plugin;
    }

    private static MarketplaceEntry Offer(string id, string name, string version, string description) => new(
        new JsonObject
        {
            ["id"] = id,
            ["name"] = name,
            ["description"] = description,
            ["homepage_url"] = $"https://plugins.example.com/{id}",
            ["version"] = version,
            ["min_server_version"] = "5.30.0",
            ["server"] = new JsonObject { ["executables"] = new JsonObject { ["linux-amd64"] = "server/dist/plugin-linux-amd64" } },
            ["webapp"] = new JsonObject { ["bundle_path"] = "webapp/dist/main.js" },
        });
}

/// <summary>A plugin that is on offer.</summary>
/// <param name="Manifest">What the plugin says of itself.</param>
internal sealed record MarketplaceEntry(JsonObject Manifest)
{
    public string Id => Manifest.Text("id")!;

    public string Version => Manifest.Text("version")!;

    public string DownloadUrl => $"https://plugins.example.com/{Id}-{Version}.tar.gz";
}

/// <summary>A plugin that is installed.</summary>
internal sealed class Plugin(JsonObject manifest)
{
    public JsonObject Manifest => manifest;

    public string Id => manifest.Text("id")!;

    public string Name => manifest.Text("name") ?? Id;

    public string Version => manifest.Text("version") ?? "";

    public bool IsActive { get; set; }
}
