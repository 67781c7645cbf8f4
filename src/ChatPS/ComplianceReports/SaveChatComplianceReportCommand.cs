using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;
using ChatPS.Files;

namespace ChatPS.ComplianceReports;

/// <summary>Downloads the archives of compliance reports that are finished. A file appears under its name only when all of it has come.</summary>
[Cmdlet(VerbsData.Save, "ChatComplianceReport", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class SaveChatComplianceReportCommand : ArchiveSaveCmdlet
{
    /// <summary>The reports: ids or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ComplianceReportId")]
    public ComplianceReportIdentity[]? ComplianceReport { get; set; }

    private protected override void Process() => SaveEach<IComplianceReportSaver>(
        ComplianceReport!, "Save report", report => $"{report.Literal}.zip", (reports, report, target, progress, context) => reports.SaveAsync(report, target, progress, context));
}
