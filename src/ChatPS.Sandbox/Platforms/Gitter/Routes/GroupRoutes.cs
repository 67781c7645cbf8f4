using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Gitter.Model;

namespace ChatPS.Sandbox.Platforms.Gitter.Routes;

/// <summary>Groups and the rooms in them.</summary>
internal static partial class GroupRoutes
{
    private const int MaxTopic = 4096;

    public static void MapGroups(this GitterService gitter)
    {
        gitter.Map("GET", "/v1/groups", List);
        // Only Gitter's own applications may found groups; to all others the operation isn't there.
        gitter.Map("POST", "/v1/groups", _ => GitterAnswer.Error(404));
        gitter.Map("GET", "/v1/groups/{groupId}", call => GitterAnswer.Json(call.Group.ToJson(call.User)));
        gitter.Map("PUT", "/v1/groups/{groupId}", Update);
        gitter.Map("GET", "/v1/groups/{groupId}/rooms", ListRooms);
        gitter.Map("POST", "/v1/groups/{groupId}/rooms", CreateRoom);
        gitter.Map("GET", "/v1/user/{userId}/groups", ListOwn);
        gitter.Map("PATCH", "/v1/user/{userId}/groups/{groupId}", SetFavourite);
    }

    /// <summary>The groups with a room that the caller is in, or those that the caller administers.</summary>
    private static SandboxResponse List(GitterCall call)
    {
        var groups = call.Query("type") == "admin"
            ? call.State.Groups.Values.Where(group => call.User.CanAdmin(group))
            : call.State.Groups.Values.Where(group => group.Rooms.Exists(call.User.IsIn));
        return GitterAnswer.List(groups.Select(group => group.ToJson(call.User)));
    }

    private static SandboxResponse ListOwn(GitterCall call)
    {
        call.RequireSelf();
        return List(call);
    }

    /// <summary>Nothing of a group can be changed, so any change is refused.</summary>
    private static SandboxResponse Update(GitterCall call)
    {
        _ = call.Group;
        return GitterAnswer.Error(400);
    }

    private static SandboxResponse ListRooms(GitterCall call) => GitterAnswer.List(call.Group.Rooms
        .Where(room => room.Security.IsPublic || call.User.IsIn(room))
        .Select(room => room.ToJson(call.User)));

    private static SandboxResponse CreateRoom(GitterCall call)
    {
        var group = call.AdministeredGroup;
        var name = call.Text("name");
        var topic = call.Text("topic") ?? "";
        var providers = call.Texts("providers") ?? [];
        if (name is null || !RoomName().IsMatch(name) || topic.Length > MaxTopic || providers.Exists(provider => provider != "github"))
            return GitterAnswer.Error(400);
        if (call.Flag("addBadge"))
            throw GitterAnswer.NotSimulated(call.Time);
        var security = SecurityFrom(call);
        var uri = $"{group.Uri}/{name}";
        if (call.State.RoomsByUri.ContainsKey(uri))
            return GitterAnswer.Error(409);
        var room = new GitterRoom
        {
            Id = call.State.Ids.Next(call.Time),
            Uri = uri,
            Group = group,
            GithubType = security.LinkPath?.Equals(uri, StringComparison.OrdinalIgnoreCase) == true ? "REPO" : "REPO_CHANNEL",
            Security = security,
            Topic = topic,
            Providers = providers,
        };
        call.State.Add(room);
        call.State.Join(call.User, room, call.Time);
        var json = room.ToJson(call.User, RoomParts.Tags | RoomParts.Group | RoomParts.Backend);
        json["extra"] = new JsonObject { ["hookCreationFailedDueToMissingScope"] = security.Type == "GH_REPO" };
        return GitterAnswer.Json(json);
    }

    private static GitterSecurity SecurityFrom(GitterCall call)
    {
        if (call.Body["security"] is not JsonObject asked)
            return ByHand(call, "PUBLIC");
        var (type, access, linkPath) = (asked["type"]?.ToString(), asked["security"]?.ToString(), asked["linkPath"]?.ToString());
        if (access is not ("PUBLIC" or "PRIVATE" or "INHERITED") || (type is null && access == "INHERITED")
            || (type is null or "GROUP") != string.IsNullOrEmpty(linkPath))
            throw GitterAnswer.Fault(400);
        switch (type)
        {
            case null:
                return ByHand(call, access);
            case "GROUP":
                return GitterSecurity.ForGroup(access == "PUBLIC" ? GitterSecurity.Public : GitterSecurity.InviteOrAdmin);
            case "GH_REPO" when call.State.Repos.GetValueOrDefault(linkPath!) is { } repo:
                var ofRepo = GitterSecurity.ForRepo(repo.FullName);
                ofRepo.Members = Members(access, "GH_REPO_ACCESS");
                return ofRepo;
            case "GH_ORG" when call.State.GroupByUri(linkPath!) is { OrgId: > 0 } org:
                var ofOrg = GitterSecurity.ForOrg(org.Uri);
                ofOrg.Members = Members(access, "GH_ORG_MEMBER");
                return ofOrg;
            case "GH_REPO" or "GH_ORG":
                throw GitterAnswer.Fault(404);
            case "GL_GROUP" or "GL_PROJECT":
                throw GitterAnswer.NotSimulated(call.Time);
            default:
                throw GitterAnswer.Fault(400);
        }
    }

    private static string Members(string access, string inherited) =>
        access switch { "PUBLIC" => GitterSecurity.Public, "PRIVATE" => GitterSecurity.Invite, _ => inherited };

    /// <summary>A room that nothing backs is administered by whoever made it.</summary>
    private static GitterSecurity ByHand(GitterCall call, string access)
    {
        var security = GitterSecurity.ByHand(access == "PUBLIC" ? GitterSecurity.Public : GitterSecurity.Invite);
        security.ExtraAdmins.Add(call.User.Id);
        return security;
    }

    private static SandboxResponse SetFavourite(GitterCall call)
    {
        call.RequireSelf();
        var group = call.Group;
        if (call.Body.ContainsKey("favourite"))
        {
            var position = UserRoomRoutes.PositionFrom(call.Body["favourite"], call.User.FavouriteGroups.Values.Select(taken => (int?)taken));
            call.User.FavouriteGroups.Remove(group.Id);
            if (position is not null)
                call.User.FavouriteGroups.Add(group.Id, position.Value);
        }

        return UserRoomRoutes.PrefersText(call) ? GitterAnswer.Ok() : GitterAnswer.Json(group.ToJson(call.User));
    }

    [GeneratedRegex(@"^[A-Za-z0-9_.][\w.-]{1,80}\z")]
    private static partial Regex RoomName();
}
