using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Addons;

/// <summary>Removes add-ons with what they keep.</summary>
[Cmdlet(VerbsCommon.Remove, "ChatAddon", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveChatAddonCommand : AppItemWriteCmdlet
{
    /// <summary>The add-ons: ids, names or objects.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AddonId")]
    [ArgumentCompleter(typeof(AddonCompleter))]
    public AddonIdentity[]? Addon { get; set; }

    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process() => ForEachItem<IAppItemRemover<ChatAddon>>(
        Addon!, "Remove add-on", (addons, app, addon, context) => Emit(addons.RemoveAsync(app, addon, context)), Force);
}
