using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Exports;

/// <summary>Gets the archives that a server has exported, and addresses to download them from without signing in.</summary>
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

    /// <summary>
    /// Has the server make an address for each, at which whoever knows it gets the archive for a while: the property Link. Servers do that which keep
    /// their exports in a storage of their own.
    /// </summary>
    [Parameter]
    public SwitchParameter Link { get; set; }

    private protected override void Process()
    {
        if (!Link)
        {
            WriteItemsOf<ChatExport>(Export, export => [export.Name]);
            return;
        }
        foreach (var export in Export ?? [null!])
        {
            Guard(export, () =>
            {
                var links = Require<IExportLinker>(export, nameof(Link));
                if (export is { IsPattern: false })
                {
                    Write(Await(links.LinkAsync(export.Literal, Context)));
                    return;
                }
                // Which there are is known before the first address is made: one that cannot be had leaves the others.
                var names = new List<string>();
                TakeEach(context => Require<IItemReader<ChatExport>>(export).ListAsync(Client.Paging.PageWindow.All, context), found =>
                {
                    if (export?.Fits(found.Name) != false)
                        names.Add(found.Name);
                    return true;
                }, long.MaxValue);
                foreach (var name in names.Skip((int)Math.Min(Skip, int.MaxValue)).Take((int)Math.Min(First ?? int.MaxValue, int.MaxValue)))
                    Guard(name, () => Write(Await(links.LinkAsync(name, Context))));
            });
        }
    }
}
