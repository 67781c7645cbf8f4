using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Billing;

/// <summary>Opens a page of the payment service on which people see to the bills of a team.</summary>
[Cmdlet(VerbsCommon.New, "ChatBillingPortal", SupportsShouldProcess = true)]
[OutputType(typeof(ChatBillingPortal))]
public sealed class NewChatBillingPortalCommand : WriteCmdlet
{
    /// <summary>The address that the page leads back to.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNull]
    public Uri? ReturnUrl { get; set; }

    /// <summary>The teams: ids, names or objects. Left out, the session's team, and if it has none, the one that the platform chooses.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity[]? Team { get; set; }

    private protected override void Process()
    {
        if (ReturnUrl is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
            throw new ChatException(ChatErrorReason.InvalidRequest, $"'{ReturnUrl}' is not an address of a web page.") { Advice = "Give an absolute http or https address with -ReturnUrl." };
        var portal = new NewBillingPortal(ReturnUrl);
        foreach (var team in Team ?? [null!])
        {
            Guard(team, () =>
            {
                var portals = Require<ITeamItemCreator<NewBillingPortal, ChatBillingPortal>>(team);
                var (named, display) = (team?.Literal, team?.Display ?? ConnectionFor().Session.Team ?? "the platform's choice of a team");
                if (Should(display, "Open billing portal"))
                    Submit(named ?? display, context => Emit(portals.CreateAsync(named, portal, context)));
            });
        }
    }
}
