using System.Text.Json.Nodes;
using ChatPS.Sandbox.Platforms.HipChat.Model;

namespace ChatPS.Sandbox.Platforms.HipChat;

/// <summary>The forms in which people are shown.</summary>
internal static class UserJson
{
    /// <summary>Whole, or in short without an expansion.</summary>
    public static JsonObject ToJson(this User user, HipChatCall call, Expansion? expansion = null)
    {
        if (user.IsDeleted)
            return new() { ["id"] = user.Id, ["is_deleted"] = true };
        var json = new JsonObject
        {
            ["id"] = user.Id,
            ["mention_name"] = user.MentionName,
            ["name"] = user.Name,
            ["version"] = user.Version,
            ["links"] = HipChatJson.Self(call.Link($"user/{user.Id}")),
        };
        if (expansion is not null)
            AddDetails(json, user, call, expansion);
        return json;
    }

    private static void AddDetails(JsonObject json, User user, HipChatCall call, Expansion expansion)
    {
        var group = call.State.Group;
        json["xmpp_jid"] = $"{group.Id}_{user.Id}@chat.example.com";
        json["is_deleted"] = false;
        json["is_guest"] = user.IsGuest;
        json["is_group_admin"] = user.IsGroupAdmin;
        json["last_active"] = user.LastActive?.ToWireSeconds();
        json["created"] = user.Created.ToWireWithoutZone();
        json["title"] = user.Title;
        json["email"] = user.Email;
        json["photo_url"] = call.Address(user.Picture);
        json["timezone"] = user.Timezone;
        json["presence"] = user.Presence is null ? null : ToJson(user.Presence);
        json["roles"] = user.Roles.ToJsonArray();
        json["group"] = group.ToJson(call, expansion.Of("group"));
    }

    private static JsonObject ToJson(Presence presence) => new()
    {
        ["is_online"] = true,
        ["show"] = presence.Show,
        ["status"] = presence.Status,
        ["idle"] = presence.Idle,
        ["client"] = new JsonObject { ["type"] = "https://clients.example.com/web", ["version"] = "4.30" },
    };
}
