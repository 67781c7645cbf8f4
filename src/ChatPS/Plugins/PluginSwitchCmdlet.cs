using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Plugins;

/// <summary>A cmdlet that lets plugins run, or not.</summary>
public abstract class PluginSwitchCmdlet : WriteCmdlet
{
    private protected PluginSwitchCmdlet()
    {
    }

    /// <summary>The plugins: ids, names or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PluginId")]
    [ArgumentCompleter(typeof(PluginCompleter))]
    public PluginIdentity[]? Plugin { get; set; }

    /// <summary>Emits the plugins as they are then.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected void SwitchEach(string action, bool enable)
    {
        var wanted = PassThru.IsPresent;
        ForEach<IPluginManager>(Plugin!, action, async (plugins, plugin, context) => await plugins.SwitchAsync(plugin, enable, wanted, context).ConfigureAwait(false));
    }
}
