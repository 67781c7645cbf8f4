namespace ChatPS;

/// <summary>A machine of a fleet.</summary>
public sealed class ChatNode : ChatObject
{
    /// <summary>The platform's id of the machine.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string NodeId => Id;

    /// <summary>The id of the fleet, where the machine was listed as one of a fleet's.</summary>
    public string? FleetId { get; init; }

    /// <summary>The id of the organization that the fleet belongs to, where it was named or the session has one.</summary>
    public string? TeamId { get; init; }

    /// <summary>Where it is.</summary>
    public string? Region { get; init; }

    /// <summary>What it is doing: running, draining or stopped.</summary>
    public string? Status { get; init; }

    /// <summary>What kind of machine it is: metal, cloud or shared.</summary>
    public string? Hosting { get; init; }

    /// <summary>Its address.</summary>
    public string? Host { get; init; }

    /// <summary>How many vCPUs it has.</summary>
    public double Cpu { get; init; }

    /// <summary>How much memory it has, in megabytes.</summary>
    public double MemoryMB { get; init; }

    /// <summary>How many GPUs it has; null for none.</summary>
    public double? Gpu { get; init; }

    /// <summary>When it was started.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it was stopped; null while it is there.</summary>
    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>The machine's id.</summary>
    /// <returns><see cref="Id"/>.</returns>
    public override string ToString() => Id;

    internal override string? ShownAs => Id;
}
