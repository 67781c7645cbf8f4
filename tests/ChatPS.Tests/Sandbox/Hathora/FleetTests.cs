using System.Text.Json.Nodes;

namespace ChatPS.Tests.Sandbox.Hathora;

public sealed class FleetTests : HathoraTest
{
    private const string Fleets = "fleets/v2/fleets";

    [Fact]
    public async Task A_fleet_is_made_and_changed()
    {
        var body = JsonNode.Parse("""{"name":"mine","nodeShapeId":"shape-amd64-4-8","autoscalerConfig":{"scaleUpThreshold":70}}""")!;
        var made = await Made(Admin.Post(Fleets, body), 200);
        var path = $"{Fleets}/{made["fleetId"]}";
        Assert.Equal(204, (await Admin.Post(path, JsonNode.Parse("""{"name":"ours","autoscalerConfig":{"scaleUpThreshold":80}}"""))).Status);
        var changed = (await Admin.Get(path)).Json;
        Assert.Equal(("ours", "shape-amd64-4-8", 80), ((string)changed["name"]!, (string)changed["nodeShapeId"]!, (int)changed["autoscalerConfig"]!["scaleUpThreshold"]!));
        Assert.Contains("ours", (await Admin.Get(Fleets)).Text);
        body["nodeShapeId"] = "shape-none";
        IsError(await Admin.Post(Fleets, body), 422, "nodeShapeId");
        IsError(await Admin.Post(path, new JsonObject()), 422, "autoscalerConfig");
        IsError(await Admin.Get(Fleets + "/fleet-none"), 404);
        var other = (await Admin.Get("orgs/v1"))["orgs"]![1]!["orgId"];
        IsError(await Admin.Get($"{path}?orgId={other}"), 404);
    }

    [Fact]
    public async Task Nodes_come_and_drain_with_the_baseline()
    {
        var fleet = await First();
        var region = $"{Fleets}/{fleet}/regions/Dubai";
        Assert.Equal(204, (await Admin.Put(region + "/v2", new JsonObject { ["nodeBaseline"] = 2 })).Status);
        var state = (await Admin.Get(region)).Json;
        Assert.Equal((2, 16, 8), ((int)state["nodeBaseline"]!, (int)state["cloudMinVcpus"]!, (int)state["scaleIncrementVcpus"]!));
        var list = $"nodes/v1/fleet/{fleet}/listProvisioned?region=Dubai";
        Assert.Equal(["running", "running"], (await Admin.Get(list)).Items.Select(node => (string)node["status"]!));

        Assert.Equal(204, (await Admin.Put(region, new JsonObject { ["cloudMinVcpus"] = 8 })).Status);
        var nodes = (await Admin.Get(list)).Items;
        Assert.Equal(["running", "draining"], nodes.Select(node => (string)node["status"]!));
        Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Single((await Admin.Get(list)).Items);
        Assert.Equal("stopped", (string)(await Admin.Get($"nodes/v1/{nodes[1]["nodeId"]}"))["status"]!);

        IsError(await Admin.Put(region, new JsonObject { ["cloudMinVcpus"] = 9 }), 422, "multiple");
        IsError(await Admin.Put(region + "/v2", new JsonObject { ["nodeBaseline"] = 99 }), 422, "512");
        IsError(await Admin.Get($"{Fleets}/{fleet}/regions/Mars"), 422, "region");
        IsError(await Admin.Get("nodes/v1/node-none"), 404);
    }

    [Fact]
    public async Task Metrics_are_of_a_fleet_or_of_a_region()
    {
        var fleet = await First();
        var all = await Admin.Get($"{Fleets}/{fleet}/metrics?metrics=provisionedTotal&step=3600");
        var one = await Admin.Get($"{Fleets}/{fleet}/regions/Tokyo/metrics?metrics=provisionedTotal&step=3600");
        Assert.True((double)all["provisionedTotal"]![0]!["value"]! > (double)one["provisionedTotal"]![0]!["value"]!);
    }

    [Fact]
    public async Task The_kinds_of_nodes_are_listed() =>
        Assert.Contains((await Admin.Get("fleets/v2/nodeShapes")).Items, shape => (string)shape["nodeShapeId"]! == "shape-l4-1" && (int)shape["minGPU"]! == 1);

    private async Task<string> First() => (string)(await Admin.Get(Fleets))["fleets"]![0]!["fleetId"]!;
}
