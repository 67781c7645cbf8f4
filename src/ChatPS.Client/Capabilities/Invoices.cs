using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Capabilities;

/// <summary>Reads invoices.</summary>
internal interface IInvoiceReader
{
    /// <param name="team">Whose; null for the account's own.</param>
    /// <param name="window">The part of the list that is wanted.</param>
    /// <param name="context">The call.</param>
    IAsyncEnumerable<ChatInvoice> ListAsync(string? team, PageWindow window, CallContext context);

    /// <param name="invoice">The number.</param>
    /// <param name="team">Whose; null for the account's own.</param>
    /// <param name="context">The call.</param>
    Task<ChatInvoice> GetAsync(string invoice, string? team, CallContext context);
}
