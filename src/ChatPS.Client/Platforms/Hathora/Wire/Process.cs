namespace ChatPS.Client.Platforms.Hathora.Wire;

internal sealed class Process : WireObject
{
    public string ProcessId { get; set; } = "";

    public string AppId { get; set; } = "";

    public string? DeploymentId { get; set; }

    public string? FleetId { get; set; }

    public string? Region { get; set; }

    public string? Status { get; set; }

    public string? Hosting { get; set; }

    public Port? ExposedPort { get; set; }

    public Port[]? AdditionalExposedPorts { get; set; }

    public int? RoomsAllocated { get; set; }

    public int? RoomsPerProcess { get; set; }

    public string? SummaryExitReason { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? ScheduledAt { get; set; }

    public DateTimeOffset? BootedAt { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? StoppingAt { get; set; }

    public DateTimeOffset? TerminatedAt { get; set; }
}
