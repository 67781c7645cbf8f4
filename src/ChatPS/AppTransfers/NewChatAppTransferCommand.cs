using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Sessions;
using ChatPS.Common;

namespace ChatPS.AppTransfers;

/// <summary>Offers personal apps to another account, which becomes their owner when it accepts.</summary>
[Cmdlet(VerbsCommon.New, "ChatAppTransfer", SupportsShouldProcess = true)]
[OutputType(typeof(ChatAppTransfer))]
public sealed class NewChatAppTransferCommand : WriteCmdlet
{
    /// <summary>The apps to be offered, which must be your own: ids, names or objects. Left out, the session's default app.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AppId")]
    [ArgumentCompleter(typeof(AppCompleter))]
    public AppIdentity[]? App { get; set; }

    /// <summary>The account the apps are offered to: its e-mail address or id, or an object that belongs to a user.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity? Recipient { get; set; }

    /// <summary>Sends the recipient no mail about it, or with $false a mail. Left out, the platform sends one.</summary>
    [Parameter]
    public SwitchParameter Silent { get; set; }

    private protected override void Process()
    {
        var (recipient, silent) = (Recipient!.Ref, Given(nameof(Silent), Silent));
        foreach (var app in App ?? [new AppIdentity(ConnectionFor(Recipient).Session.AppOr(null))])
        {
            Guard(app, () =>
            {
                var transfers = Require<IItemCreator<NewAppTransfer, ChatAppTransfer>>(OwnerOf(app, Recipient));
                var transfer = new NewAppTransfer(app.Literal, recipient, silent);
                if (Should(app.Display, $"Offer app to {Recipient.Display}"))
                    Submit(app, context => Emit(transfers.CreateAsync(transfer, context)));
            });
        }
    }
}
