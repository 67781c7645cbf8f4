using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Sessions;
using ChatPS.Common;

namespace ChatPS.Metrics;

/// <summary>Gets what was measured of processes: one object for each value.</summary>
[Cmdlet(VerbsCommon.Get, "ChatProcessMetric", SupportsPaging = true)]
[OutputType(typeof(ChatProcessMetric))]
public sealed class GetChatProcessMetricCommand : MetricGetCmdlet
{
    private Identity? _process;

    /// <summary>The app: its id, its name or the object. Left out, the app of the piped process, or the session's default app.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("AppId")]
    [ArgumentCompleter(typeof(AppCompleter))]
    public AppIdentity? App { get; set; }

    /// <summary>The processes: ids or objects.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ProcessId")]
    [ArgumentCompleter(typeof(ProcessCompleter))]
    public new ProcessIdentity[]? Process { get; set; }

    /// <summary>What was measured: cpu, memory, rateEgress, totalEgress, activeConnections, gpuMemory or gpuUtilization. Left out, all of it.</summary>
    [Parameter]
    [Alias("Name")]
    [ArgumentCompleter(typeof(ProcessMetricCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Metric { get; set; }

    private protected override void Get()
    {
        foreach (var process in Process!)
        {
            Guard(process, () =>
            {
                _process = process;
                var owner = OwnerOf(App, process);
                var metrics = Require<IProcessMetricReader>(owner);
                var app = App?.Literal ?? process.AppId ?? ConnectionFor(owner).Session.AppOr(null);
                WriteList((window, context) => metrics.ListAsync(app, process.Literal, QueryFor(Metric), window, context));
            });
        }
    }

    private protected override void Write(object? value)
    {
        // A process that was piped may have its app's name with it.
        if (value is ChatAppObject { AppName: null } metric && _process?.AppId == metric.AppId)
            metric.AppName = _process.AppName;
        base.Write(value);
    }
}
