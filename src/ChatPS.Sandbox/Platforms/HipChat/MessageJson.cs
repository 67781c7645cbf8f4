using System.Globalization;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Platforms.HipChat.Model;

namespace ChatPS.Sandbox.Platforms.HipChat;

/// <summary>The forms in which messages are shown.</summary>
internal static class MessageJson
{
    public static string ToWire(this DateTimeOffset time, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(time, zone).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture);

    public static JsonObject ToJson(this Message message, HipChatCall call, TimeZoneInfo zone)
    {
        var json = new JsonObject
        {
            ["id"] = message.Id,
            ["date"] = message.Date.ToWire(zone),
            ["type"] = message.Type,
            ["from"] = From(message, call),
            ["message"] = message.IsDeleted ? "" : message.Text,
            ["mentions"] = new JsonArray([.. message.Mentions.Select(mention => mention.ToJson(call))]),
        };
        if (!message.IsDeleted)
            AddDetails(json, message, call);
        return json;
    }

    /// <summary>A person, or just a name for machines and for those who are gone.</summary>
    private static JsonNode? From(Message message, HipChatCall call) => message.From is { IsDeleted: false } user && message.Type != Message.OfNotification
        ? user.ToJson(call)
        : message.FromName ?? message.From?.Name;

    private static void AddDetails(JsonObject json, Message message, HipChatCall call)
    {
        Add("message_format", message.Format);
        Add("color", message.Color);
        Add("card", message.Card);
        Add("attach_to", message.AttachTo);
        Add("message_links", MessageText.Links(message.Text));
        if (message.Sender is { } sender)
            json["notification_sender"] = new JsonObject { ["type"] = sender.Type, ["id"] = sender.Id };
        if (message.File is { } file)
        {
            var address = call.Address(file);
            json["file"] = new JsonObject { ["name"] = file.Name, ["size"] = file.Content.Length, ["url"] = address };
            if (Picture.TypeOf(file.Content.Span) is not null)
                json["file"]!["thumb_url"] = address;
        }

        void Add(string name, JsonNode? value)
        {
            if (value is not null)
                json[name] = value;
        }
    }
}
