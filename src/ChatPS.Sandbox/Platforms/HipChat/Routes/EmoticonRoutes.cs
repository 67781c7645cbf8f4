using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.HipChat.Model;

namespace ChatPS.Sandbox.Platforms.HipChat.Routes;

/// <summary>Emoticons, everybody's and the group's own.</summary>
internal static class EmoticonRoutes
{
    public static void MapEmoticons(this HipChatService hipChat)
    {
        hipChat.Map("GET", "/v2/emoticon", List, Scope.ViewGroup);
        hipChat.Map("GET", "/v2/emoticon/{emoticon_id_or_key}", View, Scope.ViewGroup);
    }

    private static SandboxResponse List(HipChatCall call)
    {
        var type = call.Request.Query["type"] ?? "all";
        if (type is not ("all" or "global" or "group"))
            throw HipChatAnswer.BadRequest("type has to be all, global or group.");
        var emoticons = call.State.Emoticons.Values.Where(emoticon => type == "all" || emoticon.Type == type);
        return call.Page([.. emoticons], (emoticon, expansion) => ToJson(emoticon, call, expansion));
    }

    private static SandboxResponse View(HipChatCall call)
    {
        var name = call.Route("emoticon_id_or_key");
        var emoticon = call.State.Emoticons.Values.FirstOrDefault(emoticon => $"{emoticon.Id}" == name || emoticon.Shortcut == name);
        return HipChatAnswer.Json(ToJson(emoticon ?? throw HipChatAnswer.NotFound("Emoticon", name), call, call.Expand));
    }

    private static JsonObject ToJson(Emoticon emoticon, HipChatCall call, Expansion? expansion)
    {
        var json = new JsonObject
        {
            ["id"] = emoticon.Id,
            ["shortcut"] = emoticon.Shortcut,
            ["type"] = emoticon.Type,
            ["url"] = $"https://emoticons.example.com/{emoticon.Shortcut}.png",
            ["links"] = HipChatJson.Self(call.Link($"emoticon/{emoticon.Id}")),
        };
        if (expansion is null)
            return json;
        (json["width"], json["height"]) = (30, 30);
        json["audio_path"] = null;
        json["creator"] = emoticon.Creator?.ToJson(call, expansion.Of("creator"));
        return json;
    }
}
