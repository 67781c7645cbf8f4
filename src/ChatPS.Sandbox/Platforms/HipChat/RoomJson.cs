using System.Text.Json.Nodes;
using ChatPS.Sandbox.Platforms.HipChat.Model;

namespace ChatPS.Sandbox.Platforms.HipChat;

/// <summary>The forms in which rooms are shown.</summary>
internal static class RoomJson
{
    /// <summary>Whole, or in short without an expansion.</summary>
    public static JsonObject ToJson(this Room room, HipChatCall call, Expansion? expansion = null)
    {
        var self = call.Link($"room/{room.Id}");
        var json = new JsonObject
        {
            ["id"] = room.Id,
            ["name"] = room.Name,
            ["privacy"] = room.IsPrivate ? "private" : "public",
            ["is_archived"] = room.IsArchived,
            ["version"] = room.Version,
            ["links"] = new JsonObject
            {
                ["self"] = self,
                ["webhooks"] = self + "/webhook",
                ["participants"] = self + "/participant",
                ["members"] = self + "/member",
            },
        };
        if (expansion is not null)
            AddDetails(json, room, call, expansion);
        return json;
    }

    public static JsonObject StatisticsToJson(this Room room, HipChatCall call) => new()
    {
        ["messages_sent"] = room.Messages.Count,
        ["last_active"] = room.LastActive?.ToWire(),
        ["links"] = HipChatJson.Self(call.Link($"room/{room.Id}/statistics")),
    };

    private static void AddDetails(JsonObject json, Room room, HipChatCall call, Expansion expansion)
    {
        json["topic"] = room.Topic;
        json["is_guest_accessible"] = room.GuestCode is not null;
        json["guest_access_url"] = room.GuestCode is null ? null : $"https://chat.example.com/g{room.GuestCode}";
        json["created"] = room.Created.ToWire();
        json["last_active"] = room.LastActive?.ToWire();
        json["xmpp_jid"] = $"{call.State.Group.Id}_{room.Name.ToLowerInvariant().Replace(' ', '_')}@conf.example.com";
        json["avatar_url"] = call.Address(room.Picture);
        json["delegate_admin_visibility"] = room.DelegateAdminVisibility;
        json["owner"] = room.Owner.ToJson(call, expansion.Of("owner"));
        var people = expansion.Of("participants");
        json["participants"] = new JsonArray([.. room.Participants.Select(user => user.ToJson(call, people))]);
        json["statistics"] = expansion.Has("statistics")
            ? room.StatisticsToJson(call)
            : new JsonObject { ["links"] = HipChatJson.Self(call.Link($"room/{room.Id}/statistics")) };
    }
}
