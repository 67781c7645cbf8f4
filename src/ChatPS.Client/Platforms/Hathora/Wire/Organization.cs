namespace ChatPS.Client.Platforms.Hathora.Wire;

internal sealed class Organization : WireObject
{
    public string OrgId { get; set; } = "";

    public string? Name { get; set; }

    /// <summary>What the caller may do in it.</summary>
    public string[]? Scopes { get; set; }

    public string[]? EnabledFeatureFlags { get; set; }

    public double? MaxRequestedMemoryMB { get; set; }

    public double? MaxProcessConnections { get; set; }

    public double? MonthlyProcessVcpuHoursLimit { get; set; }

    public double? ConcurrentProcessVcpusLimit { get; set; }

    public int? MaxCloudBaseline { get; set; }

    public double? PodMaxLifespanHrs { get; set; }

    public double? LogRetentionPeriodHours { get; set; }

    public bool? IsSingleTenant { get; set; }

    public string? DefaultFleetId { get; set; }

    public string? StripeCustomerId { get; set; }
}
