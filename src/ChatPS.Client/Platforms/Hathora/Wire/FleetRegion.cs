namespace ChatPS.Client.Platforms.Hathora.Wire;

internal sealed class FleetRegion : WireObject
{
    public int NodeBaseline { get; set; }

    public int CloudMinVcpus { get; set; }

    public int ScaleIncrementVcpus { get; set; }

    public DateTimeOffset? CloudMinVcpusUpdatedAt { get; set; }
}
