using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Gitter.Model;

namespace ChatPS.Sandbox.Platforms.Gitter.Routes;

/// <summary>Who may not enter a room.</summary>
internal static class BanRoutes
{
    public static void MapBans(this GitterService gitter)
    {
        gitter.Map("GET", "/v1/rooms/{roomId}/bans", call => GitterAnswer.List(call.Room.Bans.Select(ToJson)));
        gitter.Map("POST", "/v1/rooms/{roomId}/bans", call => call.Body["virtualUser"] is JsonObject sender ? BanSender(call, sender) : BanUser(call));
        gitter.Map("GET", "/v1/rooms/{roomId}/bans/{username}", call => GitterAnswer.Json(ToJson(Find(call, call.Room))));
        gitter.Map("DELETE", "/v1/rooms/{roomId}/bans/{username}", Unban);
    }

    private static SandboxResponse BanUser(GitterCall call)
    {
        var room = call.AdministeredRoom;
        var name = call.Text("username");
        if (string.IsNullOrEmpty(name) || name.Equals(call.User.UserName, StringComparison.OrdinalIgnoreCase))
            return GitterAnswer.Error(400);
        if (call.State.UserByName(name) is not { } user)
            return GitterAnswer.Error(404);
        var known = room.Bans.Find(ban => ban.User == user);
        if (known is null && room.Security.IsPublic && user.CanAdmin(room))
            return GitterAnswer.Error(403);
        call.State.Leave(user, room);
        if (known is not null)
            return GitterAnswer.Json(ToJson(known));
        // A room that isn't open needs no ban: being out is enough.
        if (!room.Security.IsPublic)
            return GitterAnswer.Json(new JsonObject { ["removed"] = true }, 202);
        if (call.Flag("removeMessages"))
            foreach (var message in room.Messages.Where(message => message.From == user).ToArray())
                call.State.Remove(message);
        return Record(call, room, new(user, null, null, call.User, call.Time), user.UserName);
    }

    private static SandboxResponse BanSender(GitterCall call, JsonObject sender)
    {
        var room = call.AdministeredRoom;
        if (sender["type"]?.ToString() is not { Length: > 0 and <= 255 } type || sender["externalId"]?.ToString() is not { Length: > 0 and <= 255 } id)
            return GitterAnswer.Error(400);
        return room.Bans.Find(ban => ban.VirtualType == type && ban.VirtualId == id) is { } known
            ? GitterAnswer.Json(ToJson(known))
            : Record(call, room, new(null, type, id, call.User, call.Time), id);
    }

    private static SandboxResponse Record(GitterCall call, GitterRoom room, GitterBan ban, string name)
    {
        room.Bans.Add(ban);
        Tell(call, room, "banned", name);
        return GitterAnswer.Json(ToJson(ban));
    }

    private static SandboxResponse Unban(GitterCall call)
    {
        var room = call.Room;
        var ban = Find(call, room);
        if (!call.User.CanAdmin(room))
            return GitterAnswer.Error(403);
        room.Bans.Remove(ban);
        Tell(call, room, "unbanned", ban.User?.UserName ?? ban.VirtualId!);
        return GitterAnswer.Success();
    }

    private static GitterBan Find(GitterCall call, GitterRoom room)
    {
        var name = call.Request.Route("username");
        return room.Bans.Find(ban => name.Equals(ban.User?.UserName ?? ban.VirtualId, StringComparison.OrdinalIgnoreCase))
            ?? throw GitterAnswer.Fault(404);
    }

    private static void Tell(GitterCall call, GitterRoom room, string what, string name)
    {
        var text = new GitterMarkup($"@{call.User.UserName} {what} @{name}");
        call.State.Post(room, new(call.State.Ids.Next(call.Time), text.Text, text.Html, call.Time, "bans", what, call.User.UserName) { ToUser = name });
    }

    private static JsonObject ToJson(GitterBan ban)
    {
        var json = new JsonObject { ["bannedBy"] = ban.BannedBy.ToJson(), ["dateBanned"] = ban.Date.ToWire() };
        if (ban.User is not null)
            json["user"] = ban.User.ToJson();
        else
            json["virtualUser"] = new JsonObject { ["type"] = ban.VirtualType, ["externalId"] = ban.VirtualId };
        return json;
    }
}
