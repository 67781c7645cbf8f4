using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.ComplianceReports;

/// <summary>Has a server gather what was written in some time. Save-ChatComplianceReport brings it when it is finished.</summary>
[Cmdlet(VerbsCommon.New, "ChatComplianceReport", SupportsShouldProcess = true)]
[OutputType(typeof(ChatComplianceReport))]
public sealed class NewChatComplianceReportCommand : WriteCmdlet
{
    /// <summary>What the report is for.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Description { get; set; }

    /// <summary>The time of the first messages.</summary>
    [Parameter(Mandatory = true)]
    public DateTimeOffset After { get; set; }

    /// <summary>The time of the last messages. Left out, now.</summary>
    [Parameter]
    public DateTimeOffset? Before { get; set; }

    /// <summary>Words of which a message must have one. Left out, all messages.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? Keyword { get; set; }

    /// <summary>The e-mail addresses of those who wrote the messages. Left out, everybody.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[]? Email { get; set; }

    private protected override void Process()
    {
        var reports = Require<IItemCreator<NewComplianceReport, ChatComplianceReport>>();
        var report = new NewComplianceReport
        {
            Description = Description!,
            From = After,
            To = Before ?? DateTimeOffset.UtcNow,
            Keywords = Keyword,
            Emails = Email,
        };
        if (Should(Description!, "Create compliance report"))
            Submit(Description, context => Emit(reports.CreateAsync(report, context)));
    }
}
