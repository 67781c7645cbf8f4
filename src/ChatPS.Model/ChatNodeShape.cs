namespace ChatPS;

/// <summary>A kind of machine that a fleet can be made of.</summary>
public sealed class ChatNodeShape : ChatObject
{
    /// <summary>The platform's id of the kind.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string NodeShapeId => Id;

    /// <summary>The name people see.</summary>
    public required string Name { get; init; }

    /// <summary>The id of the kinds that it is one size of.</summary>
    public string? FamilyId { get; init; }

    /// <summary>What those kinds are called.</summary>
    public string? FamilyName { get; init; }

    /// <summary>How many vCPUs such a machine has at least.</summary>
    public double MinCpu { get; init; }

    /// <summary>How much memory such a machine has at least, in megabytes.</summary>
    public double MinMemoryMB { get; init; }

    /// <summary>How many GPUs such a machine has at least.</summary>
    public double MinGpu { get; init; }

    /// <summary>The id of the kind.</summary>
    /// <returns><see cref="Id"/>.</returns>
    public override string ToString() => Id;

    internal override string? ShownAs => Id;
}
