using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;
using ChatPS.Files;

namespace ChatPS.Exports;

/// <summary>Downloads archives that a server has exported. A download that breaks off goes on where it was; the file appears under its name when all of it has come.</summary>
[Cmdlet(VerbsData.Save, "ChatExport", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class SaveChatExportCommand : ArchiveSaveCmdlet
{
    /// <summary>The archives: names or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ExportName", "Name")]
    [ArgumentCompleter(typeof(ExportCompleter))]
    public ExportIdentity[]? Export { get; set; }

    private protected override void Process() => SaveEach<IExporter>(
        Export!, "Save export", export => export.Literal, (exports, name, target, report, context) => exports.SaveAsync(name, target, report, context));
}
