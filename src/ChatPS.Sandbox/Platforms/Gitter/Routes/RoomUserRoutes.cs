using System.Globalization;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Gitter.Model;

namespace ChatPS.Sandbox.Platforms.Gitter.Routes;

/// <summary>The people in a room.</summary>
internal static class RoomUserRoutes
{
    private const int PageSize = 30;
    private const int MaxPageSize = 100;

    public static void MapRoomUsers(this GitterService gitter)
    {
        gitter.Map("GET", "/v1/rooms/{roomId}/users", List);
        gitter.Map("POST", "/v1/rooms/{roomId}/users", Add);
        gitter.Map("DELETE", "/v1/rooms/{roomId}/users/{memberId}", Remove);
    }

    private static SandboxResponse List(GitterCall call)
    {
        var room = call.Room;
        var users = room.Members.Select(member => member.User);
        if (call.Request.Query["q"] is { } q)
            return Search(call, q.Length == 0 ? [] : users.Where(user => UserRoutes.Matches(user, q)).Take(PageSize));
        var size = call.Faults.PageSize(Math.Min(call.Number("limit", PageSize), MaxPageSize), whenIgnored: PageSize);
        var lean = call.Query("lean") is not null;
        return GitterAnswer.List(call.Faults.Page(users, call.Number("skip", 0), size).Select(user => user.ToMemberJson(room, lean)));
    }

    private static SandboxResponse Search(GitterCall call, IEnumerable<GitterUser> found) =>
        GitterAnswer.List(found.Select(user => user.ToJson()))
            .With("Cache-Control", "public, max-age=60")
            .With("Expires", call.Time.AddSeconds(60).ToString("R", CultureInfo.InvariantCulture));

    private static SandboxResponse Add(GitterCall call)
    {
        var room = call.Room;
        var name = call.Text("username");
        if (string.IsNullOrEmpty(name))
            return GitterAnswer.Error(400);
        if (call.State.UserByName(name) is not { Removed: false } user)
            return GitterAnswer.Error(404);
        Add(call, room, user);
        return GitterAnswer.Json(user.ToJson());
    }

    /// <summary>Puts somebody into a room, as far as the caller may and the room lets in.</summary>
    public static void Add(GitterCall call, GitterRoom room, GitterUser user)
    {
        if (!call.User.CanAddUser(room) || room.Bans.Exists(ban => ban.User == user)
            || (room.Providers.Count > 0 && !room.Providers.Contains(user.Provider)))
            throw GitterAnswer.Fault(403);
        if (!user.IsIn(room))
            call.State.Join(user, room, call.Time);
    }

    /// <summary>Takes out another (as administrator) or oneself.</summary>
    private static SandboxResponse Remove(GitterCall call)
    {
        var room = call.Room;
        var name = call.Request.Route("memberId");
        var user = call.Query("type") == "username" ? call.State.UserByName(name)
            : ObjectIds.IsId(name) ? call.State.Users.GetValueOrDefault(GitterCall.Id(name))
            : null;
        if (user is null || !user.IsIn(room))
            return GitterAnswer.Error(404);
        if (user != call.User && !call.User.CanAdmin(room))
            return GitterAnswer.Error(403);
        if (room.OneToOne)
            return GitterAnswer.Error(400);
        call.State.Leave(user, room);
        return GitterAnswer.Success();
    }
}
