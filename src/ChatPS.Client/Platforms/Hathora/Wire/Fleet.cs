using System.Text.Json;

namespace ChatPS.Client.Platforms.Hathora.Wire;

internal sealed class Fleet : WireObject
{
    public string FleetId { get; set; } = "";

    public string OrgId { get; set; } = "";

    public string Name { get; set; } = "";

    public string NodeShapeId { get; set; } = "";

    /// <summary>As it came, since a change has to send all of it back.</summary>
    public Dictionary<string, JsonElement>? AutoscalerConfig { get; set; }
}
