namespace ChatPS;

/// <summary>A line of an invoice. Amounts are in the platform's unit.</summary>
public sealed class ChatInvoiceItem
{
    internal ChatInvoiceItem()
    {
    }

    /// <summary>What was used.</summary>
    public required string ProductName { get; init; }

    /// <summary>How much of it was used.</summary>
    public decimal Quantity { get; init; }

    /// <summary>What the quantity counts.</summary>
    public string? Unit { get; init; }

    /// <summary>What one unit costs.</summary>
    public decimal UnitPrice { get; init; }

    /// <summary>What is to be paid for it.</summary>
    public decimal Amount { get; init; }

    /// <summary>What was taken off; null for nothing.</summary>
    public decimal? Discount { get; init; }

    /// <summary>What was used.</summary>
    /// <returns><see cref="ProductName"/>.</returns>
    public override string ToString() => ProductName;
}
