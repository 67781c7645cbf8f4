using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.AppTransfers;

/// <summary>Takes back the offers of apps that nobody has answered yet.</summary>
[Cmdlet(VerbsCommon.Remove, "ChatAppTransfer", SupportsShouldProcess = true)]
public sealed class RemoveChatAppTransferCommand : WriteCmdlet
{
    /// <summary>The transfers: ids, the names of the apps they are about, the objects, or the apps as objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AppTransferId")]
    [ArgumentCompleter(typeof(AppTransferCompleter))]
    public AppTransferIdentity[]? Transfer { get; set; }

    private protected override void Process() => ForEach<IItemRemover<ChatAppTransfer>>(
        Transfer!, "Take back the offer of app", (transfers, transfer, context) => Emit(transfers.RemoveAsync(transfer, context)));
}
