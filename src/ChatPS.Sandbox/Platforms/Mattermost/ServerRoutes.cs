using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>What keeps a server going: its log and audits, busy state, caches, checks, cluster, brand image, support packet.</summary>
internal static class ServerRoutes
{
    private const int DefaultBusySeconds = 3600;
    private const int MostLogLines = 10_000;
    private const int LongestClientNote = 400;

    public static void Map(MattermostService service)
    {
        service.On("GET", "/audits", call => Audits(call, _ => true));
        service.On("GET", "/users/{user_id}/audits", OfUser);
        service.On("GET", "/logs", Log);
        service.On("POST", "/logs", PostLog);
        service.On("POST", "/server_busy", SetBusy);
        service.On("GET", "/server_busy", Busy);
        service.On("DELETE", "/server_busy", ClearBusy);
        service.On("POST", "/caches/invalidate", call => Do(call, "app/caches.go:41", "All caches were emptied"));
        service.On("POST", "/database/recycle", call => Do(call, "app/admin.go:120", "Connections to the database were renewed"));
        service.On("POST", "/restart", call => Do(call, "app/server.go:902", "The server was started again"));
        service.On("POST", "/email/test", TestEmail);
        service.On("POST", "/file/s3_test", TestS3);
        service.On("POST", "/site_url/test", TestSiteUrl);
        service.On("GET", "/cluster/status", Cluster);
        service.OnLocal("POST", "/integrity", Integrity);
        service.On("GET", "/system/support_packet", SupportPacket);
        service.OnOpen("GET", "/brand/image", Brand);
        service.On("POST", "/brand/image", SetBrand);
        service.On("DELETE", "/brand/image", RemoveBrand);
    }

    private static SandboxResponse Audits(Call call, Func<AuditEntry, bool> where)
    {
        call.NeedAdmin();
        return Call.Json(call.Page(Enumerable.Reverse(call.State.Server.Audits).Where(where)));
    }

    // One page is all there is to see of a user's.
    private static SandboxResponse OfUser(Call call)
    {
        var user = call.User();
        call.NeedSelf(user);
        return Call.Json(Enumerable.Reverse(call.State.Server.Audits).Where(audit => audit.UserId == user.Id).Take(100).ToList());
    }

    // Pages count from the end of the log; the lines of one come in the order they were written.
    private static SandboxResponse Log(Call call)
    {
        call.NeedAdmin();
        var size = (int)(call.Query.Int("logs_per_page") is >= 0 and <= MostLogLines and var given ? given : MostLogLines);
        var skip = (int)Math.Min((call.Query.Int("page") is > 0 and var page ? page : 0) * size, int.MaxValue);
        var lines = call.State.Server.Log;
        var end = Math.Max(0, lines.Count - skip);
        var begin = Math.Max(0, end - size);
        // Each line but the first is told with the break before it.
        return SandboxResponse.Json(new JsonArray([.. lines[begin..end].Select((line, i) => JsonValue.Create(begin + i == 0 ? line : "\n" + line))]));
    }

    private static SandboxResponse PostLog(Call call)
    {
        var body = call.Body("log");
        var message = body.Text("message") ?? "";
        var text = "Client Logs API Endpoint Message: " + (message.Length > LongestClientNote ? message[..LongestClientNote] : message);
        call.State.Server.Note(call.Me.IsAdmin && body.Text("level") == "ERROR" ? "error" : "debug", "api4/system.go:360", text);
        return SandboxResponse.Json(new JsonObject { ["level"] = body.Text("level"), ["message"] = text });
    }

    private static SandboxResponse SetBusy(Call call)
    {
        call.NeedAdmin();
        var text = call.Query["seconds"] is { Length: > 0 } given ? given : DefaultBusySeconds.ToString(CultureInfo.InvariantCulture);
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds is <= 0 or > ServerState.MaxBusySeconds)
            throw Problem.InvalidUrl($"seconds must be 1 - {ServerState.MaxBusySeconds}");
        call.State.Server.BusyUntil = call.State.Now() / 1000 + seconds;
        call.State.Server.Note("warn", "api4/system.go:655", "The server is marked busy: what can wait is left out");
        return Call.Ok();
    }

    private static SandboxResponse Busy(Call call)
    {
        call.NeedAdmin();
        var (until, now) = (call.State.Server.BusyUntil, call.State.Now() / 1000);
        var busy = until > now;
        return SandboxResponse.Json(new JsonObject
        {
            ["busy"] = busy,
            ["expires"] = busy ? until : 0,
            ["expires_ts"] = busy ? DateTimeOffset.FromUnixTimeSeconds(until).ToString("o", CultureInfo.InvariantCulture) : "",
        });
    }

    private static SandboxResponse ClearBusy(Call call)
    {
        call.NeedAdmin();
        call.State.Server.BusyUntil = 0;
        return Call.Ok();
    }

    private static SandboxResponse Do(Call call, string caller, string note)
    {
        call.NeedAdmin();
        call.State.Server.Note("info", caller, note);
        return Call.Ok();
    }

    /// <summary>A setting to be tested: as the body has it, or as it is.</summary>
    private static string Setting(Call call, string path) =>
        path.Split('.').Aggregate(call.Request.Json, (node, name) => (node as JsonObject)?[name])?.ToString() ?? call.Config[path]?.ToString() ?? "";

    private static SandboxResponse TestEmail(Call call)
    {
        call.NeedAdmin();
        var host = Setting(call, "EmailSettings.SMTPServer");
        if (host.Length == 0)
            throw new Problem(400, "api.admin.test_email.missing_server", "The server's address is missing.");
        // As long as nobody says where mails go, they would go to a server on the same machine, and there is none.
        if (host == "localhost")
            throw new Problem(500, "app.admin.test_email.failure", "Nobody answers at localhost.");
        call.State.Server.Note("info", "mailservice/mail.go:207", $"A test message was sent to {call.Me.Email}");
        return Call.Ok();
    }

    private static SandboxResponse TestS3(Call call)
    {
        call.NeedAdmin();
        if (Setting(call, "FileSettings.AmazonS3Bucket").Length == 0)
            throw new Problem(400, "api.admin.test_s3.missing_s3_bucket", "The bucket is missing.");
        return Call.Ok();
    }

    private static SandboxResponse TestSiteUrl(Call call)
    {
        call.NeedAdmin();
        if (call.Body("site_url").Text("site_url") is not { Length: > 0 } url)
            throw Problem.InvalidBody("site_url");
        // Its own address is the only one the sandbox asks.
        return url.TrimEnd('/') == call.Service.BaseUri.AbsoluteUri.TrimEnd('/')
            ? Call.Ok()
            : throw new Problem(400, "app.admin.test_site_url.failure", "That isn't the server's address.");
    }

    private static SandboxResponse Cluster(Call call)
    {
        call.NeedAdmin();
        if (!call.State.Server.IsLicensed("cluster") || !call.Config.IsOn("ClusterSettings.Enable"))
            return SandboxResponse.Json(new JsonArray());
        return SandboxResponse.Json(new JsonArray([.. Enumerable.Range(1, 2).Select(number => new JsonObject
        {
            ["id"] = $"node{number}",
            ["version"] = MattermostService.Version,
            ["config_hash"] = "5d41402abc4b2a76b9719d911017c592",
            ["ipaddress"] = $"192.0.2.{number}",
            ["hostname"] = $"chat{number}.example.com",
        })]));
    }

    // The kinds of links between records that the server looks through; what is here never dangles.
    private static SandboxResponse Integrity(Call call)
    {
        var links = new (string Parent, string Child, string ParentId, string ChildId)[]
        {
            ("Teams", "Channels", "TeamId", "Id"), ("Users", "Channels", "CreatorId", "Id"), ("Channels", "ChannelMembers", "ChannelId", ""),
            ("Channels", "Posts", "ChannelId", "Id"), ("Users", "Posts", "UserId", "Id"), ("Teams", "TeamMembers", "TeamId", ""), ("Posts", "Reactions", "PostId", ""),
        };
        var results = links.Select(link =>
        {
            var lost = link is { Parent: "Users", Child: "Posts" }
                ? call.State.Posts.Values.Where(post => call.State.Users[post.UserId] is null).Select(post => new JsonObject { ["parent_id"] = post.UserId, ["child_id"] = post.Id })
                : [];
            return new JsonObject
            {
                ["data"] = new JsonObject
                {
                    ["parent_name"] = link.Parent,
                    ["child_name"] = link.Child,
                    ["parent_id_attr"] = link.ParentId,
                    ["child_id_attr"] = link.ChildId,
                    ["records"] = new JsonArray([.. lost]),
                },
                ["err"] = null,
            };
        });
        return SandboxResponse.Json(new JsonArray([.. results]));
    }

    private static SandboxResponse SupportPacket(Call call)
    {
        call.NeedAdmin();
        call.NeedLicense("api.no_license", status: 403);
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("support_packet.yaml", $"server_version: {MattermostService.Version}\nlicense_to: Sandbox\nactive_users: {call.State.Users.Count}\n");
            Add("sanitized_config.json", call.Config.Sanitized().ToJsonString());
            Add("mattermost.log", string.Join('\n', call.State.Server.Log));

            void Add(string name, string content)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }
        var time = DateTimeOffset.FromUnixTimeMilliseconds(call.State.Now()).ToString("yyyy-MM-dd-HH-mm", CultureInfo.InvariantCulture);
        return SandboxResponse.Bytes(200, zip.ToArray(), "application/zip").With("Content-Disposition", $"attachment; filename=\"mattermost_support_packet_{time}.zip\"");
    }

    private static SandboxResponse Brand(Call call) =>
        call.State.Server.BrandImage is { } image ? SandboxResponse.Bytes(200, image.Content, image.MimeType) : SandboxResponse.Text(404, "", "application/json");

    private static SandboxResponse SetBrand(Call call)
    {
        if (call.Request.Parts.FirstOrDefault(part => part is { Name: "image", FileName: not null }) is not { } image)
            throw new Problem(400, "api.admin.upload_brand_image.no_file.app_error", "There is no file in the field image.");
        call.NeedAdmin();
        if (PictureFormat.Of(image.Body.Span) is null)
            throw new Problem(400, "brand.save_brand_image.check_image_limits.app_error", "The file isn't an image.");
        // Whatever came, the server keeps it as PNG.
        call.State.Server.BrandImage = (image.Body, "image/png");
        return SandboxResponse.Text(201, """{"status":"OK"}""", "application/json");
    }

    private static SandboxResponse RemoveBrand(Call call)
    {
        call.NeedAdmin();
        if (call.State.Server.BrandImage is null)
            throw new Problem(404, "api.admin.delete_brand_image.storage.not_found", "There is no image.");
        call.State.Server.BrandImage = null;
        return Call.Ok();
    }
}
