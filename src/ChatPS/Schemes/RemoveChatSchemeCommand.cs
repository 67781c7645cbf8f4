using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Schemes;

/// <summary>Deletes permission schemes and their roles. The teams and rooms that had them go back to the server's own roles.</summary>
[Cmdlet(VerbsCommon.Remove, "ChatScheme", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveChatSchemeCommand : WriteCmdlet
{
    /// <summary>The schemes: ids, names or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("SchemeId")]
    [ArgumentCompleter(typeof(SchemeCompleter))]
    public SchemeIdentity[]? Scheme { get; set; }

    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process() =>
        ForEach<IItemRemover<ChatScheme>>(Scheme!, "Delete scheme", (schemes, scheme, context) => Emit(schemes.RemoveAsync(scheme, context)), Force);
}
