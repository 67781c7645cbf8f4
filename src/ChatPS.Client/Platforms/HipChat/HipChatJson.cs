using System.Text.Json;
using System.Text.Json.Serialization;
using ChatPS.Client.Platforms.HipChat.Wire;

namespace ChatPS.Client.Platforms.HipChat;

/// <summary>HipChat's objects, read by generated code.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(HipChatIdConverter), typeof(HipChatTimeConverter)])]
[JsonSerializable(typeof(Created))]
[JsonSerializable(typeof(Emoticon))]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(Grant))]
[JsonSerializable(typeof(Group))]
[JsonSerializable(typeof(GroupMember))]
[JsonSerializable(typeof(GroupStatistics))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(Room))]
[JsonSerializable(typeof(RoomMember))]
[JsonSerializable(typeof(RoomStatistics))]
[JsonSerializable(typeof(SentMessage))]
[JsonSerializable(typeof(TokenSession))]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(Webhook))]
internal sealed partial class HipChatJson : JsonSerializerContext;
