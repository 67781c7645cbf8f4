using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Processes;

/// <summary>Stops processes of an app: single ones, or all of a type.</summary>
[Cmdlet(VerbsLifecycle.Stop, "ChatProcess", SupportsShouldProcess = true, DefaultParameterSetName = OneSet)]
public sealed class StopChatProcessCommand : ProcessWriteCmdlet
{
    private const string OneSet = "Process";
    private const string TypeSet = "Type";

    /// <summary>The processes: ids, names such as web.1, or objects.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = OneSet)]
    [Alias("ProcessId")]
    [ArgumentCompleter(typeof(ProcessCompleter))]
    public new ProcessIdentity[]? Process { get; set; }

    /// <summary>The types whose processes shall all stop, such as worker (Heroku).</summary>
    [Parameter(Mandatory = true, ParameterSetName = TypeSet)]
    [Alias("ProcessType")]
    [ArgumentCompleter(typeof(FormationCompleter))]
    public FormationIdentity[]? Type { get; set; }

    private protected override void Change()
    {
        if (ParameterSetName == TypeSet)
            ForEachItem<IProcessStopper>(Type!, "Stop all processes of the type", (processes, app, type, context) => Emit(processes.StopTypeAsync(app, type, context)));
        else
            ForEachItem<IProcessStopper>(Process!, "Stop process", (processes, app, process, context) => Emit(processes.StopAsync(app, process, context)));
    }
}
