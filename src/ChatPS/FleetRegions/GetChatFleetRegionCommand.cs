using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.FleetRegions;

/// <summary>Gets the parts of fleets that are in regions: how many machines there are where.</summary>
[Cmdlet(VerbsCommon.Get, "ChatFleetRegion", SupportsPaging = true)]
[OutputType(typeof(ChatFleetRegion))]
public sealed class GetChatFleetRegionCommand : GetCmdlet
{
    /// <summary>The fleets: ids, names or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FleetId")]
    [ArgumentCompleter(typeof(FleetCompleter))]
    public FleetIdentity[]? Fleet { get; set; }

    /// <summary>The regions: names, patterns or objects. Left out, all; each region takes a request.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("RegionId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public RegionIdentity[]? Region { get; set; }

    /// <summary>The team that the fleets belong to: its id, its name or the object. Left out, the team of the piped fleet, or the session's.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    private protected override void Process()
    {
        foreach (var fleet in Fleet!)
        {
            foreach (var region in Region ?? [null!])
                Guard(region?.Value ?? fleet.Value, () => Write(fleet, region));
        }
    }

    private void Write(FleetIdentity fleet, RegionIdentity? region)
    {
        var regions = Require<IFleetRegionReader>(OwnerOf(OwnerOf(Team, fleet), region));
        var team = Team?.Literal ?? fleet.TeamId;
        if (region is { IsPattern: false })
            Write(Await(regions.GetAsync(team, fleet.Literal, region.Literal, Context)));
        else
            WriteList((window, context) => regions.ListAsync(team, fleet.Literal, name => region?.Fits(name) != false, window, context));
    }
}
