using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Gitter.Model;

namespace ChatPS.Sandbox.Platforms.Gitter.Routes;

/// <summary>What belongs to one room: events, welcome message, collaborators.</summary>
internal static class RoomDetailRoutes
{
    private const int PageSize = 50;
    private const int MaxPageSize = 100;
    private const int MaxCollaborators = 20;

    public static void MapRoomDetails(this GitterService gitter)
    {
        gitter.Map("GET", "/v1/rooms/{roomId}/events", Events);
        gitter.Map("GET", "/v1/rooms/{roomId}/meta", Meta);
        gitter.Map("POST", "/v1/rooms/{roomId}/meta", SetMeta);
        gitter.Map("GET", "/v1/rooms/{roomId}/collaborators", Collaborators);
    }

    private static SandboxResponse Events(GitterCall call)
    {
        var room = call.Room;
        var before = call.QueryId("beforeId");
        var size = call.Faults.PageSize(Math.Min(call.Number("limit", PageSize), MaxPageSize), whenIgnored: PageSize);
        var newestFirst = room.Events.AsEnumerable().Reverse().Where(happened => before is null || string.CompareOrdinal(happened.Id, before) < 0);
        return GitterAnswer.List(call.Faults.Page(newestFirst, call.Number("skip", 0), size).Reverse().Select(happened => happened.ToJson()));
    }

    private static SandboxResponse Meta(GitterCall call) =>
        GitterAnswer.Json(new JsonObject { ["welcomeMessage"] = ToJson(call.Room.WelcomeMessage ?? new("", "")) });

    private static SandboxResponse SetMeta(GitterCall call)
    {
        var room = call.AdministeredRoom;
        if (call.Text("welcomeMessage") is not { Length: > 0 } text)
            return GitterAnswer.Json(new JsonObject());
        room.WelcomeMessage = new(text, new GitterMarkup(text).Html);
        return GitterAnswer.Json(new JsonObject { ["welcomeMessage"] = ToJson(room.WelcomeMessage) });
    }

    private static JsonObject ToJson(GitterText text) => new() { ["text"] = text.Text, ["html"] = text.Html };

    /// <summary>The people at GitHub behind the room, who might be invited. They aren't users in the API's form.</summary>
    private static SandboxResponse Collaborators(GitterCall call)
    {
        var room = call.Room;
        var people = room.Security.Type is "GH_REPO" or "GH_ORG" ? room.Group!.OrgMembers : [];
        return GitterAnswer.List(people.Select(id => call.State.Users[id]).Take(MaxCollaborators).Select(user => new JsonObject
        {
            ["displayName"] = user.UserName,
            ["externalId"] = user.UserName,
            ["avatarUrl"] = "https://avatars-01.gitter.im/gh/u/" + user.UserName,
            ["type"] = "github",
        }));
    }
}
