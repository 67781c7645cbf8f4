using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.FleetRegions;

/// <summary>Changes how many machines of fleets run in regions at least.</summary>
[Cmdlet(VerbsCommon.Set, "ChatFleetRegion", SupportsShouldProcess = true)]
[OutputType(typeof(ChatFleetRegion))]
public sealed class SetChatFleetRegionCommand : WriteCmdlet
{
    /// <summary>The fleets: ids, names or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FleetId")]
    [ArgumentCompleter(typeof(FleetCompleter))]
    public FleetIdentity[]? Fleet { get; set; }

    /// <summary>The regions: names or objects.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("RegionId")]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public RegionIdentity[]? Region { get; set; }

    /// <summary>How many machines shall run in each of the regions at least. Those that are too many take no more processes, and go when they are empty.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [ValidateRange(0, int.MaxValue)]
    public int NodeBaseline { get; set; }

    /// <summary>The team that the fleets belong to: its id, its name or the object. Left out, the team of the piped fleet, or the session's.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    /// <summary>Emits the changed parts of the fleets.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        foreach (var fleet in Fleet!)
        {
            foreach (var region in Region!)
                Guard(region, () => Change(fleet, region));
        }
    }

    private void Change(FleetIdentity fleet, RegionIdentity region)
    {
        var regions = Require<IFleetRegionEditor>(OwnerOf(OwnerOf(Team, fleet), region));
        var (team, baseline, passThru) = (Team?.Literal ?? fleet.TeamId, NodeBaseline, PassThru.IsPresent);
        if (Should($"{region.Display} of {fleet.Display}", $"Set the number of nodes to {baseline}"))
            Submit(region, context => Emit(regions.UpdateAsync(team, fleet.Literal, region.Literal, baseline, passThru, context)));
    }
}
