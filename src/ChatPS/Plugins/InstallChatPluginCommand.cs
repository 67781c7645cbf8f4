using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;
using ChatPS.Files;

namespace ChatPS.Plugins;

/// <summary>Installs plugins: from files, from addresses, or from the marketplace. Enable-ChatPlugin lets them run.</summary>
[Cmdlet(VerbsLifecycle.Install, "ChatPlugin", SupportsShouldProcess = true, DefaultParameterSetName = MarketplaceSet)]
[OutputType(typeof(ChatPlugin))]
public sealed class InstallChatPluginCommand : WriteCmdlet
{
    private const string MarketplaceSet = "Marketplace";
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";
    private const string UrlSet = "Url";

    /// <summary>The ids of plugins that the marketplace offers, or the objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = MarketplaceSet)]
    [Alias("PluginId")]
    [ArgumentCompleter(typeof(PluginCompleter))]
    public PluginIdentity[]? Plugin { get; set; }

    /// <summary>The version of the plugin. Left out, the one that the marketplace offers.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = MarketplaceSet)]
    [ValidateNotNullOrEmpty]
    public string? Version { get; set; }

    /// <summary>The paths of plugins' archives (.tar.gz); wildcards are allowed.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PathSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? Path { get; set; }

    /// <summary>The paths exactly as they are, without wildcards.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath", "FullName", "LP")]
    [ValidateNotNullOrEmpty]
    public string[]? LiteralPath { get; set; }

    /// <summary>The addresses from which the server is to download the archives.</summary>
    [Parameter(Mandatory = true, ParameterSetName = UrlSet)]
    [ValidateNotNullOrEmpty]
    public string[]? Url { get; set; }

    /// <summary>Puts it in the place of one with the same id that is there. What comes from the marketplace does so by itself.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process()
    {
        switch (ParameterSetName)
        {
            case MarketplaceSet:
                foreach (var plugin in Plugin!)
                    Install(plugin.Display, plugin, () => new NewPlugin { Id = plugin.Literal, Version = Version });
                break;
            case UrlSet:
                foreach (var url in Url!)
                    Install(WebAddress.WithoutUser(url), null, () => new NewPlugin { Url = url, Replace = Force });
                break;
            default:
                var isLiteral = ParameterSetName == LiteralPathSet;
                foreach (var given in isLiteral ? LiteralPath! : Path!)
                    Guard(given, () => InstallFiles(LocalFiles.Find(this, [given], isLiteral)));
                break;
        }
    }

    private void InstallFiles(IEnumerable<string> paths)
    {
        foreach (var path in paths)
            Install(path, null, () => new NewPlugin { File = LocalFiles.ToUpload(path), Replace = Force });
    }

    private void Install(string target, PluginIdentity? plugin, Func<NewPlugin> describe) => Guard(target, () =>
    {
        var (plugins, wanted) = (Require<IPluginManager>(plugin), describe());
        if (Should(target, "Install plugin"))
            Submit(target, context => Emit(plugins.InstallAsync(wanted, context)));
    });
}
