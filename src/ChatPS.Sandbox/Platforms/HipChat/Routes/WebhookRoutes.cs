using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.HipChat.Model;

namespace ChatPS.Sandbox.Platforms.HipChat.Routes;

/// <summary>Webhooks: the older kind goes by an id, the newer by a key that its maker chose. Nothing is delivered.</summary>
internal static class WebhookRoutes
{
    private const string Old = RoomRoutes.Base + "/webhook";

    private static readonly string[] Events =
    [
        "room_archived", "room_created", "room_deleted", "room_enter", "room_exit", "room_file_upload", "room_message", "room_notification",
        "room_topic_change", "room_unarchived",
    ];

    public static void MapWebhooks(this HipChatService hipChat)
    {
        hipChat.Map("GET", Old, call => call.Page(call.AdministeredRoom().Webhooks, (webhook, expansion) => ToJson(webhook, call, expansion)), Scope.AdminRoom);
        hipChat.Map("POST", Old, call =>
        {
            var room = call.AdministeredRoom();
            return Add(room.Webhooks, New(call, room, key: null, call.State.NewId()), call);
        }, Scope.AdminRoom);
        hipChat.Map("GET", Old + "/{webhook_id}", call => HipChatAnswer.Json(ToJson(ById(call), call, call.Expand)), Scope.AdminRoom);
        hipChat.Map("DELETE", Old + "/{webhook_id}", call =>
        {
            var webhook = ById(call);
            webhook.Room!.Webhooks.Remove(webhook);
            return HipChatAnswer.Done();
        }, Scope.AdminRoom);
        MapKeyed(RoomRoutes.Base, Scope.AdminRoom, call => call.AdministeredRoom() is var room ? (room, room.Webhooks) : default);
        MapKeyed("/v2", Scope.AdminGroup, call => (null, call.State.Group.Webhooks));

        void MapKeyed(string path, string scope, Func<HipChatCall, (Room? Room, List<Webhook> Webhooks)> find)
        {
            path += "/extension/webhook/{key}";
            hipChat.Map("GET", path, call => HipChatAnswer.Json(ToJson(ByKey(call, find(call).Webhooks), call, call.Expand)), scope);
            hipChat.Map("DELETE", path, call =>
            {
                var webhooks = find(call).Webhooks;
                webhooks.Remove(ByKey(call, webhooks));
                return HipChatAnswer.Done();
            }, scope);
            hipChat.Map("PUT", path, call =>
            {
                var (room, webhooks) = find(call);
                var known = webhooks.Find(webhook => webhook.Key == call.Route("key"));
                var webhook = New(call, room, call.ExtensionKey(), known?.Id ?? call.State.NewId());
                if (known is not null)
                    webhooks.Remove(known);
                return Add(webhooks, webhook, call);
            }, scope);
        }
    }

    private static SandboxResponse Add(List<Webhook> webhooks, Webhook webhook, HipChatCall call)
    {
        webhooks.Add(webhook);
        return HipChatAnswer.Created(webhook.Id, Link(webhook, call));
    }

    private static Webhook New(HipChatCall call, Room? room, string? key, long id)
    {
        var url = call.Body.Text("url", 1);
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw HipChatBody.Unfit("url", "an address of the web");
        return new()
        {
            Id = id,
            Key = key,
            Url = url,
            Event = call.Body.Choice("event", Events),
            Authentication = call.Body.OptionalChoice("authentication", "jwt", "none") ?? "none",
            Created = call.Time,
            Name = call.Body.OptionalText("name"),
            Pattern = Pattern(call),
            Creator = call.Session.User,
            Room = room,
        };
    }

    private static string? Pattern(HipChatCall call)
    {
        if (call.Body.OptionalText("pattern") is not { } pattern)
            return null;
        try
        {
            _ = new Regex(pattern);
            return pattern;
        }
        catch (ArgumentException)
        {
            throw HipChatBody.Unfit("pattern", "a regular expression");
        }
    }

    private static Webhook ById(HipChatCall call) =>
        Named(call.AdministeredRoom().Webhooks, call.Route("webhook_id"), webhook => $"{webhook.Id}");

    private static Webhook ByKey(HipChatCall call, List<Webhook> webhooks) => Named(webhooks, call.Route("key"), webhook => webhook.Key);

    private static Webhook Named(List<Webhook> webhooks, string name, Func<Webhook, string?> nameOf) =>
        webhooks.Find(webhook => nameOf(webhook) == name) ?? throw HipChatAnswer.NotFound("Webhook", name);

    private static string Link(Webhook webhook, HipChatCall call) =>
        call.Link(webhook.Room is null ? $"extension/webhook/{Uri.EscapeDataString(webhook.Key!)}" : $"room/{webhook.Room.Id}/webhook/{webhook.Id}");

    /// <summary>Whole, or in short without an expansion: then the id is a text.</summary>
    private static JsonObject ToJson(Webhook webhook, HipChatCall call, Expansion? expansion)
    {
        var json = new JsonObject
        {
            ["id"] = expansion is null ? $"{webhook.Id}" : webhook.Id,
            ["url"] = webhook.Url,
            ["event"] = webhook.Event,
            ["name"] = webhook.Name,
            ["pattern"] = webhook.Pattern,
            ["authentication"] = webhook.Authentication,
            ["links"] = HipChatJson.Self(Link(webhook, call)),
        };
        if (webhook.Key is not null)
            json["key"] = webhook.Key;
        if (expansion is null)
            return json;
        json["created"] = webhook.Created.ToWire();
        json["creator"] = webhook.Creator?.ToJson(call, expansion.Of("creator"));
        json["room"] = webhook.Room?.ToJson(call, expansion.Of("room"));
        return json;
    }
}
