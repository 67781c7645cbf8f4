using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.ServerImports;

/// <summary>Deletes archives that a server could import, on servers that can.</summary>
[Cmdlet(VerbsCommon.Remove, "ChatImport", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveChatImportCommand : WriteCmdlet
{
    /// <summary>The archives: names or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ImportName", "Name")]
    [ArgumentCompleter(typeof(ImportCompleter))]
    public ImportIdentity[]? Import { get; set; }

    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process() => ForEach<IItemRemover<ChatImport>>(
        Import!, "Delete import", (imports, name, context) => Emit(imports.RemoveAsync(name, context)), Force);
}
