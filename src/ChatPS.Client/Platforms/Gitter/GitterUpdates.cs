using System.Text.Json;
using ChatPS.Client.Sessions;

namespace ChatPS.Client.Platforms.Gitter;

/// <summary>What Faye's channels tell, as events.</summary>
internal sealed class GitterUpdates(Connection connection)
{
    private const string Root = "/api/v1/";

    // The same is told of the messages of all rooms in a better way, or the platform itself asks to ignore it.
    private static readonly string[] Ignored = ["troupe_unread", "troupe_mention"];

    /// <summary>The channels of a room, but for its events and new messages, which are streamed.</summary>
    public static string[] OfRoom(string roomId) => [$"{Root}rooms/{roomId}", $"{Root}rooms/{roomId}/users", $"{Root}rooms/{roomId}/chatMessages"];

    /// <summary>The channels of a user.</summary>
    public static string[] OfUser(string userId) => [$"{Root}user/{userId}", $"{Root}user/{userId}/rooms"];

    /// <summary>The channel of what a user has not read in a room.</summary>
    public static string UnreadOf(string userId, string roomId) => $"{Root}user/{userId}/rooms/{roomId}/unreadItems";

    /// <summary>What a channel told; null when it is nothing to be told of.</summary>
    public ChatEvent? ToEvent(string channel, JsonElement data)
    {
        var path = channel.StartsWith(Root, StringComparison.Ordinal) ? channel[Root.Length..].Split('/') : [channel];
        var model = data.TryGetProperty("model", out var given) && given.ValueKind == JsonValueKind.Object ? given : default;
        var what = Text(data, "operation") ?? Text(data, "notification") ?? "";
        if (Ignored.Contains(what) || (path is ["rooms", _, "chatMessages"] && what == "create"))
            return null;
        var about = model.ValueKind == JsonValueKind.Object ? model : data;
        return path switch
        {
            ["rooms", var room] when what == "presence" => Event(Text(data, "status") == "out" ? "UserOffline" : "UserOnline", about, room, userId: Text(data, "userId")),
            ["rooms", var room] => Event(what == "remove" ? "RoomRemoved" : KindOf(what, "RoomChanged"), about, room),
            ["rooms", var room, "users"] => Event(
                what switch { "create" => "UserJoined", "remove" => "UserLeft", _ => KindOf(what, "UserChanged") },
                about, room, userId: Text(model, "id"), userName: Text(model, "username")),
            ["rooms", var room, "chatMessages"] => OfMessage(what, model, room),
            ["user", _, "rooms"] => Event(
                what switch
                {
                    "create" => "RoomJoined",
                    "remove" => "RoomLeft",
                    _ => Has(model, "unreadItems") || Has(model, "mentions") ? "UnreadChanged" : KindOf(what, "RoomChanged"),
                },
                about, Text(model, "id")),
            ["user", _, "rooms", var room, "unreadItems"] => Event(
                what switch { "unread_items" => "Unread", "unread_items_removed" or "mark_all_read" => "Read", "lurk_change" => "ModeChanged", _ => what }, about, room),
            ["user", var user] => Event(
                what switch { "user_notification" => "Notification", "activity" => "RoomActive", _ => KindOf(what, "UserChanged") },
                about, Text(data, "troupeId"), userId: user, messageId: Text(data, "chatId"), text: Text(data, "text")),
            _ => Event(what, about),
        };
    }

    private ChatEvent OfMessage(string what, JsonElement model, string room)
    {
        var message = Has(model, "text") ? connection.Get<GitterMessages>().ToMessage(model.Deserialize(GitterJson.Default.Message)!, room) : null;
        var kind = what switch
        {
            "remove" => "MessageRemoved",
            _ when message is null && Has(model, "readBy") => "MessageRead",
            _ => KindOf(what, "MessageChanged"),
        };
        return Event(kind, message is null ? model : default, room, message?.UserId, message?.UserName, Text(model, "id"), message?.Text, message);
    }

    private ChatEvent Event(
        string kind, JsonElement about, string? roomId = null, string? userId = null, string? userName = null, string? messageId = null,
        string? text = null, ChatMessage? message = null) => new()
        {
            Session = connection.Session,
            Unnamed = about.ValueKind == JsonValueKind.Object
                ? about.EnumerateObject().Where(member => member.Name is not ("id" or "operation" or "notification")).DistinctBy(member => member.Name)
                    .ToDictionary(member => member.Name, member => member.Value)
                : null,
            Kind = kind,
            RoomId = roomId,
            UserId = userId,
            UserName = userName,
            MessageId = messageId,
            Message = message,
            Text = text,
            Timestamp = connection.Clock.GetUtcNow(),
        };

    private static string KindOf(string what, string usual) => what is "create" or "update" or "patch" ? usual : what;

    private static bool Has(JsonElement item, string name) => item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out _);

    private static string? Text(JsonElement item, string name) =>
        Has(item, name) && item.GetProperty(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
