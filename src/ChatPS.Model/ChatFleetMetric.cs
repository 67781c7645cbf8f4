namespace ChatPS;

/// <summary>What was measured of a fleet, or of its part in a region, at a moment.</summary>
public sealed class ChatFleetMetric : ChatObject
{
    /// <summary>The id of the fleet.</summary>
    public required string FleetId { get; init; }

    /// <summary>The id of the organization that the fleet belongs to, where it was named or the session has one.</summary>
    public string? TeamId { get; init; }

    /// <summary>The region; null for the fleet as a whole.</summary>
    public string? Region { get; init; }

    /// <summary>What was measured, such as utilized.</summary>
    public required string Name { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>The value, in the platform's unit for it.</summary>
    public required double Value { get; init; }
}
