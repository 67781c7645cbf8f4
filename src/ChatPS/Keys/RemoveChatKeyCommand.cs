using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Keys;

/// <summary>Removes SSH keys from the account, on servers that still do.</summary>
[Cmdlet(VerbsCommon.Remove, "ChatKey", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveChatKeyCommand : WriteCmdlet
{
    /// <summary>The keys: ids, fingerprints or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("KeyId", "Fingerprint")]
    [ArgumentCompleter(typeof(KeyCompleter))]
    public KeyIdentity[]? Key { get; set; }

    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process() =>
        ForEach<IItemRemover<ChatKey>>(Key!, "Remove SSH key", (items, item, context) => Emit(items.RemoveAsync(item, context)), Force);
}
