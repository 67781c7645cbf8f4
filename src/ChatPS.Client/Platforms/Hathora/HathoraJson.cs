using System.Text.Json.Serialization;
using ChatPS.Client.Platforms.Hathora.Wire;

namespace ChatPS.Client.Platforms.Hathora;

/// <summary>Hathora's objects, read by generated code.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(App))]
[JsonSerializable(typeof(Error))]
[JsonSerializable(typeof(Lobby))]
[JsonSerializable(typeof(OrganizationList))]
[JsonSerializable(typeof(PlacedRoom))]
[JsonSerializable(typeof(PlayerClaims))]
[JsonSerializable(typeof(PlayerToken))]
[JsonSerializable(typeof(Process))]
[JsonSerializable(typeof(Room))]
[JsonSerializable(typeof(RoomConnection))]
[JsonSerializable(typeof(TokenClaims))]
internal sealed partial class HathoraJson : JsonSerializerContext;
