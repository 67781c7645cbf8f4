using System.Text.Json.Nodes;
using ChatPS.Sandbox.Platforms.Gitter.Model;

namespace ChatPS.Sandbox.Platforms.Gitter;

/// <summary>Users as the API shows them.</summary>
internal static class UserJson
{
    public static JsonObject ToJson(this GitterUser user)
    {
        var github = user.Provider == "github";
        var avatar = AvatarOf(user);
        var json = new JsonObject
        {
            ["id"] = user.Id,
            ["username"] = user.UserName,
            ["displayName"] = user.DisplayName,
            ["url"] = "/" + user.UserName,
            ["avatarUrl"] = avatar,
            ["avatarUrlSmall"] = github ? avatar + "?s=60" : $"/api/private/user-avatar/{user.UserName}?s=60",
            ["avatarUrlMedium"] = github ? avatar + "?s=128" : $"/api/private/user-avatar/{user.UserName}?s=128",
        };
        return json.Finish(user);
    }

    /// <summary>The caller's own user, with the way it came by.</summary>
    public static JsonObject ToOwnJson(this GitterUser user)
    {
        var json = user.ToJson();
        json["staff"] = false;
        json["providers"] = new JsonArray(user.Provider);
        return json;
    }

    public static JsonObject ToLeanJson(this GitterUser user)
    {
        var json = new JsonObject { ["id"] = user.Id, ["username"] = user.UserName };
        if (user.Provider != "github")
            json["gravatarImageUrl"] = AvatarOf(user);
        return json.Finish(user);
    }

    /// <summary>A member of a room, with what is only known there.</summary>
    public static JsonObject ToMemberJson(this GitterUser user, GitterRoom room, bool lean)
    {
        var json = lean ? user.ToLeanJson() : user.ToJson();
        if (user.Online)
            json["online"] = true;
        if (user.CanAdmin(room))
            json["role"] = "admin";
        return json;
    }

    public static JsonObject ToProfileJson(this GitterUser user)
    {
        var json = new JsonObject
        {
            ["id"] = user.Id,
            ["username"] = user.UserName,
            ["displayName"] = user.DisplayName,
            ["has_gitter_login"] = true,
        };
        if (user.Removed)
            json["removed"] = true;
        if (user.Provider != "github")
            return json;
        json["company"] = user.Company;
        json["location"] = user.Location;
        json["email"] = null;
        json["website"] = $"https://{user.UserName}.example.com";
        json["profile"] = "https://github.com/" + user.UserName;
        json["github"] = new JsonObject
        {
            ["followers"] = user.UserName.Length,
            ["public_repos"] = user.DisplayName.Length,
            ["following"] = user.Email.Length,
        };
        json["gv"] = "4";
        return json;
    }

    public static string AvatarOf(GitterUser user) =>
        user.Provider == "github" ? "https://avatars-01.gitter.im/gh/uv/4/" + user.UserName : "https://avatars-01.gitter.im/g/u/" + user.UserName;

    private static JsonObject Finish(this JsonObject json, GitterUser user)
    {
        if (user.Removed)
            json["removed"] = true;
        json["v"] = user.Version;
        if (user.Provider == "github")
            json["gv"] = "4";
        return json;
    }
}
