using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;
using ChatPS.Jobs;

namespace ChatPS.ServerImports;

/// <summary>Has a server take archives in, and emits the jobs that do it.</summary>
[Cmdlet(VerbsLifecycle.Start, "ChatImport", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ChatJob))]
public sealed class StartChatImportCommand : JobWaitCmdlet
{
    /// <summary>The archives: names or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ImportName", "Name")]
    [ArgumentCompleter(typeof(ImportCompleter))]
    public ImportIdentity[]? Import { get; set; }

    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process()
    {
        foreach (var import in Import!)
        {
            Guard(import, () =>
            {
                var (imports, follow, name) = (Require<IImporter>(import), Follower(import), import.Literal);
                if (Should(import.Display, "Import", Force))
                    Submit(name, context => follow(imports.StartAsync(name, context), context));
            });
        }
    }
}
