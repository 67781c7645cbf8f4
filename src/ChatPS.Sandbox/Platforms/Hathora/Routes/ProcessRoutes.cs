using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Hathora.Model;

namespace ChatPS.Sandbox.Platforms.Hathora.Routes;

/// <summary>Processes: the newest first, few at a time.</summary>
internal static class ProcessRoutes
{
    public const string Group = "processes";
    private const string Base = "/processes/v3/apps/{appId}/processes";
    private const int PageSize = 10;

    /// <summary>The last second that a time can be given by.</summary>
    private const double MaxUnixTime = 253_402_300_799;

    public static void MapProcesses(this HathoraService hathora)
    {
        hathora.MapApp("GET", Base + "/latest", Group, (call, app) =>
            HathoraAnswer.Json(Latest(call, app).Select(process => ToJson(process, call.Time)).ToJsonArray()));
        hathora.MapApp("GET", Base + "/count", Group, Count);
        hathora.MapApp("POST", Base + "/regions/{region}", Group, (call, app) => HathoraAnswer.Json(ToJson(Create(call, app), call.Time), 201));
        hathora.MapApp("GET", Base + "/{processId}", Group, (call, app) => HathoraAnswer.Json(ToJson(ProcessOf(call, app), call.Time)));
        hathora.MapApp("POST", Base + "/{processId}/stop", Group, Stop);
        hathora.MapApp("GET", Base + "/process/{processId}/metrics", Group, (call, app) =>
            HathoraAnswer.Json(HathoraMetrics.OfProcess(call, ProcessOf(call, app), HathoraMetrics.ProcessNames)));
    }

    public static Process ProcessOf(HathoraCall call, App app) => call.Named(app.Processes, "processId", process => process.Id, "process");

    /// <summary>The page of an app's processes that the query asks for.</summary>
    public static IEnumerable<Process> Latest(HathoraCall call, App app) =>
        call.Service.Faults.Page(Found(call, app), 0, call.Service.Faults.PageSize(PageSize, PageSize));

    public static SandboxResponse Count(HathoraCall call, App app) => HathoraAnswer.Json(new JsonObject { ["count"] = Found(call, app).Count() });

    private static IEnumerable<Process> Found(HathoraCall call, App app)
    {
        var statuses = call.QueryChoices("status", HathoraLists.ProcessStatuses);
        var regions = call.QueryChoices("region", HathoraLists.Regions);
        var before = call.QueryNumber("before", 0, MaxUnixTime);
        return app.Processes
            .Where(process => statuses.Count == 0 || statuses.Contains(process.StatusAt(call.Time)))
            .Where(process => regions.Count == 0 || regions.Contains(process.Region))
            .Where(process => before is null || process.CreatedAt < DateTimeOffset.UnixEpoch.AddSeconds(before.Value))
            .OrderByDescending(process => process.CreatedAt);
    }

    public static Process Create(HathoraCall call, App app)
    {
        var region = HathoraBody.CheckChoice(call.Route("region"), "region", HathoraLists.Regions);
        HathoraCall.NeedPayment(app.Org);
        return call.State.Start(DeploymentRoutes.Latest(app), region, call.Time);
    }

    public static SandboxResponse Stop(HathoraCall call, App app)
    {
        HathoraState.Stop(ProcessOf(call, app), call.Time, "Stopped by request");
        return SandboxResponse.Empty(204);
    }

    public static JsonObject ToJson(Process process, DateTimeOffset time) => CommonJson(process, time)
        .With("hosting", process.Deployment.FleetId is null ? "shared" : "cloud")
        .With("summaryExitReason", process.IsStoppedAt(time) ? process.ExitReason : null)
        .With("fleetId", process.Deployment.FleetId)
        .With("deploymentId", process.Deployment.Id)
        .WithNull("bootedAt", Due(process.BootedAt, process, time))
        .WithNull("scheduledAt", Due(process.ScheduledAt, process, time));

    /// <summary>What processes have in the last two versions.</summary>
    public static JsonObject CommonJson(Process process, DateTimeOffset time) => new()
    {
        ["status"] = process.StatusAt(time),
        ["roomsAllocated"] = process.CurrentRooms.Count(),
        ["terminatedAt"] = process.IsStoppedAt(time) ? process.TerminatedAt?.ToWire() : null,
        ["stoppingAt"] = process.StoppingAt?.ToWire(),
        ["startedAt"] = Due(process.StartedAt, process, time),
        ["createdAt"] = process.CreatedAt.ToWire(),
        ["roomsPerProcess"] = process.Deployment.RoomsPerProcess,
        ["additionalExposedPorts"] = AdditionalPorts(process, time),
        ["exposedPort"] = ExposedPort(process, time),
        ["region"] = process.Region,
        ["processId"] = process.Id,
        ["appId"] = process.App.Id,
    };

    /// <summary>Where the game listens; null while it doesn't.</summary>
    public static JsonObject? ExposedPort(Process process, DateTimeOffset time) =>
        process.IsUpAt(time) ? ToJson(process, process.Deployment.DefaultPort, 0) : null;

    public static JsonArray AdditionalPorts(Process process, DateTimeOffset time) => process.IsUpAt(time)
        ? process.Deployment.AdditionalPorts.Select((port, i) => (JsonNode)ToJson(process, port, i + 1)).ToJsonArray()
        : [];

    /// <summary>A moment of a process's way up, when it has come to it.</summary>
    public static string? Due(DateTimeOffset moment, Process process, DateTimeOffset time) =>
        moment <= time && !(process.StoppingAt < moment) ? moment.ToWire() : null;

    private static JsonObject ToJson(Process process, ContainerPort port, int index) => new()
    {
        ["transportType"] = port.TransportType,
        ["port"] = process.PortOf(index),
        ["host"] = process.Host,
        ["name"] = port.Name,
    };
}
