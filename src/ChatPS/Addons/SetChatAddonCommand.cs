using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Addons;

/// <summary>Changes the plan or the name of add-ons.</summary>
[Cmdlet(VerbsCommon.Set, "ChatAddon", SupportsShouldProcess = true)]
[OutputType(typeof(ChatAddon))]
public sealed class SetChatAddonCommand : AppItemWriteCmdlet
{
    /// <summary>The add-ons: ids, names or objects.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AddonId")]
    [ArgumentCompleter(typeof(AddonCompleter))]
    public AddonIdentity[]? Addon { get; set; }

    /// <summary>The plan of the same service that the add-ons shall be on from now on: its id, its name or the object. Left out, the plan stays.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(AddonPlanCompleter))]
    public AddonPlanIdentity? Plan { get; set; }

    /// <summary>The new unique name; left out, the name stays.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>Emits the changed add-ons.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var change = new AddonChange { Plan = Plan?.Literal, Name = Name };
        RefuseNothing(change, new AddonChange());
        var passThru = PassThru.IsPresent;
        ForEachItem<IAppItemEditor<AddonChange, ChatAddon>>(
            Addon!, "Change add-on", (addons, app, addon, context) => Emit(addons.UpdateAsync(app, addon, change, context), passThru));
    }
}
