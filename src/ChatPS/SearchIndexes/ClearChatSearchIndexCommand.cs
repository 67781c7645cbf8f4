using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.SearchIndexes;

/// <summary>Empties what a server's search engines have made of its messages. Nothing is found by them until a job has gone through everything again.</summary>
[Cmdlet(VerbsCommon.Clear, "ChatSearchIndex", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class ClearChatSearchIndexCommand : WriteCmdlet
{
    /// <summary>The engines: elasticsearch, or bleve, which is in the server itself.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(SearchEngineCompleter))]
    public string[]? Engine { get; set; }

    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process()
    {
        foreach (var engine in Engine!)
        {
            Guard(engine, () =>
            {
                var indexes = Require<ISearchIndexes>();
                if (Should(engine, "Empty index", Force))
                    Submit(engine, context => Emit(indexes.ClearAsync(engine, context)));
            });
        }
    }
}
