using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Heroku.HerokuOperations;

namespace ChatPS.Client.Platforms.Heroku;

/// <summary>What the account or a team has to pay.</summary>
internal sealed class HerokuInvoices(Connection connection) : Resource(connection), IItemReader<ChatInvoice>, ITeamItemReader<ChatInvoice>
{
    public IAsyncEnumerable<ChatInvoice> ListAsync(PageWindow window, CallContext context) =>
        List(Call(InvoiceList), window, HerokuJson.Default.Invoice, invoice => ToInvoice(invoice, null), context);

    public Task<ChatInvoice> GetAsync(string item, CallContext context) =>
        SendAsync(Call(InvoiceInfo).Path("invoice_identity", item), HerokuJson.Default.Invoice, invoice => ToInvoice(invoice, null), context);

    public IAsyncEnumerable<ChatInvoice> ListAsync(string? team, PageWindow window, CallContext context)
    {
        var owner = Connection.Session.TeamOr(team);
        return List(Call(TeamInvoiceList).Path("team_identity", owner), window, HerokuJson.Default.Invoice, invoice => ToInvoice(invoice, owner), context);
    }

    public Task<ChatInvoice> GetAsync(string? team, string item, CallContext context)
    {
        var owner = Connection.Session.TeamOr(team);
        return SendAsync(
            Call(TeamInvoiceInfo).Path("team_identity", owner).Path("team_invoice_identity", item),
            HerokuJson.Default.Invoice, invoice => ToInvoice(invoice, owner), context);
    }

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
