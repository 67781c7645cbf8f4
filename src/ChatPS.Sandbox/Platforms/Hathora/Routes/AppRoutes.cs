using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Hathora.Model;

namespace ChatPS.Sandbox.Platforms.Hathora.Routes;

/// <summary>Applications.</summary>
internal static class AppRoutes
{
    private const string Group = "applications";
    private const int MaxName = 64;

    /// <summary>What stands for a number of processes without an upper end.</summary>
    private const int Unlimited = 1000;

    private static readonly string[] MetricNames = ["concurrent-requests"];

    public static void MapApps(this HathoraService hathora)
    {
        hathora.MapOrg("GET", "/apps/v2/apps", Group, (call, org) => HathoraAnswer.Json(new JsonObject
        {
            ["applications"] = AppsOf(call, org)
                .Select(app => ToJson(app).With("deployment", app.Deployments.LastOrDefault() is { } latest ? WithBuild(latest, call.Time) : null))
                .ToJsonArray(),
        }));
        hathora.MapOrg("POST", "/apps/v2/apps", Group, (call, org) => HathoraAnswer.Json(ToJson(Create(call, org)), 201));
        hathora.MapApp("GET", "/apps/v2/apps/{appId}", Group, (_, app) => HathoraAnswer.Json(ToJson(app)));
        hathora.MapApp("POST", "/apps/v2/apps/{appId}", Group, (call, app) =>
        {
            var body = call.Body;
            Change(call, app, NameIn(body), AuthIn(body.Object("authConfiguration")), ServiceIn(body));
            return HathoraAnswer.Json(ToJson(app));
        });
        hathora.MapApp("PATCH", "/apps/v2/apps/{appId}", Group, (call, app) =>
        {
            var body = call.Body;
            Change(
                call,
                app,
                body.ContainsKey("appName") ? NameIn(body) : app.Name,
                body.OptionalObject("authConfiguration") is { } auth ? AuthIn(auth) : app.Auth,
                ServiceIn(body));
            return HathoraAnswer.Json(ToJson(app));
        });
        hathora.MapApp("DELETE", "/apps/v2/apps/{appId}", Group, Delete);
    }

    public static IEnumerable<App> AppsOf(HathoraCall call, Organization org) => call.State.Apps.Where(app => app.Org == org);

    /// <summary>Makes an app as the body has it.</summary>
    public static App Create(HathoraCall call, Organization org)
    {
        var body = call.Body;
        var app = new App
        {
            Id = call.State.NewId("app-"),
            Name = FreeName(call, org, NameIn(body), null),
            Org = org,
            Secret = "secret-" + HathoraState.NewSecret(),
            Auth = AuthIn(body.Object("authConfiguration")),
            ServiceConfig = body.OptionalObject("loadBalancer") is { } balancer ? ServiceConfig(LoadBalancer(balancer)) : null,
            CreatedBy = call.Me.Email,
            CreatedAt = call.Time,
        };
        call.State.Apps.Add(app);
        return app;
    }

    /// <summary>Changes all of an app but its service configuration, which stays when it isn't given.</summary>
    public static void Change(HathoraCall call, App app, string name, AuthConfiguration auth, JsonObject? service)
    {
        app.Name = FreeName(call, app.Org, name, app);
        app.Auth = auth;
        app.ServiceConfig = service ?? app.ServiceConfig;
    }

    public static SandboxResponse Delete(HathoraCall call, App app)
    {
        call.State.Remove(app, call.Time);
        return SandboxResponse.Empty(204);
    }

    public static string NameIn(JsonObject body) => body.Text("appName", MaxName, HathoraLists.AppName());

    public static AuthConfiguration AuthIn(JsonObject auth) => new(
        auth.OptionalObject("anonymous") is not null, auth.OptionalObject("nickname") is not null, auth.OptionalObject("google")?.Text("clientId"));

    public static JsonObject ToJson(App app) => new()
    {
        ["deletedBy"] = null,
        ["deletedAt"] = null,
        ["createdAt"] = app.CreatedAt.ToWire(),
        ["createdBy"] = app.CreatedBy,
        ["orgId"] = app.Org.Id,
        ["serviceConfig"] = app.ServiceConfig?.DeepClone(),
        ["authConfiguration"] = ToJson(app.Auth),
        ["appSecret"] = app.Secret,
        ["appId"] = app.Id,
        ["appName"] = app.Name,
    };

    private static JsonObject ToJson(AuthConfiguration auth) => new JsonObject()
        .With("google", auth.GoogleClientId is { } id ? new JsonObject { ["clientId"] = id } : null)
        .With("nickname", auth.Nickname ? new JsonObject() : null)
        .With("anonymous", auth.Anonymous ? new JsonObject() : null);

    private static JsonObject WithBuild(Deployment deployment, DateTimeOffset time) =>
        DeploymentRoutes.ToJson(deployment).With("build", BuildRoutes.ToJson(deployment.Build, time));

    private static string FreeName(HathoraCall call, Organization org, string name, App? self) =>
        AppsOf(call, org).Any(app => app != self && app.Name == name)
            ? throw HathoraAnswer.Invalid($"There is an application {name} already.")
            : name;

    // ---- Service configuration -------------------------------------------------------------------------------------------------

    private static JsonObject? ServiceIn(JsonObject body)
    {
        if (body.OptionalObject("serviceConfig") is not { } given)
            return null;
        var config = ServiceConfig(
            given.OptionalObject("loadBalancer") is { } balancer ? LoadBalancer(balancer) : null,
            given.Objects("staticProcessAllocation").Select(Allocation));
        return config.With("processAutoscalerConfig", given.OptionalObject("processAutoscalerConfig") is { } autoscaler ? Autoscaler(autoscaler) : null);
    }

    public static JsonObject ServiceConfig(JsonObject? loadBalancer = null, IEnumerable<JsonObject>? allocations = null) =>
        new JsonObject { ["staticProcessAllocation"] = (allocations ?? []).ToJsonArray() }.With("loadBalancer", loadBalancer);

    private static JsonObject LoadBalancer(JsonObject given) => new() { ["enabled"] = given.Flag("enabled") };

    private static JsonObject Autoscaler(JsonObject given)
    {
        var metric = given.Object("targetMetric");
        return new()
        {
            ["targetMetric"] = new JsonObject
            {
                ["metricName"] = metric.Choice("metricName", MetricNames),
                ["metricValue"] = metric.Number("metricValue", 0, int.MaxValue),
            },
        };
    }

    private static JsonObject Allocation(JsonObject given)
    {
        var least = given.Integer("minProcesses", 0, Unlimited);
        // The only member that may be null: no upper end.
        var most = given.ContainsKey("maxProcesses") && given["maxProcesses"] is null ? Unlimited : given.Integer("maxProcesses", least, Unlimited);
        return Allocation(
            given.Choice("region", HathoraLists.Regions), least, given.OptionalInteger("targetProcesses", least, most) ?? least, most, given.OptionalFlag("autoscalingEnabled"));
    }

    public static JsonObject Allocation(string region, int least, int target, int most, bool? autoscaled = null) => new JsonObject
    {
        ["maxProcesses"] = most,
        ["targetProcesses"] = target,
        ["minProcesses"] = least,
        ["region"] = region,
    }.With("autoscalingEnabled", autoscaled);
}
