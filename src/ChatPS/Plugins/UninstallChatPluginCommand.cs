using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Plugins;

/// <summary>Removes plugins from a server.</summary>
[Cmdlet(VerbsLifecycle.Uninstall, "ChatPlugin", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class UninstallChatPluginCommand : WriteCmdlet
{
    /// <summary>The plugins: ids, names or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PluginId")]
    [ArgumentCompleter(typeof(PluginCompleter))]
    public PluginIdentity[]? Plugin { get; set; }

    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process() => ForEach<IItemRemover<ChatPlugin>>(
        Plugin!, "Uninstall plugin", (plugins, plugin, context) => Emit(plugins.RemoveAsync(plugin, context)), Force);
}
