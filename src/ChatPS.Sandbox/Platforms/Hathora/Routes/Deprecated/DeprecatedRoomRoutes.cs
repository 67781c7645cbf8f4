namespace ChatPS.Sandbox.Platforms.Hathora.Routes.Deprecated;

/// <summary>Rooms in version 1: a new one is answered by its id alone, and the way to it has another form.</summary>
internal static class DeprecatedRoomRoutes
{
    private const string Group = ProcessRoutes.Group;
    private const string Base = "/rooms/v1/{appId}/";

    public static void MapDeprecatedRooms(this HathoraService hathora)
    {
        hathora.MapApp("POST", Base + "create", Group, (call, app) => HathoraAnswer.Json(RoomRoutes.Create(call, app).Id, 201));
        hathora.MapApp("GET", Base + "info/{roomId}", Group, RoomRoutes.Info);
        hathora.MapApp("GET", Base + "list/{processId}/active", Group, RoomRoutes.Active);
        hathora.MapApp("GET", Base + "list/{processId}/inactive", Group, RoomRoutes.Inactive);
        hathora.MapApp("POST", Base + "destroy/{roomId}", Group, RoomRoutes.Destroy);
        hathora.MapApp("POST", Base + "suspend/{roomId}", Group, RoomRoutes.Suspend);
        hathora.MapOpen("GET", Base + "connectioninfo/{roomId}", (call, app) =>
        {
            var room = RoomRoutes.ReachableRoom(call, app);
            var port = ProcessRoutes.ExposedPort(room.Allocation!.Process, call.Time);
            var json = port ?? [];
            json.Remove("name");
            json["status"] = port is null ? "starting" : "active";
            json["roomId"] = room.Id;
            return HathoraAnswer.Json(json);
        });
    }
}
