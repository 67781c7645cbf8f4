using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Hathora.Model;

namespace ChatPS.Sandbox.Platforms.Hathora.Routes;

/// <summary>Rooms, and how to get to them.</summary>
internal static class RoomRoutes
{
    private const string Group = ProcessRoutes.Group;

    public static void MapRooms(this HathoraService hathora)
    {
        hathora.MapApp("POST", "/rooms/v2/{appId}/create", Group, (call, app) => HathoraAnswer.Json(Connection(Create(call, app), call.Time), 201));
        hathora.MapApp("GET", "/rooms/v2/{appId}/info/{roomId}", Group, Info);
        hathora.MapApp("GET", "/rooms/v2/{appId}/list/{processId}/active", Group, Active);
        hathora.MapApp("GET", "/rooms/v2/{appId}/list/{processId}/inactive", Group, Inactive);
        hathora.MapApp("POST", "/rooms/v2/{appId}/destroy/{roomId}", Group, Destroy);
        hathora.MapApp("POST", "/rooms/v2/{appId}/suspend/{roomId}", Group, Suspend);
        hathora.MapApp("POST", "/rooms/v2/{appId}/resume/{roomId}", Group, Resume);
        hathora.MapApp("POST", "/rooms/v2/{appId}/update/{roomId}", Group, (call, app) =>
        {
            LivingRoom(call, app).Config = call.Body.Text("roomConfig", HathoraLists.MaxRoomConfig);
            return SandboxResponse.Empty(204);
        });
        hathora.MapOpen("GET", "/rooms/v2/{appId}/connectioninfo/{roomId}", (call, app) =>
        {
            var room = ReachableRoom(call, app);
            var json = Connection(room, call.Time);
            json.Remove("processId");
            return HathoraAnswer.Json(json);
        });
    }

    /// <summary>Makes a room as the body and query have it.</summary>
    public static Room Create(HathoraCall call, App app)
    {
        var body = call.Body;
        var region = body.Choice("region", HathoraLists.Regions);
        var config = body.OptionalText("roomConfig", HathoraLists.MaxRoomConfig);
        _ = body.OptionalTexts("clientIPs");
        var deployment = body.OptionalText("deploymentId") is { } id
            ? app.Deployments.Find(deployment => deployment.Id == id) ?? throw HathoraAnswer.NotFound("deployment")
            : DeploymentRoutes.Latest(app);
        return Create(call, deployment, region, config);
    }

    /// <summary>Makes a room whose id the query may choose.</summary>
    public static Room Create(HathoraCall call, Deployment deployment, string region, string? config)
    {
        var id = RoomIdIn(call);
        HathoraCall.NeedPayment(deployment.App.Org);
        return call.State.NewRoom(deployment, region, id, config, call.Time);
    }

    /// <summary>The id that the query chooses; null when it doesn't.</summary>
    public static string? RoomIdIn(HathoraCall call)
    {
        var id = call.QueryText("roomId", HathoraLists.MaxRoomId, HathoraLists.RoomId());
        return id is not null && call.State.Rooms.ContainsKey(id) ? throw HathoraAnswer.Invalid($"There is or was a room {id} already.") : id;
    }

    public static SandboxResponse Info(HathoraCall call, App app)
    {
        var room = RoomOf(call, app);
        var json = ToJson(room, call.Time);
        json["allocations"] = room.Allocations.Select(ToJson).ToJsonArray();
        return HathoraAnswer.Json(json);
    }

    public static SandboxResponse Active(HathoraCall call, App app) =>
        HathoraAnswer.Json(Rooms(ProcessRoutes.ProcessOf(call, app), active: true, call.Time));

    public static SandboxResponse Inactive(HathoraCall call, App app) =>
        HathoraAnswer.Json(Rooms(ProcessRoutes.ProcessOf(call, app), active: false, call.Time));

    /// <summary>The rooms that are on a process, or those that were.</summary>
    public static JsonArray Rooms(Process process, bool active, DateTimeOffset time) =>
        process.Rooms.Where(room => (room.Allocation?.Process == process) == active).Select(room => ToJson(room, time)).ToJsonArray();

    public static SandboxResponse Destroy(HathoraCall call, App app)
    {
        HathoraState.Destroy(RoomOf(call, app), call.Time);
        return SandboxResponse.Empty(204);
    }

    public static SandboxResponse Suspend(HathoraCall call, App app)
    {
        HathoraState.Suspend(RoomOf(call, app), call.Time);
        return SandboxResponse.Empty(204);
    }

    public static Room RoomOf(HathoraCall call, App app) =>
        call.State.Rooms.GetValueOrDefault(call.Route("roomId")) is { } room && room.App == app ? room : throw HathoraAnswer.NotFound("room");

    /// <summary>A room that players can get to, now or in a moment.</summary>
    public static Room ReachableRoom(HathoraCall call, App app)
    {
        var room = RoomOf(call, app);
        return room.Allocation is not null ? room : throw HathoraAnswer.BadRequest(room.DestroyedAt is null ? "The room is suspended." : "The room is destroyed.");
    }

    private static SandboxResponse Resume(HathoraCall call, App app)
    {
        var room = LivingRoom(call, app);
        if (room.Allocation is not null)
            throw HathoraAnswer.Invalid("The room is not suspended.");
        HathoraCall.NeedPayment(app.Org);
        call.State.Allocate(room, DeploymentRoutes.Latest(app), room.Allocations[^1].Process.Region, call.Time);
        return HathoraAnswer.Json(Connection(room, call.Time));
    }

    private static Room LivingRoom(HathoraCall call, App app)
    {
        var room = RoomOf(call, app);
        return room.DestroyedAt is null ? room : throw HathoraAnswer.Invalid("The room is destroyed.");
    }

    /// <summary>Where the room's process listens, once it does.</summary>
    private static JsonObject Connection(Room room, DateTimeOffset time)
    {
        var process = room.Allocation!.Process;
        return new JsonObject
        {
            ["additionalExposedPorts"] = ProcessRoutes.AdditionalPorts(process, time),
            ["status"] = room.StatusAt(time) == "active" ? "active" : "starting",
            ["roomId"] = room.Id,
            ["processId"] = process.Id,
        }.With("exposedPort", ProcessRoutes.ExposedPort(process, time));
    }

    private static JsonObject ToJson(Room room, DateTimeOffset time) => new JsonObject
    {
        ["currentAllocation"] = room.Allocation is { } allocation ? ToJson(allocation) : null,
        ["status"] = room.StatusAt(time),
        ["roomId"] = room.Id,
        ["appId"] = room.App.Id,
    }.With("roomConfig", room.Config);

    private static JsonObject ToJson(Allocation allocation) => new()
    {
        ["unscheduledAt"] = allocation.UnscheduledAt?.ToWire(),
        ["scheduledAt"] = allocation.ScheduledAt.ToWire(),
        ["processId"] = allocation.Process.Id,
        ["roomAllocationId"] = allocation.Id,
    };
}
