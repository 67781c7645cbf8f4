namespace ChatPS.Client.Platforms.Heroku.Wire;

/// <summary>An account's invoice or a team's.</summary>
internal sealed class Invoice : WireObject
{
    public string Id { get; set; } = "";

    public long? Number { get; set; }

    public decimal? ChargesTotal { get; set; }

    public decimal? CreditsTotal { get; set; }

    public decimal? Total { get; set; }

    public string? PeriodStart { get; set; }

    public string? PeriodEnd { get; set; }

    public int? State { get; set; }

    /// <summary>This and what follows: of teams only.</summary>
    public string? PaymentStatus { get; set; }

    public decimal? AddonsTotal { get; set; }

    public decimal? DatabaseTotal { get; set; }

    public decimal? PlatformTotal { get; set; }

    public double? DynoUnits { get; set; }

    public double? WeightedDynoHours { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }
}
