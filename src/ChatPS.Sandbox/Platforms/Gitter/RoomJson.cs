using System.Text.Json.Nodes;
using ChatPS.Sandbox.Platforms.Gitter.Model;

namespace ChatPS.Sandbox.Platforms.Gitter;

/// <summary>What an operation shows of a room besides what all show.</summary>
[Flags]
internal enum RoomParts
{
    None = 0,
    Tags = 1,
    Permissions = 2,
    Group = 4,
    Backend = 8,
    Repo = 16,
}

/// <summary>Rooms as the API shows them.</summary>
internal static class RoomJson
{
    /// <summary>A room as that user sees it.</summary>
    public static JsonObject ToJson(this GitterRoom room, GitterUser viewer, RoomParts parts = RoomParts.None)
    {
        var json = Common(room, viewer);
        var membership = viewer.Memberships.GetValueOrDefault(room.Id);
        json["unreadItems"] = membership?.Unread.Count ?? 0;
        json["mentions"] = membership?.Mentions.Count ?? 0;
        if (membership is not null)
        {
            json["lastAccessTime"] = membership.LastAccess?.ToWire();
            if (membership.Favourite is { } position)
                json["favourite"] = position;
            json["lurk"] = membership.Lurks;
            if (membership.Lurks)
                json["activity"] = room.Messages.Count > 0 && room.Messages[^1].Sent > membership.LastAccess;
        }

        json["roomMember"] = membership is not null;
        if (parts.HasFlag(RoomParts.Tags))
            json["tags"] = TagsOf(room);
        if (parts.HasFlag(RoomParts.Permissions))
            json["permissions"] = new JsonObject { ["admin"] = viewer.CanAdmin(room) };
        if (parts.HasFlag(RoomParts.Group) && room.Group is not null)
            json["group"] = room.Group.ToJson(viewer);
        if (parts.HasFlag(RoomParts.Backend) && !room.OneToOne)
            json["backend"] = room.Security.ToSlimJson();
        if (parts.HasFlag(RoomParts.Repo))
            json["associatedRepo"] = room.Repo is { } repo ? repo : false;
        return json;
    }

    /// <summary>A room that somebody might like to join.</summary>
    public static JsonObject ToSuggestionJson(this GitterRoom room)
    {
        var json = Common(room, viewer: null);
        json["description"] = room.Topic;
        json["tags"] = TagsOf(room);
        json["exists"] = true;
        return json;
    }

    private static JsonObject Common(GitterRoom room, GitterUser? viewer)
    {
        var other = room.OneToOne ? room.Members.FirstOrDefault(member => member.User != viewer)?.User ?? viewer : null;
        var json = new JsonObject
        {
            ["id"] = room.Id,
            ["name"] = other?.DisplayName ?? NameOf(room),
            ["topic"] = room.Topic,
            ["avatarUrl"] = other is null ? GroupJson.AvatarOf(room.Group!) : UserJson.AvatarOf(other),
        };
        if (room.Uri is not null)
            json["uri"] = room.Uri;
        json["oneToOne"] = room.OneToOne;
        json["userCount"] = room.Members.Count;
        if (other is not null)
            json["user"] = other.ToJson();
        json["url"] = "/" + (room.Uri ?? other!.UserName);
        json["githubType"] = room.GithubType;
        if (!room.OneToOne)
        {
            json["security"] = room.Security.IsPublic ? "PUBLIC" : room.Security.IsByInvitation ? "PRIVATE" : "INHERITED";
            json["noindex"] = room.NoIndex;
            json["groupId"] = room.Group!.Id;
        }

        if (room.Providers.Count > 0)
            json["providers"] = new JsonArray([.. room.Providers.Select(provider => (JsonNode)provider)]);
        json["public"] = !room.OneToOne && room.Security.IsPublic;
        json["v"] = room.Version;
        return json;
    }

    private static string NameOf(GitterRoom room)
    {
        var rest = room.Uri!.IndexOf('/', StringComparison.Ordinal);
        return rest < 0 ? room.Group!.Name : room.Group!.Name + room.Uri[rest..];
    }

    private static JsonArray TagsOf(GitterRoom room) => new([.. room.Tags.Select(tag => (JsonNode)tag)]);
}
