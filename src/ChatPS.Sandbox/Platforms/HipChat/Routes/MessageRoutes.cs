using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.HipChat.Model;

namespace ChatPS.Sandbox.Platforms.HipChat.Routes;

/// <summary>Saying something in a room or to somebody.</summary>
internal static class MessageRoutes
{
    private const int MaxText = 10_000;
    private const string Random = "random";
    private static readonly string[] Colors = ["yellow", "green", "red", "purple", "gray"];
    private static readonly string[] Formats = ["html", "text"];

    public static void MapMessages(this HipChatService hipChat)
    {
        hipChat.Map("POST", RoomRoutes.Base + "/message", Send, Scope.SendMessage);
        hipChat.Map("POST", RoomRoutes.Base + "/reply", Reply, Scope.SendMessage);
        hipChat.Map("POST", RoomRoutes.Base + "/notification", Notify, Scope.SendNotification);
        hipChat.Map("POST", "/v2/user/{id_or_email}/message", SendPrivately, Scope.SendMessage);
    }

    private static SandboxResponse Send(HipChatCall call)
    {
        var room = call.OpenRoom();
        var message = call.Message(call.Body.Text("message", 1, MaxText));
        Post(message, room, call);
        return HipChatAnswer.Json(new JsonObject { ["id"] = message.Id, ["timestamp"] = message.Date.ToWire(TimeZoneInfo.Utc) }, 201);
    }

    private static SandboxResponse Reply(HipChatCall call)
    {
        var room = call.OpenRoom();
        Post(call.Message(call.Body.Text("message", 1, MaxText)) with { AttachTo = Known(room, call.Body.Text("parentMessageId")) }, room, call);
        return HipChatAnswer.Done();
    }

    private static SandboxResponse Notify(HipChatCall call)
    {
        var (room, body) = (call.OpenRoom(), call.Body);
        var color = body.OptionalChoice("color", [.. Colors, Random]) ?? Colors[0];
        var session = call.Session;
        body.OptionalFlag("notify");
        var message = call.Message(body.Text("message", 1, MaxText)) with
        {
            Type = Message.OfNotification,
            FromName = body.OptionalText("from", 0, 64) is { Length: > 0 } from ? from : session.Client?.Name ?? session.User?.Name ?? session.Name,
            Format = body.OptionalChoice("message_format", Formats) ?? Formats[0],
            Color = color == Random ? Colors[room.Messages.Count % Colors.Length] : color,
            AttachTo = body.OptionalText("attach_to", 0, 36) is { Length: > 0 } id ? Known(room, id) : null,
            Card = Card(body),
            Sender = session.Client is { } client ? ("addon", client.Id) : ("user", $"{session.User!.Id}"),
        };
        Post(message, room, call);
        return HipChatAnswer.Done();
    }

    private static SandboxResponse SendPrivately(HipChatCall call)
    {
        var user = call.User();
        call.Body.OptionalFlag("notify");
        var message = call.Message(call.Body.Text("message", 1, MaxText)) with { Format = call.Body.OptionalChoice("message_format", Formats) ?? "text" };
        var conversation = call.State.Conversation(call.Me, user);
        call.Service.CountMessage(call, user.Id);
        conversation.Add(message);
        return HipChatAnswer.Done();
    }

    private static void Post(Message message, Room room, HipChatCall call)
    {
        call.Service.CountMessage(call, room.Id);
        room.Messages.Add(message);
    }

    /// <summary>The id of a message of the room.</summary>
    private static string Known(Room room, string id) =>
        room.Messages.Exists(message => message.Id == id) ? id : throw HipChatAnswer.BadRequest($"The room has no message '{id}'.");

    /// <summary>A card as it was sent, once it has what each needs.</summary>
    private static string? Card(HipChatBody body)
    {
        if (body.IsNull("card") || body.OptionalObject("card") is not { } json)
            return null;
        var card = new HipChatBody(json);
        card.Choice("style", "file", "image", "application", "link", "media");
        card.Text("id", 1);
        card.Text("title", 1);
        return json.ToJsonString();
    }
}
