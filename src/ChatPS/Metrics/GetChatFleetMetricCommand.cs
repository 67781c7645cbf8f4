using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Metrics;

/// <summary>Gets what was measured of fleets, or of their parts in regions: one object for each value.</summary>
[Cmdlet(VerbsCommon.Get, "ChatFleetMetric", SupportsPaging = true)]
[OutputType(typeof(ChatFleetMetric))]
public sealed class GetChatFleetMetricCommand : MetricGetCmdlet
{
    /// <summary>The fleets: ids, names or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FleetId")]
    [ArgumentCompleter(typeof(FleetCompleter))]
    public FleetIdentity[]? Fleet { get; set; }

    /// <summary>The regions whose part of the fleet is meant: names or objects. Left out, each fleet as a whole.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("RegionId")]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public RegionIdentity[]? Region { get; set; }

    /// <summary>What was measured: provisionedTotal, provisionedBareMetal, provisionedCloud, utilized or systemOverhead. Left out, all of it.</summary>
    [Parameter]
    [Alias("Name")]
    [ArgumentCompleter(typeof(FleetMetricCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Metric { get; set; }

    /// <summary>The team that the fleets belong to: its id, its name or the object. Left out, the team of the piped fleet, or the session's.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    private protected override void Get()
    {
        foreach (var fleet in Fleet!)
        {
            foreach (var region in Region ?? [null!])
            {
                Guard(fleet, () =>
                {
                    var metrics = Require<IFleetMetricReader>(OwnerOf(OwnerOf(Team, fleet), region));
                    WriteList((window, context) => metrics.ListAsync(Team?.Literal ?? fleet.TeamId, fleet.Literal, region?.Literal, QueryFor(Metric), window, context));
                });
            }
        }
    }
}
