using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Jobs;

namespace ChatPS.Exports;

/// <summary>Has a server make an archive of all that is on it. Emits the job or, when it waits for the end, the archive.</summary>
[Cmdlet(VerbsLifecycle.Start, "ChatExport", SupportsShouldProcess = true)]
[OutputType(typeof(ChatJob), typeof(ChatExport))]
public sealed class StartChatExportCommand : JobWaitCmdlet
{
    /// <summary>Leaves out the files that belong to messages.</summary>
    [Parameter]
    public SwitchParameter NoAttachment { get; set; }

    private protected override void Process()
    {
        var (exporter, withFiles, timeout) = (Require<IExporter>(), !NoAttachment, Timeout);
        if (!Should(ConnectionFor().Session.BaseUri.Host, withFiles ? "Export everything" : "Export everything but files"))
            return;
        if (Wait)
            Submit(null, context => Emit(exporter.CompleteAsync(withFiles, timeout, context)));
        else
            Submit(null, context => Emit(exporter.StartAsync(withFiles, context)));
    }
}
