using System.Text.Json.Nodes;
using ChatPS.Sandbox.Platforms.Hathora.Model;

namespace ChatPS.Sandbox.Platforms.Hathora.Routes.Deprecated;

/// <summary>Processes in versions 1 and 2, and their metrics in version 1.</summary>
internal static class DeprecatedProcessRoutes
{
    private const string Group = ProcessRoutes.Group;
    private const string Version1 = "/processes/v1/{appId}/";
    private const string Version2 = "/processes/v2/{appId}/";

    public static void MapDeprecatedProcesses(this HathoraService hathora)
    {
        hathora.MapApp("GET", Version1 + "list/running", Group, (call, app) => HathoraAnswer.Json(InRegion(call, app)
            .Where(process => process.IsUpAt(call.Time))
            .Select(process => WithRooms(process, call.Time))
            .ToJsonArray()));
        hathora.MapApp("GET", Version1 + "list/stopped", Group, (call, app) => HathoraAnswer.Json(InRegion(call, app)
            .Where(process => process.IsStoppedAt(call.Time))
            .Select(process => ToJsonOfVersion1(process, call.Time))
            .ToJsonArray()));
        hathora.MapApp("GET", Version1 + "info/{processId}", Group, (call, app) =>
            HathoraAnswer.Json(ToJsonOfVersion1(ProcessRoutes.ProcessOf(call, app), call.Time)));
        hathora.MapApp("GET", "/metrics/v1/{appId}/process/{processId}", Group, (call, app) =>
            HathoraAnswer.Json(HathoraMetrics.OfProcess(call, ProcessRoutes.ProcessOf(call, app), HathoraMetrics.OldProcessNames)));

        hathora.MapApp("GET", Version2 + "list/latest", Group, (call, app) =>
            HathoraAnswer.Json(ProcessRoutes.Latest(call, app).Select(process => ToJson(process, call.Time)).ToJsonArray()));
        hathora.MapApp("GET", Version2 + "count", Group, ProcessRoutes.Count);
        hathora.MapApp("GET", Version2 + "info/{processId}", Group, (call, app) => HathoraAnswer.Json(ToJson(ProcessRoutes.ProcessOf(call, app), call.Time)));
        hathora.MapApp("POST", Version2 + "create/{region}", Group, (call, app) => HathoraAnswer.Json(ToJson(ProcessRoutes.Create(call, app), call.Time), 201));
        hathora.MapApp("POST", Version2 + "stop/{processId}", Group, ProcessRoutes.Stop);
    }

    private static IEnumerable<Process> InRegion(HathoraCall call, App app)
    {
        var region = call.QueryChoice("region", HathoraLists.Regions);
        return app.Processes.Where(process => region is null || process.Region == region).OrderByDescending(process => process.CreatedAt);
    }

    /// <summary>The form of version 2.</summary>
    private static JsonObject ToJson(Process process, DateTimeOffset time) =>
        ProcessRoutes.CommonJson(process, time).With("deploymentId", process.Deployment.Number);

    private static JsonObject ToJsonOfVersion1(Process process, DateTimeOffset time)
    {
        var json = ToJson(process, time);
        json.Remove("status");
        json.Remove("createdAt");
        var (rooms, now) = (process.CurrentRooms.Count(), time.ToWire());
        json["startingAt"] = process.CreatedAt.ToWire();
        json["egressedBytes"] = (int)Math.Clamp((time - process.StartedAt).TotalSeconds * 10_000, 0, int.MaxValue);
        json["idleSince"] = rooms == 0 ? (process.StoppingAt ?? process.StartedAt).ToWire() : null;
        json["activeConnectionsUpdatedAt"] = now;
        json["activeConnections"] = 2 * rooms;
        json["roomsAllocatedUpdatedAt"] = now;
        json["roomSlotsAvailableUpdatedAt"] = now;
        json["roomSlotsAvailable"] = process.Deployment.RoomsPerProcess - rooms;
        json["draining"] = process.StatusAt(time) == "draining";
        json["port"] = process.PortOf(0);
        json["host"] = process.Host;
        return json;
    }

    private static JsonObject WithRooms(Process process, DateTimeOffset time)
    {
        var json = ToJsonOfVersion1(process, time);
        json["rooms"] = RoomRoutes.Rooms(process, active: true, time);
        json["totalRooms"] = process.Rooms.Count;
        return json;
    }
}
