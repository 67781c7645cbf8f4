using System.Globalization;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Exports of what people said, which the server makes by jobs of their own.</summary>
internal sealed class MattermostComplianceExports(Connection connection) : Resource(connection), IComplianceExporter
{
    // Exports that begin this way are no part of the chain of those that the server makes every day: it does not go on where they ended.
    private const string MadeByHand = "mmctl";

    public Task<ChatJob> StartAsync(NewComplianceExport export, CallContext context)
    {
        var data = new Dictionary<string, string>
        {
            ["initiated_by"] = MadeByHand,
            ["export_type"] = export.Format.ToLowerInvariant(),
            ["batch_start_id"] = "",
            ["job_start_id"] = "",
        };
        if (export is { From: { } from, To: { } to })
        {
            var (first, last) = (Text(from), Text(to));
            (data["batch_start_time"], data["job_start_time"], data["job_end_time"]) = (first, first, last);
            var now = Connection.Clock.GetUtcNow().ToString("yyyy-MM-dd-HH'h'mm'm'", CultureInfo.InvariantCulture);
            data["export_dir"] = $"export/compliance-export-{now}-{first}-{last}";
        }
        return Connection.Get<MattermostJobs>().StartAsync(new NewJob("message_export", data), context);

        static string Text(DateTimeOffset time) => time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
    }

    public Task SaveAsync(string job, Stream target, Action<long, long?> report, CallContext context) =>
        Connection.SaveAsync($"the export of job {job}", () => Call(DownloadJob).Path("job_id", job), target, report, context);
}
