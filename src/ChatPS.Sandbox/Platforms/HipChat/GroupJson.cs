using System.Text.Json.Nodes;
using ChatPS.Sandbox.Platforms.HipChat.Model;

namespace ChatPS.Sandbox.Platforms.HipChat;

/// <summary>The forms in which the group is shown.</summary>
internal static class GroupJson
{
    /// <summary>Whole, or in short without an expansion.</summary>
    public static JsonObject ToJson(this Group group, HipChatCall call, Expansion? expansion = null)
    {
        var json = new JsonObject
        {
            ["id"] = group.Id,
            ["name"] = group.Name,
            ["links"] = HipChatJson.Self(call.Link($"group/{group.Id}")),
        };
        if (expansion is null)
            return json;
        json["domain"] = null;
        json["subdomain"] = group.Subdomain;
        json["created"] = group.Created.ToWire();
        json["avatar_url"] = call.Address(group.Picture);
        json["plan"] = new JsonObject { ["id"] = 3, ["type"] = "plus" };
        json["owner"] = group.Owner.ToJson(call, expansion.Of("owner"));
        return json;
    }
}
