using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Paging;
using ChatPS.Common;

namespace ChatPS.Invoices;

/// <summary>Gets the invoices of your account or of a team.</summary>
[Cmdlet(VerbsCommon.Get, "ChatInvoice", SupportsPaging = true, DefaultParameterSetName = InvoiceSet)]
[OutputType(typeof(ChatInvoice))]
public sealed class GetChatInvoiceCommand : OrderedGetCmdlet
{
    private const string InvoiceSet = "Invoice";
    private const string UpcomingSet = "Upcoming";

    /// <summary>The invoices: numbers (on Hathora ids), patterns of them, or objects. Left out, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = InvoiceSet)]
    [Alias("InvoiceId", "Number")]
    [SupportsWildcards]
    public InvoiceIdentity[]? Invoice { get; set; }

    /// <summary>
    /// The team whose invoices are wanted: its id, its name or the object; left out, the session's team, and if it has none, your own account,
    /// or on Hathora the team that the platform chooses.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    /// <summary>The invoices of your own account, whatever team the session falls back to (Heroku).</summary>
    [Parameter(ParameterSetName = InvoiceSet)]
    public SwitchParameter Me { get; set; }

    /// <summary>What the present time has come to so far: one invoice that is not made yet, with its items (Hathora).</summary>
    [Parameter(Mandatory = true, ParameterSetName = UpcomingSet)]
    public SwitchParameter Upcoming { get; set; }

    private protected override void Process() => Guard(Team, () =>
    {
        if (Upcoming)
        {
            var upcoming = Require<IUpcomingInvoiceReader>(Team, nameof(Upcoming));
            Ordered(PageWindow.All).RefuseOrder();
            Write(Await(upcoming.UpcomingAsync(Team?.Literal, Context)));
            return;
        }
        var owner = OwnerOf(Team, Invoice?.FirstOrDefault(invoice => invoice.Session is not null));
        // An invoice that came as an object tells its team, also that there is none.
        var team = Me ? null : Team?.Literal ?? (owner?.Session is null ? ConnectionFor(owner).Session.Team : null);
        if (Me || (team is null && ConnectionFor(owner).Find<IItemReader<ChatInvoice>>() is not null))
        {
            var own = Require<IItemReader<ChatInvoice>>(owner, nameof(Me));
            WriteItems(Invoice, own.ListAsync, own.GetAsync, Names);
        }
        else
        {
            var invoices = Require<ITeamItemReader<ChatInvoice>>(owner);
            WriteItems(
                Invoice, (window, context) => invoices.ListAsync(team, window, context), (invoice, context) => invoices.GetAsync(team, invoice, context), Names);
        }
    });

    private static string?[] Names(ChatInvoice invoice) => [invoice.ToString()];
}
