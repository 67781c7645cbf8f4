using System.IO.Compression;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost.Administration;

/// <summary>Compliance reports: what was written in some time, as an archive.</summary>
internal static class ComplianceRoutes
{
    // How long the server is about a report.
    private const long Work = 250;

    public static void Map(MattermostService service)
    {
        service.On("POST", "/compliance/reports", Create);
        service.On("GET", "/compliance/reports", List);
        service.On("GET", "/compliance/reports/{report_id}", call => Shown(call, Found(call)));
        service.On("GET", "/compliance/reports/{report_id}/download", Download);
    }

    private static void Need(Call call)
    {
        call.NeedAdmin();
        const string error = "ent.compliance.licence_disable.app_error";
        call.NeedLicense(error, "compliance");
        if (!call.Config.IsOn("ComplianceSettings.Enable"))
            throw new Problem(501, error, "Compliance is off in the configuration.");
    }

    private static SandboxResponse Create(Call call)
    {
        var body = call.Body("compliance");
        Need(call);
        var (description, from, to) = (body.Text("desc") ?? "", body.Int("start_at") ?? 0, body.Int("end_at") ?? 0);
        if (description.Length is 0 or > 512)
            throw new Problem(400, "model.compliance.is_valid.desc.app_error", "The description isn't valid.");
        if (from <= 0)
            throw new Problem(400, "model.compliance.is_valid.start_at.app_error", "The beginning isn't valid.");
        if (to <= 0)
            throw new Problem(400, "model.compliance.is_valid.end_at.app_error", "The end isn't valid.");
        if (from > to)
            throw new Problem(400, "model.compliance.is_valid.start_end_at.app_error", "The end is before the beginning.");
        var (keywords, emails) = ((body.Text("keywords") ?? "").ToLowerInvariant(), (body.Text("emails") ?? "").Trim().ToLowerInvariant());
        var report = new ComplianceReport
        {
            Id = call.State.NewId(),
            CreateAt = call.State.Now(),
            UserId = call.Me.Id,
            Description = description,
            StartAt = from,
            EndAt = to,
            Keywords = keywords,
            Emails = emails,
            Posts = Select(call.State, from, to, Words(keywords), Words(emails)),
        };
        call.State.Administration.Reports.Add(report);
        return SandboxResponse.Json(report.ToJson(isFinished: false), 201);
    }

    private static List<Post> Select(MattermostState state, long from, long to, string[] keywords, string[] emails) =>
    [
        .. state.Posts.Values.Where(post => post.CreateAt >= from && post.CreateAt <= to
            && (keywords.Length == 0 || Array.Exists(keywords, word => post.Message.Contains(word, StringComparison.OrdinalIgnoreCase)))
            && (emails.Length == 0 || emails.Contains(state.Users[post.UserId]?.Email))),
    ];

    private static string[] Words(string text) => text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static SandboxResponse List(Call call)
    {
        Need(call);
        var now = call.State.Now();
        var latestFirst = call.State.Administration.Reports.AsEnumerable().Reverse();
        return SandboxResponse.Json(new JsonArray([.. call.Page(latestFirst).Select(report => report.ToJson(IsFinished(report, now)))]));
    }

    private static ComplianceReport Found(Call call)
    {
        var id = call.Id("report_id");
        Need(call);
        return call.State.Administration.Reports.Find(report => report.Id == id)
            ?? throw new Problem(404, "app.compliance.get.finding.app_error", "There is no such report.");
    }

    private static SandboxResponse Shown(Call call, ComplianceReport report) => SandboxResponse.Json(report.ToJson(IsFinished(report, call.State.Now())));

    private static SandboxResponse Download(Call call)
    {
        var report = Found(call);
        if (!IsFinished(report, call.State.Now()))
            throw new Problem(501, "api.file.read_file.reading_local.app_error", "The file of the report cannot be read.");
        using var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var lines = new StreamWriter(zip.CreateEntry("posts.csv").Open());
            lines.WriteLine("TeamName,ChannelName,UserUsername,PostCreateAt,PostMessage");
            foreach (var post in report.Posts)
            {
                var channel = call.State.Channels[post.ChannelId];
                lines.WriteLine(string.Join(',', new[]
                {
                    call.State.Teams[channel?.TeamId ?? ""]?.Name ?? "", channel?.Name ?? "", call.State.Users[post.UserId]?.Username ?? "",
                    DateTimeOffset.FromUnixTimeMilliseconds(post.CreateAt).ToString("O", System.Globalization.CultureInfo.InvariantCulture), post.Message,
                }.Select(text => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")));
            }
        }

        return SandboxResponse.Bytes(200, archive.ToArray(), "application/zip")
            .With("Content-Disposition", $"attachment;filename=\"{report.Name}.zip\"").With("Cache-Control", "max-age=2592000, private");
    }

    private static bool IsFinished(ComplianceReport report, long now) => now >= report.CreateAt + Work;
}
