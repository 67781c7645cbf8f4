using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;
using static ChatPS.Client.Platforms.Mattermost.MattermostTexts;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Compliance reports.</summary>
internal sealed class MattermostComplianceReports(Connection connection) : Resource(connection), IItemReader<ChatComplianceReport>,
    IItemCreator<NewComplianceReport, ChatComplianceReport>, IComplianceReportSaver
{
    public IAsyncEnumerable<ChatComplianceReport> ListAsync(PageWindow window, CallContext context) =>
        List(Call(GetComplianceReports), window, MattermostJson.Default.ComplianceReport, ToReport, context);

    public Task<ChatComplianceReport> GetAsync(string item, CallContext context) =>
        SendAsync(Call(GetComplianceReport).Path("report_id", item), MattermostJson.Default.ComplianceReport, ToReport, context);

    public Task<ChatComplianceReport> CreateAsync(NewComplianceReport item, CallContext context) => SendAsync(
        Call(CreateComplianceReport)
            .Body("desc", item.Description)
            .Body("start_at", item.From.ToUnixTimeMilliseconds())
            .Body("end_at", item.To.ToUnixTimeMilliseconds())
            .Body("keywords", Joined(item.Keywords))
            .Body("emails", Joined(item.Emails)),
        MattermostJson.Default.ComplianceReport,
        ToReport,
        context);

    public Task SaveAsync(string report, Stream target, Action<long, long?> progress, CallContext context) => DownloadAsync(
        Call(DownloadComplianceReport).Path("report_id", report), target, progress, context);

    private static string? Joined(IReadOnlyList<string>? words) => words is null ? null : string.Join(", ", words);

    private static string[] Split(string? words) => (words ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private ChatComplianceReport ToReport(Wire.ComplianceReport report) => new()
    {
        Session = Connection.Session,
        Unnamed = report.Unnamed,
        Id = report.Id,
        Description = Filled(report.Desc),
        Status = report.Status,
        Type = report.Type,
        MessageCount = report.Count,
        Keywords = Split(report.Keywords),
        Emails = Split(report.Emails),
        UserId = report.UserId,
        StartsAt = MattermostTime.Read(report.StartAt),
        EndsAt = MattermostTime.Read(report.EndAt),
        CreatedAt = MattermostTime.Read(report.CreateAt),
    };
}
