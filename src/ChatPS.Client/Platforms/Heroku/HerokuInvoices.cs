using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Heroku.HerokuOperations;

namespace ChatPS.Client.Platforms.Heroku;

/// <summary>What the account or a team has to pay.</summary>
internal sealed class HerokuInvoices(Connection connection) : Resource(connection), IInvoiceReader
{
    public IAsyncEnumerable<ChatInvoice> ListAsync(string? team, PageWindow window, CallContext context) => List(
        team is null ? Call(InvoiceList) : Call(TeamInvoiceList).Path("team_identity", team),
        window, HerokuJson.Default.Invoice, invoice => ToInvoice(invoice, team), context);

    public Task<ChatInvoice> GetAsync(string invoice, string? team, CallContext context) => SendAsync(
        team is null
            ? Call(InvoiceInfo).Path("invoice_identity", invoice)
            : Call(TeamInvoiceInfo).Path("team_identity", team).Path("team_invoice_identity", invoice),
        HerokuJson.Default.Invoice, found => ToInvoice(found, team), context);

    private ChatInvoice ToInvoice(Wire.Invoice invoice, string? team) => new()
    {
        Session = Connection.Session,
        Unnamed = invoice.Unnamed,
        Id = invoice.Id,
        Number = invoice.Number,
        Team = team,
        PeriodStart = invoice.PeriodStart,
        PeriodEnd = invoice.PeriodEnd,
        Total = invoice.Total,
        ChargesTotal = invoice.ChargesTotal,
        CreditsTotal = invoice.CreditsTotal,
        AddonsTotal = invoice.AddonsTotal,
        DatabaseTotal = invoice.DatabaseTotal,
        PlatformTotal = invoice.PlatformTotal,
        DynoUnits = invoice.DynoUnits,
        WeightedDynoHours = invoice.WeightedDynoHours,
        State = invoice.State,
        PaymentStatus = invoice.PaymentStatus,
        CreatedAt = invoice.CreatedAt,
        UpdatedAt = invoice.UpdatedAt,
    };
}
