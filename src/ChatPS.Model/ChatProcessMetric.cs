namespace ChatPS;

/// <summary>What was measured of a process at a moment.</summary>
public sealed class ChatProcessMetric : ChatAppObject
{
    /// <summary>The id of the process.</summary>
    public required string ProcessId { get; init; }

    /// <summary>What was measured, such as cpu or memory.</summary>
    public required string Name { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>The value, in the platform's unit for it.</summary>
    public required double Value { get; init; }
}
