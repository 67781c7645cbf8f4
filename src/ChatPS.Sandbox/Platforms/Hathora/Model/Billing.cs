namespace ChatPS.Sandbox.Platforms.Hathora.Model;

/// <summary>What an organization uses, and how it pays.</summary>
internal sealed partial class Organization
{
    /// <summary>The brand and last digits of a card; null for an organization that has given none.</summary>
    public (string Brand, string Last4)? Card { get; init; }

    public double VcpuHoursConsumed { get; init; }

    public double MaxConcurrentVcpus { get; init; }

    /// <summary>What is left of a credit.</summary>
    public double Balance { get; init; }

    /// <summary>Oldest first.</summary>
    public List<Invoice> Invoices { get; } = [];

    public List<InvoiceItem> UpcomingItems { get; } = [];

    public bool CanPay => Card is not null || VcpuHoursConsumed < MonthlyVcpuHoursLimit;
}

internal sealed record Invoice(string Id, DateOnly Month, double AmountDue, string Status);

internal sealed record InvoiceItem(string ProductName, string Unit, double Quantity, double UnitPrice)
{
    public double Amount => Math.Round(Quantity * UnitPrice, 2);
}
