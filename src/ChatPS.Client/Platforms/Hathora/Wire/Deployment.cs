using System.Text.Json.Serialization;

namespace ChatPS.Client.Platforms.Hathora.Wire;

internal sealed class Deployment : WireObject
{
    public string DeploymentId { get; set; } = "";

    public string AppId { get; set; } = "";

    public string BuildId { get; set; } = "";

    public string? BuildTag { get; set; }

    public string? DeploymentTag { get; set; }

    [JsonPropertyName("requestedCPU")]
    public double RequestedCpu { get; set; }

    [JsonPropertyName("requestedMemoryMB")]
    public double RequestedMemoryMB { get; set; }

    [JsonPropertyName("requestedGPU")]
    public double? RequestedGpu { get; set; }

    /// <summary>What it was called while the platform tried GPUs out.</summary>
    [JsonPropertyName("experimentalRequestedGPU")]
    public double? ExperimentalRequestedGpu { get; set; }

    public double RoomsPerProcess { get; set; }

    public Port? DefaultContainerPort { get; set; }

    public Port[]? AdditionalContainerPorts { get; set; }

    public Variable[]? Env { get; set; }

    public bool IdleTimeoutEnabled { get; set; }

    public string? FleetId { get; set; }

    public string? CreatedBy { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }
}
