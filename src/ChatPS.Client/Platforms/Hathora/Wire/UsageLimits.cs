namespace ChatPS.Client.Platforms.Hathora.Wire;

internal sealed class UsageLimits : WireObject
{
    public double MonthlyProcessVcpuHoursConsumed { get; set; }

    public double? MonthlyProcessVcpuHoursLimit { get; set; }

    /// <summary>The most at a time in the last seven days.</summary>
    [System.Text.Json.Serialization.JsonPropertyName("concurrentProcessVcpus7DayMax")]
    public double ConcurrentProcessVcpusMax { get; set; }

    public double? ConcurrentProcessVcpusLimit { get; set; }
}
