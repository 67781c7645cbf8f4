using System.Text.Json.Nodes;

namespace ChatPS.Sandbox.Platforms.Hathora.Routes;

/// <summary>Where to measure the distance to each region: here they are all equally near.</summary>
internal static class DiscoveryRoutes
{
    public static void MapDiscovery(this HathoraService hathora)
    {
        foreach (var version in (string[])["v1", "v2"])
            hathora.MapOpen("GET", $"/discovery/{version}/ping", _ => HathoraAnswer.Json(HathoraLists.Regions
                .Select(region => (JsonNode)new JsonObject { ["port"] = hathora.BaseUri.Port, ["host"] = hathora.BaseUri.Host, ["region"] = region })
                .ToJsonArray()));
    }
}
