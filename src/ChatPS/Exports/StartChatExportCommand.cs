using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Exports;

/// <summary>Has a server make an archive of all that is on it. Emits the job or, when it waits for the end, the archive.</summary>
[Cmdlet(VerbsLifecycle.Start, "ChatExport", SupportsShouldProcess = true)]
[OutputType(typeof(ChatJob), typeof(ChatExport))]
public sealed class StartChatExportCommand : WriteCmdlet
{
    /// <summary>Leaves out the files that belong to messages.</summary>
    [Parameter]
    public SwitchParameter NoAttachment { get; set; }

    /// <summary>Waits until the archive is there and emits it: Save-ChatExport takes it from the pipeline. When the job fails or is cancelled, that is an error, whose TargetObject is the job.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>How long to wait at most: a time span or a number of seconds. Left out, as long as it takes.</summary>
    [Parameter]
    [TimeSpanTransformation]
    public TimeSpan? Timeout { get; set; }

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
