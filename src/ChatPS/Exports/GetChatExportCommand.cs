using System.Management.Automation;
using ChatPS.Client.Capabilities;
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

    private protected override void Process()
    {
        foreach (var export in Export ?? [null!])
        {
            Guard(export?.Value, () =>
            {
                var exports = Require<IItemReader<ChatExport>>(export);
                WriteItems(export is null ? null : [export], exports.ListAsync, exports.GetAsync, found => [found.Name]);
            });
        }
    }
}
