using System.Text.Json.Serialization;
using ChatPS.Client.Platforms.Hathora.Wire;

namespace ChatPS.Client.Platforms.Hathora;

/// <summary>Hathora's objects, read by generated code.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(App))]
[JsonSerializable(typeof(Error))]
[JsonSerializable(typeof(OrganizationList))]
[JsonSerializable(typeof(TokenClaims))]
internal sealed partial class HathoraJson : JsonSerializerContext;
