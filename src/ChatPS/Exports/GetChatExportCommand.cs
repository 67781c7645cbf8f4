using System.Management.Automation;
using ChatPS.Common;

namespace ChatPS.Exports;

/// <summary>Gets the archives that a server has exported.</summary>
[Cmdlet(VerbsCommon.Get, "ChatExport", SupportsPaging = true)]
[OutputType(typeof(ChatExport))]
public sealed class GetChatExportCommand : GetCmdlet
{
    /// <summary>The archives: names, patterns or objects. Left out, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ExportName", "Name")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ExportCompleter))]
    public ExportIdentity[]? Export { get; set; }

    private protected override void Process() => WriteItemsOf<ChatExport>(Export, export => [export.Name]);
}
