namespace ChatPS;

/// <summary>How many processes an app keeps in a region, whether somebody plays there or not.</summary>
public sealed class ChatStaticProcess
{
    internal ChatStaticProcess()
    {
    }

    /// <summary>The region.</summary>
    public required string Region { get; init; }

    /// <summary>How many processes run at least.</summary>
    public required int MinProcesses { get; init; }

    /// <summary>How many processes run at most; null for no limit.</summary>
    public int? MaxProcesses { get; init; }

    /// <summary>How many processes are to run as long as nothing scales them; null for the platform's choice.</summary>
    public int? TargetProcesses { get; init; }

    /// <summary>Whether their number follows the load; null where nobody said.</summary>
    public bool? AutoscalingEnabled { get; init; }

    /// <summary>The region and the numbers.</summary>
    /// <returns>Such as <c>Frankfurt 1..10</c>.</returns>
    public override string ToString() => $"{Region} {MinProcesses}..{MaxProcesses}";
}
