using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.AppTransfers;

/// <summary>Accepts or declines the offers of apps.</summary>
[Cmdlet(VerbsCommon.Set, "ChatAppTransfer", SupportsShouldProcess = true)]
[OutputType(typeof(ChatAppTransfer))]
public sealed class SetChatAppTransferCommand : WriteCmdlet
{
    /// <summary>The transfers: ids, the names of the apps they are about, the objects, or the apps as objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AppTransferId")]
    [ArgumentCompleter(typeof(AppTransferCompleter))]
    public AppTransferIdentity[]? Transfer { get; set; }

    /// <summary>
    /// What shall become of the offer. accepted makes you the owner of the app, declined leaves it where it is; pending asks the
    /// server to leave it open, which it may refuse. Only the recipient can decide.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateSet("accepted", "declined", "pending")]
    public string? State { get; set; }

    /// <summary>Emits the changed transfers.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var change = new AppTransferChange(State!.ToLowerInvariant());
        var passThru = PassThru.IsPresent;
        ForEach<IItemEditor<AppTransferChange, ChatAppTransfer>>(
            Transfer!, $"Set transfer {change.State}", (transfers, transfer, context) => Emit(transfers.UpdateAsync(transfer, change, context), passThru));
    }
}
