namespace ChatPS.Client.Platforms.Hathora.Wire;

internal sealed class Invoice : WireObject
{
    public string Id { get; set; } = "";

    public double? Year { get; set; }

    public double? Month { get; set; }

    public decimal? AmountDue { get; set; }

    public string? Status { get; set; }

    public DateTimeOffset? DueDate { get; set; }

    public string? PdfUrl { get; set; }
}
