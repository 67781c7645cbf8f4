using System.Globalization;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Gitter.Model;

namespace ChatPS.Sandbox.Platforms.Gitter.Routes;

/// <summary>The caller's list of rooms: join, hide, favourite, notifications.</summary>
internal static class UserRoomRoutes
{
    private const string OneRoom = "/v1/user/{userId}/rooms/{roomId}";
    private const string Notifications = OneRoom + "/settings/notifications";

    public static void MapUserRooms(this GitterService gitter)
    {
        Map(gitter, "GET", "/v1/user/{userId}/rooms", RoomRoutes.ListJoined);
        Map(gitter, "POST", "/v1/user/{userId}/rooms", Join);
        Map(gitter, "GET", "/v1/user/{userId}/channels", Channels);
        Map(gitter, "PUT", OneRoom, Update);
        Map(gitter, "PATCH", OneRoom, Update);
        Map(gitter, "DELETE", OneRoom, Hide);
        Map(gitter, "GET", Notifications, call => GitterAnswer.Json(ToJson(MembershipOf(call))));
        Map(gitter, "PUT", Notifications, UpdateNotifications);
    }

    private static void Map(GitterService gitter, string method, string path, Func<GitterCall, SandboxResponse> handler) =>
        gitter.Map(method, path, call =>
        {
            call.RequireSelf();
            return handler(call);
        });

    private static SandboxResponse Join(GitterCall call)
    {
        var room = call.RoomOf(call.Text("id") ?? "");
        if (!call.User.CanWrite(room))
            return GitterAnswer.Error(403);
        call.State.Join(call.User, room, call.Time);
        return GitterAnswer.Json(room.ToJson(call.User, RoomParts.Permissions | RoomParts.Group | RoomParts.Backend | RoomParts.Repo));
    }

    private static SandboxResponse Channels(GitterCall call) => GitterAnswer.List(call.User.Memberships.Values
        .Where(membership => membership.Room.GithubType.EndsWith("_CHANNEL", StringComparison.Ordinal))
        .Select(membership => membership.Room.ToJson(call.User, RoomParts.Tags | RoomParts.Permissions)));

    private static SandboxResponse Update(GitterCall call)
    {
        var room = call.ListedRoom;
        var membership = call.User.Memberships.GetValueOrDefault(room.Id);
        if (membership is null && !call.User.CanWrite(room))
            return GitterAnswer.Error(403);
        var mode = call.Body.ContainsKey("mode") ? ModeFrom(call, call.Text("mode")) : default;
        if (call.Body.ContainsKey("favourite"))
        {
            // A favourite is joined first.
            var position = PositionFrom(call.Body["favourite"], call.User.Memberships.Values.Select(known => known.Favourite));
            if (position is not null && membership is null)
                membership = call.State.Join(call.User, room, call.Time);
            if (membership is not null)
                membership.Favourite = position;
        }

        if (membership is not null && call.Body.ContainsKey("updateLastAccess"))
            membership.LastAccess = call.Time;
        if (membership is not null && mode.Name is not null)
            (membership.Mode, membership.ModeIsDefault) = mode;
        return PrefersText(call) ? GitterAnswer.Ok() : GitterAnswer.Json(room.ToJson(call.User, RoomParts.Tags | RoomParts.Group));
    }

    /// <summary>Takes the room from the caller's list. Only who lurks leaves it by that; others are still in it.</summary>
    private static SandboxResponse Hide(GitterCall call)
    {
        var room = call.ListedRoom;
        if (call.User.Memberships.TryGetValue(room.Id, out var membership))
        {
            membership.Favourite = null;
            membership.LastAccess = null;
            membership.MarkAllRead();
            if (membership.Lurks && !room.OneToOne)
                call.State.Leave(call.User, room);
        }

        return GitterAnswer.Success();
    }

    private static SandboxResponse UpdateNotifications(GitterCall call)
    {
        var mode = ModeFrom(call, call.Text("mode") ?? call.Text("push"));
        var membership = MembershipOf(call);
        (membership.Mode, membership.ModeIsDefault) = mode;
        return GitterAnswer.Json(ToJson(membership));
    }

    private static GitterMembership MembershipOf(GitterCall call) =>
        call.User.Memberships.GetValueOrDefault(call.ListedRoom.Id) ?? throw GitterAnswer.Fault(404);

    private static (string Name, bool IsDefault) ModeFrom(GitterCall call, string? name) =>
        name == "default" ? (call.User.DefaultMode, true) : (GitterNotifications.Parse(name) ?? throw GitterAnswer.Fault(400), false);

    /// <summary>A position as given; the next free one for <c>true</c>, none for anything that means no.</summary>
    public static int? PositionFrom(JsonNode? value, IEnumerable<int?> taken)
    {
        if (value is not JsonValue given)
            return null;
        if (given.TryGetValue(out bool wanted))
            return wanted ? (taken.Max() ?? 0) + 1 : null;
        if (!int.TryParse(given.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var position))
            throw GitterAnswer.Fault(400);
        return position == 0 ? null : position;
    }

    /// <summary>These operations answer JSON only to those who ask for it by name.</summary>
    public static bool PrefersText(GitterCall call) => call.Request.Headers["Accept"]?.Contains("json", StringComparison.OrdinalIgnoreCase) != true;

    private static JsonObject ToJson(GitterMembership membership)
    {
        var json = new JsonObject { ["push"] = membership.Mode };
        Describe(json, membership.Mode);
        json["default"] = membership.ModeIsDefault;
        json["defaultSettings"] = ToJson(membership.User.DefaultMode);
        return json;
    }

    /// <summary>A user's default mode in all its parts.</summary>
    public static JsonObject ToJson(string defaultMode)
    {
        var json = new JsonObject();
        Describe(json, defaultMode);
        json["flags"] = GitterNotifications.Flags(defaultMode) | GitterNotifications.Default;
        return json;
    }

    private static void Describe(JsonObject json, string mode)
    {
        var flags = GitterNotifications.Flags(mode);
        json["mode"] = mode;
        json["lurk"] = (flags & GitterNotifications.Unread) == 0;
        json["unread"] = (flags & GitterNotifications.Unread) != 0;
        json["activity"] = (flags & GitterNotifications.Activity) != 0;
        json["mention"] = (flags & GitterNotifications.Mention) != 0;
        json["announcement"] = (flags & GitterNotifications.Announce) != 0;
        json["desktop"] = (flags & GitterNotifications.Desktop) != 0;
        json["mobile"] = (flags & GitterNotifications.Mobile) != 0;
    }
}
