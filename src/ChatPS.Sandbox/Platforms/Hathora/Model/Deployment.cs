namespace ChatPS.Sandbox.Platforms.Hathora.Model;

/// <summary>A build with what it needs to run. Deployments never change; the latest one is used.</summary>
internal sealed class Deployment
{
    public required string Id { get; init; }

    /// <summary>The id in the versions of the API that count deployments.</summary>
    public required int Number { get; init; }

    public required App App { get; init; }

    public required Build Build { get; init; }

    public string? Tag { get; init; }

    public string? FleetId { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required bool IdleTimeoutEnabled { get; init; }

    public required int RoomsPerProcess { get; init; }

    public required double RequestedCpu { get; init; }

    public required double RequestedMemoryMB { get; init; }

    public double? RequestedGpu { get; init; }

    public double? ExperimentalRequestedGpu { get; init; }

    public required ContainerPort DefaultPort { get; init; }

    public IReadOnlyList<ContainerPort> AdditionalPorts { get; init; } = [];

    public IReadOnlyList<KeyValuePair<string, string>> Env { get; init; } = [];
}

/// <summary>A port that a game server listens on.</summary>
internal sealed record ContainerPort(string Name, int Port, string TransportType)
{
    public const string DefaultName = "default";
}
