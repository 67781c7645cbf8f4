using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.ServerImports;

/// <summary>Gets the archives that a server can import, or those of which not all has come yet.</summary>
[Cmdlet(VerbsCommon.Get, "ChatImport", SupportsPaging = true)]
[OutputType(typeof(ChatImport))]
public sealed class GetChatImportCommand : GetCmdlet
{
    /// <summary>The archives: names, patterns or objects. Left out, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ImportName", "Name")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ImportCompleter))]
    public ImportIdentity[]? Import { get; set; }

    /// <summary>Gets your own uploads that broke off; Send-ChatImport -Resume goes on with one.</summary>
    [Parameter]
    public SwitchParameter Incomplete { get; set; }

    private protected override void Process()
    {
        foreach (var import in Import ?? [null!])
        {
            Guard(import, () =>
            {
                if (Incomplete)
                    WriteIncomplete(import);
                else if (Require<IItemReader<ChatImport>>(import) is var imports)
                    WriteItems(import is null ? null : [import], imports.ListAsync, imports.GetAsync, found => [found.Name]);
            });
        }
    }

    private void WriteIncomplete(ImportIdentity? import)
    {
        var uploads = Require<IImporter>(import, nameof(Incomplete));
        WriteList(uploads.IncompleteAsync, import is null ? null : found => import.Fits(found.Name, found.FileName, found.UploadId));
    }
}
