using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.LogDrains;

/// <summary>Ends the sending of an app's log to places.</summary>
[Cmdlet(VerbsCommon.Remove, "ChatLogDrain", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveChatLogDrainCommand : AppItemWriteCmdlet
{
    /// <summary>The drains: ids, addresses or objects. Those that belong to an add-on go with the add-on only.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("LogDrainId")]
    [ArgumentCompleter(typeof(LogDrainCompleter))]
    public LogDrainIdentity[]? LogDrain { get; set; }

    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process() => ForEachItem<IAppItemRemover<ChatLogDrain>>(
        LogDrain!, "Remove log drain", (drains, app, drain, context) => Emit(drains.RemoveAsync(app, drain, context)), Force);
}
