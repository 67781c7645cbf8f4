using System.Text.Json.Nodes;
using ChatPS.Sandbox.Platforms.Gitter.Model;

namespace ChatPS.Sandbox.Platforms.Gitter;

/// <summary>Groups and who may do what in them, as the API shows them.</summary>
internal static class GroupJson
{
    public static JsonObject ToJson(this GitterGroup group, GitterUser viewer)
    {
        var json = new JsonObject
        {
            ["id"] = group.Id,
            ["name"] = group.Name,
            ["uri"] = group.Uri,
            ["homeUri"] = group.Uri + "/home",
            ["backedBy"] = group.Security.ToSlimJson(),
            ["avatarUrl"] = AvatarOf(group),
        };
        if (viewer.FavouriteGroups.TryGetValue(group.Id, out var position))
            json["favourite"] = position;
        return json;
    }

    public static string AvatarOf(GitterGroup group) => "https://avatars-01.gitter.im/group/iv/4/" + group.Id;

    public static JsonObject ToSlimJson(this GitterSecurity security)
    {
        var json = new JsonObject { ["type"] = security.Type };
        if (security.LinkPath is not null)
            json["linkPath"] = security.LinkPath;
        return json;
    }

    public static JsonObject ToJson(this GitterSecurity security)
    {
        var json = security.ToSlimJson();
        json["admins"] = security.Admins;
        json["members"] = security.Members;
        return json;
    }
}
