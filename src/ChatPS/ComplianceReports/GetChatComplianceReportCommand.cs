using System.Management.Automation;
using ChatPS.Common;

namespace ChatPS.ComplianceReports;

/// <summary>Gets the compliance reports of a server, the latest first.</summary>
[Cmdlet(VerbsCommon.Get, "ChatComplianceReport", SupportsPaging = true)]
[OutputType(typeof(ChatComplianceReport))]
public sealed class GetChatComplianceReportCommand : GetCmdlet
{
    /// <summary>The reports: ids or objects, which are read anew, or patterns that fit a description. Left out, all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ComplianceReportId")]
    [SupportsWildcards]
    public ComplianceReportIdentity[]? ComplianceReport { get; set; }

    private protected override void Process() => WriteItemsOf<ChatComplianceReport>(ComplianceReport, report => [report.Description]);
}
