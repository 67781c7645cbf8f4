using System.Text.Json;
using System.Text.Json.Serialization;
using ChatPS.Client.Platforms.HipChat.Wire;

namespace ChatPS.Client.Platforms.HipChat;

/// <summary>HipChat's objects, read by generated code.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(HipChatIdConverter), typeof(HipChatTimeConverter)])]
[JsonSerializable(typeof(Emoticon))]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(Grant))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(SentMessage))]
[JsonSerializable(typeof(TokenSession))]
[JsonSerializable(typeof(Webhook))]
internal sealed partial class HipChatJson : JsonSerializerContext;
