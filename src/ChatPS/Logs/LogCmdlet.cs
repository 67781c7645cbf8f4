using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Logs;

/// <summary>A cmdlet that may take part of the logs of apps, or of a server.</summary>
public abstract class LogCmdlet : LogStreamCmdlet
{
    private protected LogCmdlet()
    {
    }

    /// <summary>
    /// How many of the lines that are there already come first; 0 for none, which is of use with -Wait. Left out, as many as the platform
    /// gives: Heroku gives 100 and has no more than 1500, Hathora gives 100 and at most 5000, Mattermost gives 10000 and no more.
    /// </summary>
    [Parameter]
    [Alias("Lines")]
    [ValidateRange(0, int.MaxValue)]
    public int? Tail { get; set; }

    /// <summary>Only what the app itself wrote (app), or only what the platform wrote about it (heroku). Left out, both.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(LogSourceCompleter))]
    public string? Source { get; set; }

    /// <summary>
    /// Only what these processes wrote: ids, names such as web.1, router or api, or objects. Left out, what all of the app wrote. On Hathora
    /// a log is of one process, which has to be named.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ProcessId")]
    [ArgumentCompleter(typeof(ProcessCompleter))]
    public new ProcessIdentity[]? Process { get; set; }

    /// <summary>Only what processes of this type wrote, such as web or worker. Left out, all of them.</summary>
    [Parameter]
    public string? Type { get; set; }

    private protected sealed override ProcessIdentity[]? Processes => Process;

    private protected override LogQuery QueryFor(LogOwner owner) => new()
    {
        App = owner.App?.Literal ?? "",
        AppName = owner.App?.Display,
        Source = Source,
        Process = owner.Process?.Literal,
        ProcessType = Type,
        Tail = Tail,
        Follow = Wait,
    };
}
