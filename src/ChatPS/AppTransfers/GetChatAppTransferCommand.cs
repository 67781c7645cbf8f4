using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.AppTransfers;

/// <summary>Gets the offers of apps from one account to another.</summary>
[Cmdlet(VerbsCommon.Get, "ChatAppTransfer", SupportsPaging = true)]
[OutputType(typeof(ChatAppTransfer))]
public sealed class GetChatAppTransferCommand : OrderedGetCmdlet
{
    /// <summary>
    /// The transfers: ids, or the names of the apps they are about, where patterns are allowed, or apps as objects. Left out, all that
    /// you offer or are offered.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AppTransferId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(AppTransferCompleter))]
    public AppTransferIdentity[]? Transfer { get; set; }

    private protected override void Process()
    {
        if (Transfer is null)
        {
            var transfers = Require<IItemReader<ChatAppTransfer>>();
            WriteList(transfers.ListAsync);
            return;
        }
        foreach (var transfer in Transfer)
            Guard(transfer, () => WriteOne(transfer));
    }

    private void WriteOne(AppTransferIdentity transfer)
    {
        var transfers = Require<IItemReader<ChatAppTransfer>>(transfer);
        if (transfer.IsPattern)
            WriteList(transfers.ListAsync, found => transfer.Fits(found.AppName));
        else
            Write(Await(transfers.GetAsync(transfer.Literal, Context)));
    }
}
