using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Invoices;

/// <summary>Gets the invoices of your account or of a team.</summary>
[Cmdlet(VerbsCommon.Get, "ChatInvoice", SupportsPaging = true)]
[OutputType(typeof(ChatInvoice))]
public sealed class GetChatInvoiceCommand : OrderedGetCmdlet
{
    /// <summary>The invoices: numbers, patterns of numbers, or objects. Left out, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Number")]
    [SupportsWildcards]
    public InvoiceIdentity[]? Invoice { get; set; }

    /// <summary>The team whose invoices are wanted: its id, its name or the object; left out, the session's team, and if it has none, your own account.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    /// <summary>The invoices of your own account, whatever team the session falls back to.</summary>
    [Parameter]
    public SwitchParameter Me { get; set; }

    private protected override void Process()
    {
        var piped = Invoice?.FirstOrDefault(invoice => invoice.Session is not null);
        var invoices = Require<IInvoiceReader>(OwnerOf(Team, piped));
        // An invoice that came as an object tells its team, also that there is none.
        var team = Me ? null : Team?.Literal ?? (piped is null ? ConnectionFor(Team).Session.Team : null);
        WriteItems(
            Invoice,
            (window, context) => invoices.ListAsync(team, window, context),
            (invoice, context) => invoices.GetAsync(invoice, team, context),
            invoice => [invoice.ToString()]);
    }
}
