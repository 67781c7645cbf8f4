namespace ChatPS.Common;

/// <summary>Names an invoice.</summary>
/// <param name="value">An invoice's number, or the object.</param>
public sealed class InvoiceIdentity(object value) : Identity(value, item => (item as ChatInvoice)?.ToString(), "invoice");
