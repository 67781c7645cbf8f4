using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Logs;

/// <summary>A cmdlet that may take part of the logs of apps.</summary>
public abstract class LogCmdlet : LogStreamCmdlet
{
    private protected LogCmdlet()
    {
    }

    /// <summary>
    /// How many of the lines that are there already come first; 0 for none, which is of use with -Wait. Left out, as many as the platform
    /// gives: Heroku gives 100, and has no more than 1500.
    /// </summary>
    [Parameter]
    [Alias("Lines")]
    [ValidateRange(0, int.MaxValue)]
    public int? Tail { get; set; }

    /// <summary>Only what the app itself wrote (app), or only what the platform wrote about it (heroku). Left out, both.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(LogSourceCompleter))]
    public string? Source { get; set; }

    /// <summary>Only what this process wrote, such as web.1, router or api. Left out, all of them.</summary>
    [Parameter]
    public new string? Process { get; set; }

    /// <summary>Only what processes of this type wrote, such as web or worker. Left out, all of them.</summary>
    [Parameter]
    public string? Type { get; set; }

    private protected sealed override LogQuery QueryFor(string app, string name) => new()
    {
        App = app,
        AppName = name,
        Source = Source,
        Process = Process,
        ProcessType = Type,
        Tail = Tail,
    };
}
