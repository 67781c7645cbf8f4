using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Gitter.Model;

namespace ChatPS.Sandbox.Platforms.Gitter.Routes;

/// <summary>Rooms: the caller's list, search, resolve, get, change, delete.</summary>
internal static class RoomRoutes
{
    private const int MaxFound = 100;
    private const int MaxTopic = 4096;
    private const int MaxTags = 200;
    private const int MaxTag = 20;

    public static void MapRooms(this GitterService gitter)
    {
        gitter.Map("GET", "/v1/rooms", List);
        gitter.Map("POST", "/v1/rooms", Resolve);
        gitter.Map("GET", "/v1/rooms/{roomId}", call => GitterAnswer.Json(call.Room.ToJson(
            call.User, RoomParts.Tags | RoomParts.Permissions | RoomParts.Group | RoomParts.Backend | RoomParts.Repo)));
        gitter.Map("PUT", "/v1/rooms/{roomId}", Update);
        gitter.Map("DELETE", "/v1/rooms/{roomId}", Delete);
    }

    /// <summary>The rooms that a user is in.</summary>
    public static SandboxResponse ListJoined(GitterCall call) => GitterAnswer.List(
        call.User.Memberships.Values.Select(membership => membership.Room.ToJson(call.User, RoomParts.Tags | RoomParts.Permissions)));

    private static SandboxResponse List(GitterCall call)
    {
        if (call.Query("q") is not { } q)
            return ListJoined(call);
        var found = call.State.Rooms.Values
            .Where(room => !room.OneToOne && (room.Security.IsPublic || call.User.IsIn(room)) && Matches(room, q))
            .OrderByDescending(room => room.Members.Count);
        var limit = call.Faults.PageSize(Math.Min(call.Number("limit", 10), MaxFound), whenIgnored: 10);
        return GitterAnswer.Results(call.Faults.Page(found, call.Number("skip", 0), limit).Select(room => room.ToJson(call.User)));
    }

    private static bool Matches(GitterRoom room, string q) =>
        room.Uri!.Contains(q, StringComparison.OrdinalIgnoreCase)
        || room.Topic.Contains(q, StringComparison.OrdinalIgnoreCase)
        || room.Tags.Contains(q, StringComparer.OrdinalIgnoreCase);

    /// <summary>Finds a room by its uri. A user's name stands for the conversation with that user, which begins now if need be.</summary>
    private static SandboxResponse Resolve(GitterCall call)
    {
        var uri = call.Query("uri") ?? call.Text("uri");
        if (string.IsNullOrEmpty(uri))
            return GitterAnswer.Error(400);
        var room = call.State.RoomsByUri.GetValueOrDefault(uri);
        if (room is null && call.State.UserByName(uri) is { Removed: false } other && other != call.User)
            room = call.State.OneToOne(call.User, other, () => call.State.Ids.Next(call.Time), call.Time);
        // What the caller may not see isn't there.
        return room is not null && call.User.CanRead(room)
            ? GitterAnswer.Json(room.ToJson(call.User, RoomParts.Tags | RoomParts.Group))
            : GitterAnswer.Error(404);
    }

    private static SandboxResponse Update(GitterCall call)
    {
        var room = call.AdministeredRoom;
        if (call.Flag("autoConfigureHooks"))
            throw room.Repo is null ? GitterAnswer.Fault(400) : GitterAnswer.NotSimulated(call.Time);
        var topic = call.Text("topic") ?? "";
        var providers = call.Texts("providers") ?? [];
        if (topic.Length > MaxTopic || providers.Exists(provider => provider != "github"))
            return GitterAnswer.Error(400);
        if (call.Body.ContainsKey("topic"))
            room.Topic = topic;
        if (call.Body.ContainsKey("providers"))
            room.Providers = providers;
        if (call.Body.ContainsKey("noindex"))
            room.NoIndex = call.Flag("noindex");
        if (call.Body.ContainsKey("tags"))
            room.Tags = TagsFrom(call.Text("tags") ?? "", room);
        room.Version++;
        call.State.News.Changed(room);
        return GitterAnswer.Json(room.ToJson(call.User, RoomParts.Permissions | RoomParts.Group | RoomParts.Backend));
    }

    /// <summary>Tags come as one text. Those with a colon belong to the service: they are neither taken nor lost.</summary>
    private static List<string> TagsFrom(string text, GitterRoom room)
    {
        text = text.Trim();
        var cut = text[..Math.Min(text.Length, MaxTags)].Split(',')
            .Where(tag => tag.Length > 0)
            .Select(tag => tag.Trim())
            .Select(tag => tag[..Math.Min(tag.Length, MaxTag)])
            .Where(tag => !tag.Contains(':', StringComparison.Ordinal));
        return [.. cut, .. room.Tags.Where(tag => tag.Contains(':', StringComparison.Ordinal))];
    }

    private static SandboxResponse Delete(GitterCall call)
    {
        call.State.Remove(call.AdministeredRoom);
        return GitterAnswer.Success();
    }
}
