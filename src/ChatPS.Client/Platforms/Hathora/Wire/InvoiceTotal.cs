namespace ChatPS.Client.Platforms.Hathora.Wire;

internal sealed class InvoiceTotal : WireObject
{
    public decimal? Value { get; set; }
}
