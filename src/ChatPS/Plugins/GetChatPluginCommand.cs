using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Plugins;

/// <summary>Gets the plugins that are installed on a server, or those that its marketplace offers.</summary>
[Cmdlet(VerbsCommon.Get, "ChatPlugin", SupportsPaging = true, DefaultParameterSetName = InstalledSet)]
[OutputType(typeof(ChatPlugin))]
public sealed class GetChatPluginCommand : GetCmdlet
{
    private const string InstalledSet = "Installed";
    private const string MarketplaceSet = "Marketplace";

    /// <summary>The plugins: ids, names, patterns or objects. Left out, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PluginId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(PluginCompleter))]
    public PluginIdentity[]? Plugin { get; set; }

    /// <summary>Gets only those that run; with $false, those that do not.</summary>
    [Parameter(ParameterSetName = InstalledSet)]
    public SwitchParameter Enabled { get; set; }

    /// <summary>Gets what the marketplace offers, with the version that is installed where one is.</summary>
    [Parameter(Mandatory = true, ParameterSetName = MarketplaceSet)]
    public SwitchParameter Marketplace { get; set; }

    /// <summary>What the marketplace is to look for in ids, names and descriptions.</summary>
    [Parameter(ParameterSetName = MarketplaceSet)]
    [ValidateNotNullOrEmpty]
    public string? Search { get; set; }

    /// <summary>Asks nobody outside: only what came with the server or is installed.</summary>
    [Parameter(ParameterSetName = MarketplaceSet)]
    public SwitchParameter LocalOnly { get; set; }

    private protected override void Process()
    {
        foreach (var plugin in Plugin ?? [null!])
            Guard(plugin, () => WriteOf(plugin));
    }

    private void WriteOf(PluginIdentity? plugin)
    {
        if (Marketplace)
        {
            var offers = Require<IPluginManager>(plugin, nameof(Marketplace));
            WriteList((window, context) => offers.OfferedAsync(Search, LocalOnly, window, context), plugin is null ? null : found => plugin.Fits(found.Id, found.Name));
            return;
        }
        var (plugins, enabled) = (Require<IItemReader<ChatPlugin>>(plugin), Given(nameof(Enabled), Enabled));
        WriteItems(
            plugin is null ? null : [plugin], plugins.ListAsync, plugins.GetAsync, found => [found.Id, found.Name],
            enabled is null ? null : found => found.IsEnabled == enabled);
    }
}
