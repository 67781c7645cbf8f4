namespace ChatPS;

/// <summary>The part of a fleet that is in one region.</summary>
public sealed class ChatFleetRegion : ChatObject
{
    /// <summary>The id of the fleet.</summary>
    public required string FleetId { get; init; }

    /// <summary>The id of the organization that the fleet belongs to, where it was named or the session has one.</summary>
    public string? TeamId { get; init; }

    /// <summary>The region.</summary>
    public required string Region { get; init; }

    /// <summary>How many machines run at least.</summary>
    public int NodeBaseline { get; init; }

    /// <summary>How many vCPUs the machines that run at least have together.</summary>
    public int CloudMinVcpus { get; init; }

    /// <summary>How many vCPUs come with each further machine.</summary>
    public int ScaleIncrementVcpus { get; init; }

    /// <summary>When the least number was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The region.</summary>
    /// <returns><see cref="Region"/>.</returns>
    public override string ToString() => Region;
}
