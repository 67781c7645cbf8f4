using ChatPS.Sandbox.Platforms.Hathora.Model;

namespace ChatPS.Sandbox.Platforms.Hathora;

/// <summary>Fleets and their machines.</summary>
internal sealed partial class HathoraState
{
    public Fleet NewFleet(Organization org, string name, NodeShape shape, int? scaleUpThreshold, DateTimeOffset time)
    {
        var fleet = new Fleet { Id = NewId("fleet-"), Org = org, Name = name, Shape = shape, ScaleUpThreshold = scaleUpThreshold };
        foreach (var region in HathoraLists.Regions)
            fleet.Regions.Add(region, new() { UpdatedAt = time });
        Fleets.Add(fleet);
        return fleet;
    }

    /// <summary>Sets how many machines there are in a region; those too many drain.</summary>
    public void Resize(Fleet fleet, string region, int baseline, DateTimeOffset time)
    {
        var there = fleet.Regions[region];
        while (there.Baseline < baseline)
            there.Nodes.Add(new() { Id = NewId("node-"), Fleet = fleet, Region = region, Shape = fleet.Shape, StartedAt = time });
        foreach (var node in there.Nodes.FindAll(node => node.DrainingAt is null).Skip(baseline))
            node.DrainingAt = time;
        there.UpdatedAt = time;
    }
}
