namespace ChatPS.Client.Platforms.Hathora.Wire;

internal sealed class Node : WireObject
{
    public string NodeId { get; set; } = "";

    public string? Region { get; set; }

    public string? Status { get; set; }

    public string? Hosting { get; set; }

    public string? Host { get; set; }

    public double Cpu { get; set; }

    public double MemoryMb { get; set; }

    public double? Gpu { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? StoppedAt { get; set; }
}
