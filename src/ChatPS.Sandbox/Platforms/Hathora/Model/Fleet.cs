namespace ChatPS.Sandbox.Platforms.Hathora.Model;

/// <summary>Machines that are an organization's own.</summary>
internal sealed class Fleet
{
    public required string Id { get; init; }

    public required Organization Org { get; init; }

    public required string Name { get; set; }

    public required NodeShape Shape { get; set; }

    /// <summary>From which use on, in percent, machines are added; null where that is off.</summary>
    public int? ScaleUpThreshold { get; set; }

    /// <summary>By name; all regions that there are.</summary>
    public Dictionary<string, FleetRegion> Regions { get; } = [];
}

/// <summary>How many machines a fleet has in a region at least.</summary>
internal sealed class FleetRegion
{
    public required DateTimeOffset UpdatedAt { get; set; }

    public List<Node> Nodes { get; } = [];

    public int Baseline => Nodes.Count(node => node.DrainingAt is null);
}

/// <summary>A machine of a fleet.</summary>
internal sealed class Node
{
    public static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(30);

    public required string Id { get; init; }

    public required Fleet Fleet { get; init; }

    public required string Region { get; init; }

    public required NodeShape Shape { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? DrainingAt { get; set; }

    public DateTimeOffset? StoppedAt => DrainingAt + DrainTime;

    public string StatusAt(DateTimeOffset time) => StoppedAt <= time ? "stopped" : DrainingAt <= time ? "draining" : "running";
}

/// <summary>A kind of machine, with its name in the version of the API before this one.</summary>
internal sealed record NodeShape(string Id, string OldName, string FamilyId, int Cpu, int MemoryGB, int Gpu = 0);
