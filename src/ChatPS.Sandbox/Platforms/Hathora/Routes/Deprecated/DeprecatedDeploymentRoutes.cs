using System.Globalization;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Platforms.Hathora.Model;

namespace ChatPS.Sandbox.Platforms.Hathora.Routes.Deprecated;

/// <summary>Deployments in versions 1 and 2: numbers for ids, all in one list; version 1 has plans in place of resources.</summary>
internal static class DeprecatedDeploymentRoutes
{
    private const string Group = "deployments";
    private static readonly (string Name, double Cpu, double MemoryMB)[] Plans = [("tiny", 0.5, 1024), ("small", 1, 2048), ("medium", 2, 4096), ("large", 4, 8192)];
    private static readonly string[] PlanNames = [.. Plans.Select(plan => plan.Name)];

    public static void MapDeprecatedDeployments(this HathoraService hathora)
    {
        hathora.MapVersion("/deployments/v1/{appId}/", CreateByPlan, ToJsonWithPlan);
        hathora.MapVersion(
            "/deployments/v2/{appId}/",
            (call, app, build) => DeploymentRoutes.Create(
                call, app, build, call.Body.Flag("idleTimeoutEnabled"), DeploymentRoutes.CpuIn(call.Body), DeploymentRoutes.MemoryIn(call.Body, app.Org)),
            ToJson);
    }

    /// <summary>The form of version 2.</summary>
    public static JsonObject ToJson(Deployment deployment)
    {
        var json = DeploymentRoutes.CommonJson(deployment);
        json["deploymentId"] = deployment.Number;
        json["buildId"] = deployment.Build.Number;
        return json;
    }

    private static void MapVersion(
        this HathoraService hathora, string version, Func<HathoraCall, App, Build, Deployment> create, Func<Deployment, JsonObject> toJson)
    {
        hathora.MapApp("GET", version + "list", Group, (_, app) => HathoraAnswer.Json(app.Deployments.AsEnumerable().Reverse().Select(toJson).ToJsonArray()));
        hathora.MapApp("GET", version + "latest", Group, (_, app) => HathoraAnswer.Json(toJson(DeploymentRoutes.Latest(app))));
        hathora.MapApp("GET", version + "info/{deploymentId}", Group, (call, app) => HathoraAnswer.Json(toJson(
            call.Named(app.Deployments, "deploymentId", deployment => deployment.Number.ToString(CultureInfo.InvariantCulture), "deployment"))));
        hathora.MapApp("POST", version + "create/{buildId}", Group, (call, app) =>
        {
            // Any build of the organization, as it may never have been deployed in this app.
            var build = call.Named(app.Org.Builds, "buildId", build => build.Number.ToString(CultureInfo.InvariantCulture), "build");
            return HathoraAnswer.Json(toJson(create(call, app, build)), 201);
        });
    }

    private static Deployment CreateByPlan(HathoraCall call, App app, Build build)
    {
        var body = call.Body;
        var name = body.Choice("planName", PlanNames);
        var (_, cpu, memory) = Array.Find(Plans, plan => plan.Name == name);
        // The one member of this version that may be null.
        var idles = (body.ContainsKey("idleTimeoutEnabled") && body["idleTimeoutEnabled"] is null) || body.Flag("idleTimeoutEnabled");
        return DeploymentRoutes.Create(call, app, build, idles, cpu, memory);
    }

    private static JsonObject ToJsonWithPlan(Deployment deployment)
    {
        var json = ToJson(deployment);
        json["planName"] = Array.Find(Plans, plan => plan.Cpu >= deployment.RequestedCpu) is { Name: { } name } ? name : Plans[^1].Name;
        json["transportType"] = deployment.DefaultPort.TransportType;
        json["containerPort"] = deployment.DefaultPort.Port;
        return json;
    }
}
