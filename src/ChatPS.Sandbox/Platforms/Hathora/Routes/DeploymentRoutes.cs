using System.Globalization;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Hathora.Model;

namespace ChatPS.Sandbox.Platforms.Hathora.Routes;

/// <summary>Deployments of an app: newest first, in pages.</summary>
internal static class DeploymentRoutes
{
    private const string Group = "deployments";
    private const string List = "/deployments/v3/apps/{appId}/deployments";
    private const int PageSize = 20;
    private const int MaxTag = 1000;
    private const int MaxPortName = 100;
    private const double MaxCpu = 64;
    private const double MaxGpu = 8;
    private const double MinMemory = 128;

    public static void MapDeployments(this HathoraService hathora)
    {
        hathora.MapApp("GET", List, Group, Page);
        hathora.MapApp("POST", List, Group, (call, app) => HathoraAnswer.Json(ToJson(Create(call, app)), 201));
        hathora.MapApp("GET", List + "/latest", Group, (_, app) => HathoraAnswer.Json(ToJson(Latest(app))));
        hathora.MapApp("GET", List + "/{deploymentId}", Group, (call, app) =>
            HathoraAnswer.Json(ToJson(call.Named(app.Deployments, "deploymentId", deployment => deployment.Id, "deployment"))));
    }

    public static Deployment Latest(App app) => app.Deployments.LastOrDefault() ?? throw HathoraAnswer.NotFound("deployment");

    private static SandboxResponse Page(HathoraCall call, App app)
    {
        var (tag, buildTag) = (call.QueryText("deploymentTag"), call.QueryText("buildTag"));
        var found = app.Deployments.AsEnumerable().Reverse()
            .Where(deployment => (tag is null || deployment.Tag == tag) && (buildTag is null || deployment.Build.Tag == buildTag)).ToList();
        var from = 0;
        // A token names the last deployment of the page before: new ones don't shift the pages.
        if (call.QueryText("nextPageToken") is { } token)
        {
            var last = found.FindIndex(deployment => TokenOf(deployment) == token);
            from = last >= 0 ? last + 1 : throw HathoraAnswer.Invalid("nextPageToken is none that a page gave.");
        }

        var faults = call.Service.Faults;
        var size = faults.PageSize(PageSize, PageSize);
        var json = new JsonObject
        {
            ["deployments"] = faults.Page(found, from, size).Select(ToJson).ToJsonArray(),
        };
        return HathoraAnswer.Json(json.With("nextPageToken", from + size < found.Count ? TokenOf(found[from + size - 1]) : null));
    }

    private static Deployment Create(HathoraCall call, App app)
    {
        var body = call.Body;
        var id = body.Text("buildId");
        var build = app.Org.Builds.Find(build => build.Id == id) ?? throw HathoraAnswer.NotFound("build");
        return Create(call, app, build, body.Flag("idleTimeoutEnabled"), CpuIn(body), MemoryIn(body, app.Org));
    }

    /// <summary>Deploys a build; the versions differ in how they name it and say what it needs.</summary>
    public static Deployment Create(HathoraCall call, App app, Build build, bool idles, double cpu, double memory)
    {
        var body = call.Body;
        var fleet = body.OptionalText("fleetId");
        if (fleet is not null && !call.State.Fleets.Exists(known => known.Id == fleet && known.Org == app.Org))
            throw HathoraAnswer.NotFound("fleet");
        var deployment = new Deployment
        {
            Id = call.State.NewId("dep-"),
            Number = app.Deployments.Count + 1,
            App = app,
            Build = build,
            Tag = body.OptionalText("deploymentTag", MaxTag),
            FleetId = fleet,
            CreatedBy = call.Me.Email,
            CreatedAt = call.Time,
            IdleTimeoutEnabled = idles,
            RoomsPerProcess = body.Integer("roomsPerProcess", 1, HathoraLists.MaxRoomsPerProcess),
            RequestedCpu = cpu,
            RequestedMemoryMB = memory,
            RequestedGpu = body.OptionalNumber("requestedGPU", 0, MaxGpu),
            ExperimentalRequestedGpu = body.OptionalNumber("experimentalRequestedGPU", 0, MaxGpu),
            DefaultPort = DefaultPortIn(body),
            AdditionalPorts = AdditionalPortsIn(body),
            Env = body.Objects("env").ConvertAll(variable => KeyValuePair.Create(variable.Text("name"), variable.Text("value"))),
        };
        if (build.StatusAt(call.Time) is not "succeeded" and var status)
            throw HathoraAnswer.Invalid($"The build cannot be deployed: it is {status}.");
        var ports = deployment.AdditionalPorts.Append(deployment.DefaultPort).ToList();
        if (ports.DistinctBy(port => port.Port).Count() < ports.Count || ports.DistinctBy(port => port.Name).Count() < ports.Count)
            throw HathoraAnswer.Invalid("The container ports have to differ in number and name.");
        app.Deployments.Add(deployment);
        return deployment;
    }

    public static double CpuIn(JsonObject body) => body.Number("requestedCPU", 0.1, MaxCpu);

    public static double MemoryIn(JsonObject body, Organization org) => body.Number("requestedMemoryMB", MinMemory, org.MaxRequestedMemoryMB);

    private static ContainerPort DefaultPortIn(JsonObject body) => new(
        ContainerPort.DefaultName, body.Integer("containerPort", 1, HathoraLists.MaxPort), body.Choice("transportType", HathoraLists.TransportTypes));

    private static List<ContainerPort> AdditionalPortsIn(JsonObject body) => (body.OptionalObjects("additionalContainerPorts") ?? [])
        .ConvertAll(port => new ContainerPort(
            port.Text("name", MaxPortName, HathoraLists.PortName()), port.Integer("port", 1, HathoraLists.MaxPort), port.Choice("transportType", HathoraLists.TransportTypes)));

    public static JsonObject ToJson(Deployment deployment) => CommonJson(deployment)
        .With("fleetId", deployment.FleetId)
        .With("deploymentTag", deployment.Tag)
        .With("requestedGPU", deployment.RequestedGpu)
        .With("experimentalRequestedGPU", deployment.ExperimentalRequestedGpu)
        .With("deploymentId", deployment.Id)
        .With("buildTag", deployment.Build.Tag)
        .With("buildId", deployment.Build.Id);

    /// <summary>What deployments have in every version.</summary>
    public static JsonObject CommonJson(Deployment deployment) => new()
    {
        ["idleTimeoutEnabled"] = deployment.IdleTimeoutEnabled,
        ["env"] = deployment.Env.Select(pair => (JsonNode)new JsonObject { ["value"] = pair.Value, ["name"] = pair.Key }).ToJsonArray(),
        ["roomsPerProcess"] = deployment.RoomsPerProcess,
        ["additionalContainerPorts"] = deployment.AdditionalPorts.Select(ToJson).ToJsonArray(),
        ["defaultContainerPort"] = ToJson(deployment.DefaultPort),
        ["createdAt"] = deployment.CreatedAt.ToWire(),
        ["createdBy"] = deployment.CreatedBy,
        ["requestedMemoryMB"] = deployment.RequestedMemoryMB,
        ["requestedCPU"] = deployment.RequestedCpu,
        ["appId"] = deployment.App.Id,
    };

    public static JsonObject ToJson(ContainerPort port) =>
        new() { ["transportType"] = port.TransportType, ["port"] = port.Port, ["name"] = port.Name };

    private static string TokenOf(Deployment deployment) =>
        Convert.ToHexString(System.Text.Encoding.ASCII.GetBytes(deployment.Number.ToString(CultureInfo.InvariantCulture))).ToLowerInvariant();
}
