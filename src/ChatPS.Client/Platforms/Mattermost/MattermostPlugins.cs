using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;
using static ChatPS.Client.Platforms.Mattermost.MattermostTexts;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Plugins and the marketplace.</summary>
internal sealed class MattermostPlugins(Connection connection) : Resource(connection), IPluginManager, IItemReader<ChatPlugin>, IItemRemover<ChatPlugin>
{
    public IAsyncEnumerable<ChatPlugin> ListAsync(PageWindow window, CallContext context) => window.Cut(InstalledAsync(context));

    public Task<ChatPlugin> GetAsync(string item, CallContext context) => InstalledAsync(context).FindAsync(
        plugin => plugin.Id == item || plugin.Name.Equals(item, StringComparison.OrdinalIgnoreCase),
        () => new ChatException(ChatErrorReason.NotFound, $"There is no plugin '{item}'.")
        {
            Advice = "Get-ChatPlugin lists those that are installed, with -Marketplace those that could be.",
        });

    public Task RemoveAsync(string item, CallContext context) => ForAsync(RemovePlugin, item, context);

    // A server that sends the whole list whatever page it is asked for sends it anew with what was installed meanwhile.
    public IAsyncEnumerable<ChatPlugin> OfferedAsync(string? search, bool localOnly, PageWindow window, CallContext context) =>
        window.Cut(OfferedOnceAsync(search, localOnly, context));

    public async Task<ChatPlugin> InstallAsync(NewPlugin plugin, CallContext context)
    {
        // A download's address is often its own key.
        Connection.Mask.AddAddress(plugin.Url);
        var call = plugin switch
        {
            { File: { } file } => Call(UploadPlugin).Body("force", plugin.Replace ? "true" : null).File("plugin", file.Name, file.Open),
            { Url: { } url } => Call(InstallPluginFromUrl).Query("plugin_download_url", Masked(url)).Query("force", plugin.Replace ? "true" : null),
            _ => Call(InstallMarketplacePlugin).Body("id", plugin.Id)
                .Body("version", plugin.Version ?? await OfferedVersionAsync(plugin.Id!, context).ConfigureAwait(false)),
        };
        var installed = await ReadAsync(call, MattermostJson.Default.PluginManifest, context).ConfigureAwait(false);
        // The answer is the plugin's own word, which does not say whether it runs.
        return await GetAsync(installed.Id, context).ConfigureAwait(false);
    }

    public async Task<ChatPlugin?> SwitchAsync(string plugin, bool enable, bool wanted, CallContext context)
    {
        await ForAsync(enable ? EnablePlugin : DisablePlugin, plugin, context).ConfigureAwait(false);
        return wanted ? await GetAsync(plugin, context).ConfigureAwait(false) : null;
    }

    // The server goes by ids. A name is looked for when nothing has it for an id.
    private async Task ForAsync(string operation, string plugin, CallContext context)
    {
        try
        {
            await SendAsync(Call(operation).Path("plugin_id", plugin), context).ConfigureAwait(false);
        }
        catch (ChatException e) when (e.Reason == ChatErrorReason.NotFound)
        {
            var named = await GetAsync(plugin, context).ConfigureAwait(false);
            if (named.Id == plugin)
                throw;
            await SendAsync(Call(operation).Path("plugin_id", named.Id), context).ConfigureAwait(false);
        }
    }

    private async IAsyncEnumerable<ChatPlugin> OfferedOnceAsync(string? search, bool localOnly, CallContext context)
    {
        var call = Call(GetMarketplacePlugins).Query("filter", search).Query("local_only", localOnly ? true : null);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var plugin in List(call, PageWindow.All, MattermostJson.Default.MarketplacePlugin, ToPlugin, context).ConfigureAwait(false))
        {
            if (seen.Add(plugin.Id))
                yield return plugin;
        }
    }

    private async Task<string?> OfferedVersionAsync(string id, CallContext context) => (await OfferedAsync(id, localOnly: false, PageWindow.All, context).FindAsync(
        plugin => plugin.Id == id,
        () => new ChatException(ChatErrorReason.NotFound, $"The marketplace does not offer '{id}'.")
        {
            Advice = "Get-ChatPlugin -Marketplace lists what it offers; plugins are known there by their ids.",
        }).ConfigureAwait(false)).Version;

    private async IAsyncEnumerable<ChatPlugin> InstalledAsync(CallContext context)
    {
        var plugins = await ReadAsync(Call(GetPlugins), MattermostJson.Default.PluginList, context).ConfigureAwait(false);
        foreach (var manifest in plugins.Active ?? [])
            yield return ToPlugin(manifest, isEnabled: true);
        foreach (var manifest in plugins.Inactive ?? [])
            yield return ToPlugin(manifest, isEnabled: false);
    }

    private ChatPlugin ToPlugin(Wire.PluginManifest manifest, bool? isEnabled, Wire.MarketplacePlugin? offer = null) => new()
    {
        Session = Connection.Session,
        Unnamed = (offer as WireObject ?? manifest).Unnamed,
        Id = manifest.Id,
        Name = manifest.Name is { Length: > 0 } name ? name : manifest.Id,
        Version = manifest.Version,
        IsEnabled = isEnabled,
        InstalledVersion = Filled(offer?.InstalledVersion),
        Description = Filled(manifest.Description),
        MinServerVersion = Filled(manifest.MinServerVersion),
        HomepageUrl = Filled(offer?.HomepageUrl) ?? Filled(manifest.HomepageUrl),
        ReleaseNotesUrl = Filled(offer?.ReleaseNotesUrl) ?? Filled(manifest.ReleaseNotesUrl),
        DownloadUrl = Filled(offer?.DownloadUrl),
    };

    private ChatPlugin ToPlugin(Wire.MarketplacePlugin offer) => ToPlugin(offer.Manifest ?? new(), isEnabled: null, offer);
}
