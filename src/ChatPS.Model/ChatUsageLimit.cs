namespace ChatPS;

/// <summary>How much of something a team has used, and how much it may use.</summary>
public sealed class ChatUsageLimit : ChatObject
{
    /// <summary>The id of the team; null where the platform chose it.</summary>
    public string? TeamId { get; init; }

    /// <summary>
    /// What is counted: MonthlyVcpuHours, the vCPU hours of the processes in this month, or ConcurrentVcpus, the most vCPUs that ran at
    /// the same time in the last seven days.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>How much of it was used.</summary>
    public required double Used { get; init; }

    /// <summary>How much may be used; null for no limit.</summary>
    public double? Limit { get; init; }

    /// <summary>How much is left; null where there is no limit.</summary>
    public double? Remaining => Limit is { } limit ? Math.Max(0, limit - Used) : null;

    /// <summary>What is counted.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;
}
