using System.Globalization;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Gitter.Model;

namespace ChatPS.Sandbox.Platforms.Gitter.Routes;

/// <summary>Open rooms that the caller is not in yet, the liveliest first.</summary>
internal static class SuggestionRoutes
{
    private const int MaxSuggestions = 12;
    private const int CacheSeconds = 600;

    public static void MapSuggestions(this GitterService gitter)
    {
        gitter.Map("GET", "/v1/rooms/{roomId}/suggestedRooms", ForRoom);
        gitter.Map("GET", "/v1/groups/{groupId}/suggestedRooms", call => Answer(call, call.Group.Rooms));
        gitter.Map("GET", "/v1/orgs/{orgName}/suggestedRooms", call =>
            Answer(call, call.State.GroupByUri(call.Request.Route("orgName"))?.Rooms ?? []));
        gitter.Map("GET", "/v1/user/{userId}/suggestedRooms", ForUser);
    }

    /// <summary>Rooms of the same group or with a tag in common.</summary>
    private static SandboxResponse ForRoom(GitterCall call)
    {
        var room = call.Room;
        return Answer(call, call.State.Rooms.Values.Where(other =>
            other != room && room.Group is not null && (other.Group == room.Group || other.Tags.Intersect(room.Tags).Any())));
    }

    private static SandboxResponse ForUser(GitterCall call)
    {
        call.RequireSelf();
        return Answer(call, call.State.Rooms.Values)
            .With("Cache-Control", $"public, max-age={CacheSeconds}")
            .With("Expires", call.Time.AddSeconds(CacheSeconds).ToString("R", CultureInfo.InvariantCulture));
    }

    private static SandboxResponse Answer(GitterCall call, IEnumerable<GitterRoom> rooms) => GitterAnswer.List(rooms
        .Where(room => !room.OneToOne && room.Security.IsPublic && call.User.CanRead(room) && !call.User.IsIn(room))
        .OrderByDescending(room => room.Members.Count)
        .Take(MaxSuggestions)
        .Select(RoomJson.ToSuggestionJson));
}
