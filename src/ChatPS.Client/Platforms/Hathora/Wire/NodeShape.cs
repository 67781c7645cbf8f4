using System.Text.Json.Serialization;

namespace ChatPS.Client.Platforms.Hathora.Wire;

internal sealed class NodeShape : WireObject
{
    public string NodeShapeId { get; set; } = "";

    public string Name { get; set; } = "";

    public string? FamilyId { get; set; }

    public string? FamilyName { get; set; }

    [JsonPropertyName("minCPU")]
    public double MinCpu { get; set; }

    public double MinMemoryMB { get; set; }

    [JsonPropertyName("minGPU")]
    public double MinGpu { get; set; }
}
