using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Exports;

/// <summary>Deletes archives that a server has exported.</summary>
[Cmdlet(VerbsCommon.Remove, "ChatExport", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveChatExportCommand : WriteCmdlet
{
    /// <summary>The archives: names or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ExportName", "Name")]
    [ArgumentCompleter(typeof(ExportCompleter))]
    public ExportIdentity[]? Export { get; set; }

    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process() => ForEach<IItemRemover<ChatExport>>(
        Export!, "Delete export", (exports, name, context) => Emit(exports.RemoveAsync(name, context)), Force);
}
