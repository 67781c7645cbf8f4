using System.Text.Json.Nodes;
using ChatPS.Sandbox.Platforms.Hathora.Model;

namespace ChatPS.Sandbox.Platforms.Hathora.Routes;

/// <summary>The machines of fleets.</summary>
internal static class NodeRoutes
{
    private const string Group = "fleets";

    public static void MapNodes(this HathoraService hathora)
    {
        hathora.Map("GET", "/nodes/v1/{nodeId}", Group, call =>
        {
            var node = call.Named(call.State.Fleets.Where(fleet => call.Me.AccessTo(fleet.Org) is not null).SelectMany(Nodes), "nodeId", node => node.Id, "node");
            call.Reach(node.Fleet.Org);
            return HathoraAnswer.Json(ToJson(node, call.Time));
        });
        hathora.Map("GET", "/nodes/v1/fleet/{fleetId}/listProvisioned", Group, call =>
        {
            var fleet = FleetRoutes.FleetOf(call);
            var region = call.QueryChoice("region", HathoraLists.Regions);
            return HathoraAnswer.Json(Nodes(fleet)
                .Where(node => (region is null || node.Region == region) && !(node.StoppedAt <= call.Time))
                .Select(node => ToJson(node, call.Time))
                .ToJsonArray());
        });
    }

    private static IEnumerable<Node> Nodes(Fleet fleet) => fleet.Regions.Values.SelectMany(region => region.Nodes);

    private static JsonObject ToJson(Node node, DateTimeOffset time) => new()
    {
        ["stoppedAt"] = node.StoppedAt <= time ? node.StoppedAt?.ToWire() : null,
        ["startedAt"] = node.StartedAt.ToWire(),
        ["gpu"] = node.Shape.Gpu > 0 ? node.Shape.Gpu : null,
        ["memoryMb"] = node.Shape.MemoryGB * 1024,
        ["cpu"] = node.Shape.Cpu,
        ["region"] = node.Region,
        ["status"] = node.StatusAt(time),
        ["hosting"] = "cloud",
        ["host"] = node.Id[^8..] + ".node.example.com",
        ["nodeId"] = node.Id,
    };
}
