using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Processes;

/// <summary>Counts the processes of apps.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "ChatProcess")]
[OutputType(typeof(ChatProcessCount))]
public sealed class MeasureChatProcessCommand : SessionCmdlet
{
    /// <summary>The apps: ids, names or objects. Left out, the session's default app.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AppId")]
    [ArgumentCompleter(typeof(AppCompleter))]
    public AppIdentity[]? App { get; set; }

    /// <summary>Counts only processes that are doing this: starting, running, draining, stopping, stopped or failed. Left out, all.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ProcessStatusCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Status { get; set; }

    /// <summary>Counts only processes in these regions: names or objects. Left out, those of all regions together.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public RegionIdentity[]? Region { get; set; }

    private protected override void Process()
    {
        foreach (var app in AppsOrDefault(App))
        {
            Guard(app, () =>
            {
                var count = Await(Require<IProcessCounter>(app).CountAsync(app.Literal, ProcessFilters.Of(Status, Region), Context));
                count.AppName = app.Session is null ? null : app.Display;
                Write(count);
            });
        }
    }
}
