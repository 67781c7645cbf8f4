using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Processes;

/// <summary>Gets the processes that apps run or, where the platform remembers them, have run lately.</summary>
[Cmdlet(VerbsCommon.Get, "ChatProcess", SupportsPaging = true)]
[OutputType(typeof(ChatProcess))]
public sealed class GetChatProcessCommand : ProcessGetCmdlet
{
    /// <summary>The processes: ids, names such as web.1, or patterns. Left out, all of the app's.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("ProcessId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProcessCompleter))]
    public new ProcessIdentity[]? Process { get; set; }

    /// <summary>Only processes of these types, such as web, worker or run: names, patterns or objects (Heroku). Left out, those of all types.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ProcessType")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(FormationCompleter))]
    public FormationIdentity[]? Type { get; set; }

    /// <summary>
    /// Only processes that are doing this, as State tells it: starting, running, draining, stopping, stopped or failed on Hathora, where the
    /// server chooses them; starting, up, idle, crashed or down on Heroku. Left out, all.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(ProcessStatusCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Status { get; set; }

    /// <summary>Only processes in these regions: names or objects (Hathora). Left out, those of all regions.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public RegionIdentity[]? Region { get; set; }

    private protected override void Get()
    {
        var filter = ProcessFilters.Of(Status, Region);
        WriteItems<IProcessReader, ChatProcess>(
            Process,
            process => [process.Name, process.Id],
            (processes, app, window, context) => processes.ListAsync(app, filter, window, context),
            (processes, app, process, context) => processes.GetAsync(app, process, filter, context),
            (Type, Status, Region) is (null, null, null) ? null : process => filter.Fits(process) && Type?.Any(type => type.Fits(process.Type)) != false);
    }
}
