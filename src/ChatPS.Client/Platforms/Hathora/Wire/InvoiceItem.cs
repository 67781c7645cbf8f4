namespace ChatPS.Client.Platforms.Hathora.Wire;

internal sealed class InvoiceItem
{
    public string ProductName { get; set; } = "";

    public decimal Quantity { get; set; }

    public string? Unit { get; set; }

    public decimal UnitPrice { get; set; }

    public decimal Amount { get; set; }

    public decimal? Discount { get; set; }
}
