using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Processes;

/// <summary>Restarts processes of an app: single ones, all of a type, or all that it runs.</summary>
[Cmdlet(VerbsLifecycle.Restart, "ChatProcess", SupportsShouldProcess = true, DefaultParameterSetName = OneSet)]
public sealed class RestartChatProcessCommand : ProcessWriteCmdlet
{
    private const string OneSet = "Process";
    private const string TypeSet = "Type";
    private const string AllSet = "All";

    /// <summary>The processes: ids, names such as web.1, or objects.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = OneSet)]
    [Alias("ProcessId")]
    [ArgumentCompleter(typeof(ProcessCompleter))]
    public new ProcessIdentity[]? Process { get; set; }

    /// <summary>The types whose processes shall all restart, such as web.</summary>
    [Parameter(Mandatory = true, ParameterSetName = TypeSet)]
    [Alias("ProcessType")]
    [ArgumentCompleter(typeof(FormationCompleter))]
    public FormationIdentity[]? Type { get; set; }

    /// <summary>Restarts all that the app runs.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AllSet)]
    public SwitchParameter All { get; set; }

    private protected override void Change()
    {
        if (ParameterSetName == TypeSet)
            ForEachItem<IProcessRestarter>(Type!, "Restart all processes of the type", (processes, app, type, context) => Emit(processes.RestartTypeAsync(app, type, context)));
        else if (ParameterSetName == OneSet)
            ForEachItem<IProcessRestarter>(Process!, "Restart process", (processes, app, process, context) => Emit(processes.RestartAsync(app, process, context)));
        else if (All)
            ForApp<IProcessRestarter>(null, "Restart all processes", (processes, app, context) => Emit(processes.RestartAllAsync(app, context)));
    }
}
