using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Gitter.Model;

namespace ChatPS.Sandbox.Platforms.Gitter.Routes;

/// <summary>What the caller has not read yet.</summary>
internal static class UnreadItemRoutes
{
    private const string Items = "/v1/user/{userId}/rooms/{roomId}/unreadItems";

    public static void MapUnreadItems(this GitterService gitter)
    {
        Map(gitter, "GET", "/v1/user/{userId}/unreadItems", ListRooms);
        Map(gitter, "GET", Items, List);
        Map(gitter, "POST", Items, MarkRead);
        Map(gitter, "PUT", Items + "/{itemId}", MarkLastSeen);
        Map(gitter, "DELETE", Items + "/{itemId}", MarkAllRead);
    }

    private static void Map(GitterService gitter, string method, string path, Func<GitterCall, SandboxResponse> handler) =>
        gitter.Map(method, path, call =>
        {
            call.RequireSelf();
            return handler(call);
        });

    private static SandboxResponse ListRooms(GitterCall call) => GitterAnswer.List(
        call.User.Memberships.Values.Where(membership => membership.Unread.Count > 0).Select(membership =>
        {
            var json = new JsonObject { ["id"] = membership.Room.Id };
            if (membership.Room.Uri is { } uri)
                json["uri"] = uri;
            json["unreadItems"] = membership.Unread.Count;
            json["mentions"] = membership.Mentions.Count;
            return json;
        }));

    private static SandboxResponse List(GitterCall call)
    {
        var membership = MembershipOf(call);
        return GitterAnswer.Json(new JsonObject { ["chat"] = Ids(membership?.Unread), ["mention"] = Ids(membership?.Mentions) });
    }

    private static SandboxResponse MarkRead(GitterCall call)
    {
        var membership = MembershipOf(call);
        var ids = (call.Texts("chat") ?? []).Union(call.Texts("mention") ?? []).Select(GitterCall.Id).ToList();
        if (ids.Count == 0)
            return GitterAnswer.Error(400);
        if (membership is not null)
        {
            ids.ForEach(id => call.State.MarkRead(membership, id));
            call.State.News.Read(membership, ids);
        }

        return GitterAnswer.Success();
    }

    /// <summary>Remembers how far the caller has come; what is unread stays so.</summary>
    private static SandboxResponse MarkLastSeen(GitterCall call)
    {
        var id = GitterCall.Id(call.Request.Route("itemId"));
        var time = call.State.Messages.TryGetValue(id, out var message) ? message.Sent : ObjectIds.TimeOf(id);
        if (time > call.Time)
            return GitterAnswer.Error(400);
        if (MembershipOf(call) is { } membership)
            membership.LastAccess = time;
        return GitterAnswer.Ok();
    }

    private static SandboxResponse MarkAllRead(GitterCall call)
    {
        if (!call.Request.Route("itemId").Equals("all", StringComparison.OrdinalIgnoreCase))
            return GitterAnswer.Error(404);
        if (MembershipOf(call) is { } membership)
        {
            foreach (var id in membership.Unread.ToArray())
                call.State.MarkRead(membership, id);
            membership.LastAccess = call.Time;
            call.State.News.ReadAll(membership);
        }

        return GitterAnswer.Success();
    }

    private static GitterMembership? MembershipOf(GitterCall call) => call.User.Memberships.GetValueOrDefault(call.ListedRoom.Id);

    private static JsonArray Ids(SortedSet<string>? ids) => new([.. (ids ?? []).Select(id => (JsonNode)id)]);
}
