using System.Text.Json.Nodes;
using ChatPS.Sandbox.Platforms.Hathora.Model;

namespace ChatPS.Sandbox.Platforms.Hathora.Routes;

/// <summary>The caller's organizations, and what they may use.</summary>
internal static class OrgRoutes
{
    public static void MapOrgs(this HathoraService hathora)
    {
        hathora.Map("GET", "/orgs/v1", null, call => HathoraAnswer.Json(new JsonObject
        {
            ["orgs"] = call.State.Orgs
                .Select(org => call.Me.AccessTo(org) is { } access ? ToJson(org, access) : null)
                .Where(json => json is not null)
                .ToJsonArray(),
        }));
        hathora.MapOrg("GET", "/orgs/v1/metadata/usageLimits", "orgs", (call, org) => HathoraAnswer.Json(new JsonObject
        {
            ["monthlyProcessVcpuHoursConsumed"] = org.VcpuHoursConsumed,
            ["monthlyProcessVcpuHoursLimit"] = org.MonthlyVcpuHoursLimit,
            ["concurrentProcessVcpus7DayMax"] = org.MaxConcurrentVcpus,
            ["concurrentProcessVcpusLimit"] = org.ConcurrentVcpusLimit,
        }));
    }

    private static JsonObject ToJson(Organization org, Access access) => new JsonObject
    {
        ["maxCloudBaseline"] = org.MaxCloudBaseline,
        ["maxProcessConnections"] = org.MaxProcessConnections,
        ["logRetentionPeriodHours"] = org.LogRetentionHours,
        ["podMaxLifespanHrs"] = org.MaxLifespanHours,
        ["monthlyProcessVcpuHoursLimit"] = org.MonthlyVcpuHoursLimit,
        ["concurrentProcessVcpusLimit"] = org.ConcurrentVcpusLimit,
        ["enabledFeatureFlags"] = new JsonArray(),
        ["maxRequestedMemoryMB"] = org.MaxRequestedMemoryMB,
        ["scopes"] = access.Granted.ToJsonArray(),
        ["isSingleTenant"] = false,
        ["stripeCustomerId"] = org.StripeCustomerId,
        ["name"] = org.Name,
        ["orgId"] = org.Id,
    }.With("defaultFleetId", org.DefaultFleetId);
}
