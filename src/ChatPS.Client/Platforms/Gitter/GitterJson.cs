using System.Text.Json.Serialization;
using ChatPS.Client.Platforms.Gitter.Wire;

namespace ChatPS.Client.Platforms.Gitter;

/// <summary>Gitter's objects, read by generated code.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(Error))]
[JsonSerializable(typeof(Event))]
[JsonSerializable(typeof(FayeMessage[]))]
[JsonSerializable(typeof(Grant))]
[JsonSerializable(typeof(Group))]
[JsonSerializable(typeof(Group[]))]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(Repo))]
[JsonSerializable(typeof(Room))]
[JsonSerializable(typeof(Room[]))]
[JsonSerializable(typeof(RoomSecurity))]
[JsonSerializable(typeof(UnreadItems))]
[JsonSerializable(typeof(UnreadRoom))]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(User[]))]
internal sealed partial class GitterJson : JsonSerializerContext;
