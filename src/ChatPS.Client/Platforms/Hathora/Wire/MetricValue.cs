namespace ChatPS.Client.Platforms.Hathora.Wire;

internal sealed class MetricValue
{
    /// <summary>When, in seconds since 1970.</summary>
    public double Timestamp { get; set; }

    public double Value { get; set; }
}
