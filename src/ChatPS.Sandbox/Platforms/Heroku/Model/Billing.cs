namespace ChatPS.Sandbox.Platforms.Heroku.Model;

/// <summary>A month's bill of an account. Amounts are cents.</summary>
internal sealed class Invoice : Entity
{
    public required int Number { get; init; }

    public required DateOnly Month { get; init; }

    public required int ChargesTotal { get; init; }

    public required int CreditsTotal { get; init; }
}

/// <summary>The money side of an account.</summary>
internal sealed partial class Account
{
    public List<Invoice> Invoices { get; } = [];

    /// <summary>The lines of the address that bills go to, by the names of the API.</summary>
    public SortedDictionary<string, string> InvoiceAddress { get; } = [];

    public bool UseInvoiceAddress { get; set; }
}
