using System.Security;

namespace ChatPS;

/// <summary>How an app runs a build: with what resources, ports and variables. The latest one holds for the processes that start from then on.</summary>
public sealed class ChatDeployment : ChatAppObject
{
    /// <summary>The platform's id of the deployment.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string DeploymentId => Id;

    /// <summary>The id of the build that runs.</summary>
    public required string BuildId { get; init; }

    /// <summary>The tag of that build, where it has one.</summary>
    public string? BuildTag { get; init; }

    /// <summary>What the deployment was called when it was made, where somebody did.</summary>
    public string? DeploymentTag { get; init; }

    /// <summary>The virtual CPUs of a process.</summary>
    public double Cpu { get; init; }

    /// <summary>The memory of a process, in megabytes.</summary>
    public double MemoryMB { get; init; }

    /// <summary>The GPUs of a process; null for none.</summary>
    public double? Gpu { get; init; }

    /// <summary>How many rooms share a process.</summary>
    public int RoomsPerProcess { get; init; }

    /// <summary>The port within the container that players are led to.</summary>
    public int Port { get; init; }

    /// <summary>How that port is spoken to: tcp, udp or tls.</summary>
    public required string Transport { get; init; }

    /// <summary>Further ports of the container that are reached from outside.</summary>
    public IReadOnlyList<ChatPort> AdditionalPorts { get; init => field = Lists.Indexable(value); } = [];

    /// <summary>
    /// The variables that processes find in their environment, by their names. As values are secrets more often than not, all are kept as
    /// such; ConvertFrom-SecureString -AsPlainText shows one.
    /// </summary>
    public required IReadOnlyDictionary<string, SecureString> Environment { get; init; }

    /// <summary>Whether a process ends that nobody has used for some minutes.</summary>
    public bool IdleTimeout { get; init; }

    /// <summary>The id of the fleet that processes run on; null for the platform's choice.</summary>
    public string? FleetId { get; init; }

    /// <summary>Who made it.</summary>
    public string? CreatedBy { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The deployment's id.</summary>
    /// <returns><see cref="Id"/>.</returns>
    public override string ToString() => Id;

    internal override string? ShownAs => Id;
}
