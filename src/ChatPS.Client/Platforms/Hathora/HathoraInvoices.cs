using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Hathora.HathoraOperations;

namespace ChatPS.Client.Platforms.Hathora;

/// <summary>What organizations have to pay, and will have.</summary>
internal sealed class HathoraInvoices(Connection connection) : HathoraResource(connection), ITeamItemReader<ChatInvoice>, IUpcomingInvoiceReader
{
    private const string Upcoming = "upcoming";

    public IAsyncEnumerable<ChatInvoice> ListAsync(string? team, PageWindow window, CallContext context)
    {
        string? owner = null;
        return List(
            async () => Call(GetInvoices).Query("orgId", owner = await Names.TeamIdOrNoneAsync(team, context).ConfigureAwait(false)),
            window, HathoraJson.Default.Invoice, invoice => ToInvoice(invoice, owner), context);
    }

    public Task<ChatInvoice> GetAsync(string? team, string item, CallContext context) => ListAsync(team, PageWindow.All, context).FindAsync(
        invoice => invoice.Id == item,
        () => new ChatException(ChatErrorReason.NotFound, $"There is no invoice '{item}'.") { Advice = "Get-ChatInvoice lists those that there are." });

    public async Task<ChatInvoice> UpcomingAsync(string? team, CallContext context)
    {
        var owner = await Names.TeamIdOrNoneAsync(team, context).ConfigureAwait(false);
        var items = new List<ChatInvoiceItem>();
        var list = List(Call(GetUpcomingInvoiceItems).Query("orgId", owner), PageWindow.All, HathoraJson.Default.InvoiceItem, ToItem, context);
        await foreach (var item in list.ConfigureAwait(false))
            items.Add(item);
        return await SendAsync(Call(GetUpcomingInvoiceTotal).Query("orgId", owner), HathoraJson.Default.InvoiceTotal, total => new ChatInvoice
        {
            Session = Connection.Session,
            Unnamed = total.Unnamed,
            Id = Upcoming,
            Team = owner,
            PaymentStatus = Upcoming,
            Total = total.Value,
            Items = items,
        }, context).ConfigureAwait(false);
    }

    private ChatInvoice ToInvoice(Wire.Invoice invoice, string? team) => new()
    {
        Session = Connection.Session,
        Unnamed = invoice.Unnamed,
        Id = invoice.Id,
        Team = team,
        Year = (int?)invoice.Year,
        Month = (int?)invoice.Month,
        Total = invoice.AmountDue,
        PaymentStatus = invoice.Status,
        DueAt = invoice.DueDate,
        PdfUrl = invoice.PdfUrl,
    };

    private static ChatInvoiceItem ToItem(Wire.InvoiceItem item) => new()
    {
        ProductName = item.ProductName,
        Quantity = item.Quantity,
        Unit = item.Unit,
        UnitPrice = item.UnitPrice,
        Amount = item.Amount,
        Discount = item.Discount,
    };
}
