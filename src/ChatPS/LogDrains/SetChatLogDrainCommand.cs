using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.LogDrains;

/// <summary>Changes where the log drains of an add-on lead.</summary>
[Cmdlet(VerbsCommon.Set, "ChatLogDrain", SupportsShouldProcess = true)]
[OutputType(typeof(ChatLogDrain))]
public sealed class SetChatLogDrainCommand : WriteCmdlet
{
    /// <summary>The add-on that the drains belong to: its id, its name or the object. A piped drain tells it itself.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("AddonId")]
    [ArgumentCompleter(typeof(AddonCompleter))]
    public AddonIdentity? Addon { get; set; }

    /// <summary>The drains: ids, addresses or objects.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("LogDrainId")]
    [ArgumentCompleter(typeof(LogDrainCompleter))]
    public LogDrainIdentity[]? LogDrain { get; set; }

    /// <summary>The address that the lines shall be sent to from now on.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string? Url { get; set; }

    /// <summary>Emits the changed drains.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var (url, passThru) = (Url!, PassThru.IsPresent);
        foreach (var drain in LogDrain!)
        {
            Guard(drain.Display, () =>
            {
                var drains = Require<IAddonLogDrains>(OwnerOf(Addon, drain));
                var addon = Addon ?? throw new ChatException(ChatErrorReason.InvalidRequest, $"The log drain {drain.Display} belongs to no add-on.")
                {
                    Advice = "Name the add-on with -Addon. A drain that was made for the app itself cannot be changed: make a new one and remove this one.",
                };
                if (Should($"{drain.Display} of {addon.Display}", "Change log drain"))
                    Submit(drain.Display, context => Emit(drains.UpdateAsync(addon.Literal, drain.Literal, url, context), passThru));
            });
        }
    }
}
