using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Hathora.Model;

namespace ChatPS.Sandbox.Platforms.Hathora.Routes;

/// <summary>Fleets, and how many machines they have where.</summary>
internal static class FleetRoutes
{
    private const string Group = "fleets";
    private const int MaxName = 64;
    private const int MaxNodes = 100;

    public static void MapFleets(this HathoraService hathora)
    {
        hathora.MapOrg("GET", "/fleets/v2/nodeShapes", Group, (_, _) => HathoraAnswer.Json(NodeShapes.All.Select(ToJson).ToJsonArray()));
        hathora.MapFleetVersion("v2", "nodeShapeId", NodeShapes.Ids, shape => shape.Id, fleet => CommonJson(fleet).With("nodeShapeId", fleet.Shape.Id));
        hathora.MapFleet("PUT", "/fleets/v2/fleets/{fleetId}/regions/{region}/v2", (call, fleet) =>
        {
            var region = RegionOf(call);
            var baseline = call.Body.Integer("nodeBaseline", 0, MaxNodes);
            return Resize(call, fleet, region, baseline);
        });
    }

    /// <summary>What the versions of fleets have in common; they differ in how a kind of machine is named.</summary>
    public static void MapFleetVersion(
        this HathoraService hathora, string version, string shapeMember, IReadOnlyList<string> shapes, Func<NodeShape, string> nameOf, Func<Fleet, JsonObject> toJson)
    {
        var (list, one) = ($"/fleets/{version}/fleets", $"/fleets/{version}/fleets/{{fleetId}}");
        hathora.MapOrg("GET", list, Group, (call, org) => HathoraAnswer.Json(new JsonObject { ["fleets"] = FleetsOf(call, org).Select(toJson).ToJsonArray() }));
        hathora.MapOrg("POST", list, Group, (call, org) =>
        {
            var body = call.Body;
            var (name, shape, threshold) = (body.Text("name", MaxName), ShapeOf(body.Choice(shapeMember, shapes)), ThresholdIn(body));
            return HathoraAnswer.Json(toJson(call.State.NewFleet(org, name, shape, threshold, call.Time)));
        });
        hathora.MapFleet("GET", one, (_, fleet) => HathoraAnswer.Json(toJson(fleet)));
        hathora.MapFleet("POST", one, (call, fleet) =>
        {
            var body = call.Body;
            var (name, shape, threshold) = (body.OptionalText("name", MaxName), body.OptionalChoice(shapeMember, shapes), ThresholdIn(body));
            (fleet.Name, fleet.Shape, fleet.ScaleUpThreshold) = (name ?? fleet.Name, shape is null ? fleet.Shape : ShapeOf(shape), threshold);
            return SandboxResponse.Empty(204);
        });
        hathora.MapFleet("GET", one + "/metrics", (call, fleet) => HathoraAnswer.Json(HathoraMetrics.OfFleet(call, fleet, HathoraLists.Regions)));
        hathora.MapFleet("GET", one + "/regions/{region}/metrics", (call, fleet) => HathoraAnswer.Json(HathoraMetrics.OfFleet(call, fleet, [RegionOf(call)])));
        hathora.MapFleet("GET", one + "/regions/{region}", (call, fleet) => HathoraAnswer.Json(ToJson(fleet.Regions[RegionOf(call)], fleet)));
        // Machines come whole, so that a number of vCPUs is one of machines.
        hathora.MapFleet("PUT", one + "/regions/{region}", (call, fleet) =>
        {
            var region = RegionOf(call);
            var (nodes, rest) = Math.DivRem(call.Body.Integer("cloudMinVcpus", 0, MaxNodes * fleet.Shape.Cpu), fleet.Shape.Cpu);
            return rest == 0
                ? Resize(call, fleet, region, nodes)
                : throw HathoraAnswer.Invalid($"cloudMinVcpus has to be a multiple of {fleet.Shape.Cpu}, which one node has.");
        });

        NodeShape ShapeOf(string name) => NodeShapes.All.First(shape => nameOf(shape) == name);
    }

    /// <summary>What a fleet's JSON has in every version.</summary>
    public static JsonObject CommonJson(Fleet fleet) => new JsonObject
    {
        ["name"] = fleet.Name,
        ["orgId"] = fleet.Org.Id,
        ["fleetId"] = fleet.Id,
    }.With("autoscalerConfig", fleet.ScaleUpThreshold is { } threshold ? new JsonObject { ["scaleUpThreshold"] = threshold } : null);

    /// <summary>A fleet of the organization, of those that the caller may see.</summary>
    public static Fleet FleetOf(HathoraCall call) => call.Named(FleetsOf(call, call.Org()), "fleetId", fleet => fleet.Id, "fleet");

    private static void MapFleet(this HathoraService hathora, string method, string template, Func<HathoraCall, Fleet, SandboxResponse> handler) =>
        hathora.Map(method, template, Group, call => handler(call, FleetOf(call)));

    private static IEnumerable<Fleet> FleetsOf(HathoraCall call, Organization org) => call.State.Fleets.Where(fleet => fleet.Org == org);

    private static string RegionOf(HathoraCall call) => HathoraBody.CheckChoice(call.Route("region"), "region", HathoraLists.Regions);

    private static int ThresholdIn(JsonObject body) => body.Object("autoscalerConfig").Integer("scaleUpThreshold", 1, 100);

    private static SandboxResponse Resize(HathoraCall call, Fleet fleet, string region, int baseline)
    {
        var elsewhere = fleet.Regions.Where(pair => pair.Key != region).Sum(pair => pair.Value.Baseline);
        if ((elsewhere + baseline) * fleet.Shape.Cpu > fleet.Org.MaxCloudBaseline)
            throw HathoraAnswer.Invalid($"The organization may have at most {fleet.Org.MaxCloudBaseline} vCPUs in a fleet.");
        call.State.Resize(fleet, region, baseline, call.Time);
        return SandboxResponse.Empty(204);
    }

    private static JsonObject ToJson(FleetRegion region, Fleet fleet) => new()
    {
        ["cloudMinVcpusUpdatedAt"] = region.UpdatedAt.ToWire(),
        ["nodeBaseline"] = region.Baseline,
        ["cloudMinVcpus"] = region.Baseline * fleet.Shape.Cpu,
        ["scaleIncrementVcpus"] = fleet.Shape.Cpu,
    };

    private static JsonObject ToJson(NodeShape shape) => new()
    {
        ["minMemoryMB"] = shape.MemoryGB * 1024,
        ["minCPU"] = shape.Cpu,
        ["minGPU"] = shape.Gpu,
        ["familyName"] = shape.FamilyId["family-".Length..],
        ["familyId"] = shape.FamilyId,
        ["name"] = shape.OldName,
        ["nodeShapeId"] = shape.Id,
    };
}
