using System.Text.Json.Serialization;
using ChatPS.Client.Platforms.Hathora.Wire;

namespace ChatPS.Client.Platforms.Hathora;

/// <summary>Hathora's objects, read by generated code.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(App))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(CreatedOrgToken))]
[JsonSerializable(typeof(decimal))]
[JsonSerializable(typeof(Dictionary<string, MetricValue[]>))]
[JsonSerializable(typeof(Error))]
[JsonSerializable(typeof(Fleet))]
[JsonSerializable(typeof(FleetRegion))]
[JsonSerializable(typeof(Invite))]
[JsonSerializable(typeof(Invoice))]
[JsonSerializable(typeof(InvoiceItem))]
[JsonSerializable(typeof(InvoiceTotal))]
[JsonSerializable(typeof(Lobby))]
[JsonSerializable(typeof(Member))]
[JsonSerializable(typeof(Node))]
[JsonSerializable(typeof(NodeShape))]
[JsonSerializable(typeof(OrganizationList))]
[JsonSerializable(typeof(OrgToken))]
[JsonSerializable(typeof(PaymentMethod))]
[JsonSerializable(typeof(PingEndpoint))]
[JsonSerializable(typeof(PlacedRoom))]
[JsonSerializable(typeof(PlayerClaims))]
[JsonSerializable(typeof(PlayerToken))]
[JsonSerializable(typeof(Process))]
[JsonSerializable(typeof(ProcessCount))]
[JsonSerializable(typeof(Room))]
[JsonSerializable(typeof(RoomConnection))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(TokenClaims))]
[JsonSerializable(typeof(UsageLimits))]
internal sealed partial class HathoraJson : JsonSerializerContext;
