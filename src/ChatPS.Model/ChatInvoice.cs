using System.Globalization;

namespace ChatPS;

/// <summary>A bill of an account or of a team.</summary>
public sealed class ChatInvoice : ChatObject
{
    /// <summary>The platform's id of the invoice; upcoming for what the present time has come to so far.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string InvoiceId => Id;

    /// <summary>The number of the invoice, by which Heroku finds it.</summary>
    public long? Number { get; init; }

    /// <summary>The team that pays, by the id or name that was asked for; null for an account's own invoice.</summary>
    public string? Team { get; init; }

    /// <summary>The first day that the invoice is for, as the platform writes it.</summary>
    public string? PeriodStart { get; init; }

    /// <summary>The day on which that time ends, as the platform writes it.</summary>
    public string? PeriodEnd { get; init; }

    /// <summary>The year that the invoice is for (Hathora).</summary>
    public int? Year { get; init; }

    /// <summary>The month that the invoice is for, by the platform's number (Hathora).</summary>
    public int? Month { get; init; }

    /// <summary>What is to be paid. Amounts are in the platform's unit.</summary>
    public decimal? Total { get; init; }

    /// <summary>What the total is made of; of the upcoming invoice only.</summary>
    public IReadOnlyList<ChatInvoiceItem> Items { get; init => field = Lists.Indexable(value); } = [];

    /// <summary>What was used.</summary>
    public decimal? ChargesTotal { get; init; }

    /// <summary>What was taken off.</summary>
    public decimal? CreditsTotal { get; init; }

    /// <summary>What add-ons cost; of team invoices only.</summary>
    public decimal? AddonsTotal { get; init; }

    /// <summary>What databases cost; of team invoices only.</summary>
    public decimal? DatabaseTotal { get; init; }

    /// <summary>What the platform itself cost; of team invoices only.</summary>
    public decimal? PlatformTotal { get; init; }

    /// <summary>How many dyno units were used; of team invoices only.</summary>
    public double? DynoUnits { get; init; }

    /// <summary>How many hours dynos ran, each counted by its size; of team invoices only.</summary>
    public double? WeightedDynoHours { get; init; }

    /// <summary>How far the payment is, as a number of the platform's.</summary>
    public int? State { get; init; }

    /// <summary>How far the payment is, in words; of team invoices only. On Hathora pending, paid, overdue or upcoming.</summary>
    public string? PaymentStatus { get; init; }

    /// <summary>When it is to be paid at the latest (Hathora).</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The address of the invoice as a document (Hathora). Who has it can read the invoice.</summary>
    public string? PdfUrl { get; init; }

    /// <summary>When the invoice was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the invoice was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The number, or the id of an invoice that has none.</summary>
    /// <returns><see cref="Number"/> or <see cref="Id"/>.</returns>
    public override string ToString() => Number?.ToString(CultureInfo.InvariantCulture) ?? Id;
}
