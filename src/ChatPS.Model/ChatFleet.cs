namespace ChatPS;

/// <summary>Machines that are an organization's own to run processes on.</summary>
public sealed class ChatFleet : ChatObject
{
    /// <summary>The platform's id of the fleet.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string FleetId => Id;

    /// <summary>The fleet's name.</summary>
    public required string Name { get; init; }

    /// <summary>The id of the organization that the fleet belongs to.</summary>
    public required string TeamId { get; init; }

    /// <summary>The id of the kind of machine that the fleet is made of.</summary>
    public required string NodeShape { get; init; }

    /// <summary>
    /// How much of the machines' vCPUs has to be in use, in percent, before one is added ahead of need; at 100 machines are added only when the
    /// others are full. Null where the platform adds none.
    /// </summary>
    public int? ScaleUpThreshold { get; init; }

    /// <summary>The fleet's name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;

    internal override string? ShownAs => Name;
}
