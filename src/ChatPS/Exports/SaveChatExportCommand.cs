using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;
using ChatPS.Files;

namespace ChatPS.Exports;

/// <summary>
/// Downloads archives that a server has exported, or what jobs have left that export messages. A download that breaks off goes on where it was; the
/// file appears under its name when all of it has come.
/// </summary>
[Cmdlet(VerbsData.Save, "ChatExport", SupportsShouldProcess = true, DefaultParameterSetName = ExportSet)]
[OutputType(typeof(FileInfo))]
public sealed class SaveChatExportCommand : ArchiveSaveCmdlet
{
    private const string ExportSet = "Export";
    private const string JobSet = "Job";

    /// <summary>The archives: names or objects, or the objects of jobs that exported messages in a form for archives.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ExportSet)]
    [Alias("ExportName", "Name")]
    [ArgumentCompleter(typeof(ExportCompleter))]
    public SavedExportIdentity[]? Export { get; set; }

    /// <summary>The jobs that exported messages in a form for archives: ids or objects.</summary>
    [Parameter(Mandatory = true, ParameterSetName = JobSet)]
    public JobIdentity[]? Job { get; set; }

    private protected override void Process()
    {
        foreach (var export in (Identity[])Job! ?? Export!)
        {
            if (Job is not null || export.Item is ChatJob)
                SaveEach<IComplianceExporter>(
                    [export], "Save export", NameOf, (exports, job, target, report, context) => exports.SaveAsync(job, target, report, context));
            else
                SaveEach<IExporter>(
                    [export], "Save export", archive => archive.Literal, (exports, name, target, report, context) => exports.SaveAsync(name, target, report, context));
        }
    }

    // The server calls it so too, where it tells.
    private static string NameOf(Identity job) =>
        (job.Item as ChatJob)?.Data.GetValueOrDefault("export_dir")?.Split('/')[^1] is { Length: > 0 } folder ? $"{folder}.zip" : $"{job.Literal}.zip";
}
