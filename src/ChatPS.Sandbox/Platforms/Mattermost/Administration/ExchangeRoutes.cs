using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost.Administration;

/// <summary>The archives of exports and imports, and the uploads that imports and large files come by.</summary>
internal static class ExchangeRoutes
{
    private const long MinFirstPart = 5 * 1024 * 1024;
    private const long LinkLife = 300_000;

    public static void Map(MattermostService service)
    {
        service.On("GET", "/exports", call => Names(call, State(call).Exports.Keys));
        service.On("GET", "/exports/{export_name}", Download);
        service.On("DELETE", "/exports/{export_name}", call => Delete(call, State(call).Exports, "export_name"));
        // Later versions only.
        service.On("POST", "/exports/{export_name}/presign-url", Presign);
        service.OnSite("GET", "/export-store/{export_name}", FromStore);
        service.On("GET", "/imports", call => Names(call, State(call).Imports.Keys));
        service.On("DELETE", "/imports/{import_name}", call => Delete(call, State(call).Imports, "import_name"));
        service.On("POST", "/uploads", Create);
        service.On("GET", "/uploads/{upload_id}", Get);
        service.On("POST", "/uploads/{upload_id}", Receive);
        service.On("GET", "/users/{user_id}/uploads", OfUser);
    }

    private static AdministrationState State(Call call)
    {
        call.State.Administration.Jobs.Advance();
        return call.State.Administration;
    }

    private static SandboxResponse Names(Call call, IEnumerable<string> names)
    {
        call.NeedAdmin();
        return SandboxResponse.Json(new JsonArray([.. names.Select(name => (JsonNode)name)]));
    }

    // One that is not there is gone all the same.
    private static SandboxResponse Delete(Call call, SortedDictionary<string, byte[]> archives, string parameter)
    {
        call.NeedAdmin();
        archives.Remove(call.Request.Route(parameter));
        return Call.Ok();
    }

    // As if the exports lay in a storage of their own, which gives them to whoever has a signed address.
    private static SandboxResponse Presign(Call call)
    {
        var name = call.Request.Route("export_name");
        call.NeedAdmin();
        if (!call.Config.IsOn("FileSettings.DedicatedExportStore"))
            throw new Problem(500, "app.eport.generate_presigned_url.config.app_error", "Exports are kept where other files are.");
        if (!State(call).Exports.ContainsKey(name))
            throw new Problem(500, "app.eport.generate_presigned_url.notfound.app_error", "There is no such export.");
        var until = call.State.Time + LinkLife;
        return SandboxResponse.Json(new JsonObject
        {
            ["url"] = string.Create(CultureInfo.InvariantCulture, $"{call.Service.BaseUri}export-store/{name}?until={until}&signature={Signature(call, name, until)}"),
            ["expiration"] = LinkLife * 1_000_000,
        });
    }

    private static string Signature(Call call, string name, long until) => Convert.ToHexString(HMACSHA256.HashData(
        call.Service.LinkKey, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{name} {until}")))).ToLowerInvariant();

    private static SandboxResponse FromStore(Call call)
    {
        var (name, until) = (call.Request.Route("export_name"), call.Query.Int("until") ?? 0);
        if (call.Query["signature"] != Signature(call, name, until) || until < call.State.Time)
            throw new SandboxAnswerException(SandboxResponse.Text(403, "AccessDenied\n", "text/plain; charset=utf-8"));
        return SandboxResponse.Bytes(200, State(call).Exports[name], "application/zip");
    }

    private static SandboxResponse Download(Call call)
    {
        call.NeedAdmin();
        if (!State(call).Exports.TryGetValue(call.Request.Route("export_name"), out var archive))
            throw new Problem(404, "api.export.export_not_found.app_error", "There is no such export.");
        var range = call.Request.Headers["Range"];
        if (range is null || !range.StartsWith("bytes=", StringComparison.Ordinal) || !range.EndsWith('-')
            || !int.TryParse(range["bytes=".Length..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var from))
            return SandboxResponse.Bytes(200, archive, "application/zip").With("Accept-Ranges", "bytes");
        return from < archive.Length
            ? SandboxResponse.Bytes(206, archive.AsMemory(from), "application/zip").With("Accept-Ranges", "bytes")
                .With("Content-Range", string.Create(CultureInfo.InvariantCulture, $"bytes {from}-{archive.Length - 1}/{archive.Length}"))
            : SandboxResponse.Text(416, "invalid range: failed to overlap\n", "text/plain; charset=utf-8")
                .With("Content-Range", string.Create(CultureInfo.InvariantCulture, $"bytes */{archive.Length}"));
    }

    private static SandboxResponse Create(Call call)
    {
        NeedAttachments(call);
        var body = call.Body("upload");
        var isImport = body.Text("type") == "import";
        var channelId = body.Text("channel_id") ?? "";
        if (isImport)
            call.NeedAdmin();
        else
            call.Readable(channelId);
        if (body.Int("file_size") is not > 0)
            throw new Problem(400, "model.upload_session.is_valid.file_size.app_error", "The size of the upload isn't valid.");
        if (body.Int("file_size") > call.Config["FileSettings.MaxFileSize"]?.GetValue<long>())
            throw new Problem(413, "app.upload.create.upload_too_large.app_error", "The upload is larger than the server takes.");
        if (body.Text("filename") is not { Length: > 0 } name)
            throw new Problem(400, "model.upload_session.is_valid.filename.app_error", "The name of the upload isn't valid.");
        if (!isImport && call.State.Channels[channelId]!.DeleteAt != 0)
            throw new Problem(400, "app.upload.create.cannot_upload_to_deleted_channel.app_error", "The channel is archived.");
        // Whose an import is that nobody with an account sends, whoever sends it says, if only that it is nobody's.
        var owner = call.IsLocal ? body.Text("user_id") ?? "" : call.Me.Id;
        if (!Call.IsId(owner) && !(isImport && owner == "nouser"))
            throw new Problem(400, "model.upload_session.is_valid.user_id.app_error", "The user of the upload isn't valid.");
        var upload = new Upload
        {
            Id = call.State.NewId(),
            Type = isImport ? "import" : "attachment",
            CreateAt = call.State.Now(),
            UserId = owner,
            ChannelId = isImport ? "" : channelId,
            FileName = name,
            FileSize = body.Int("file_size")!.Value,
        };
        State(call).Uploads.Add(upload.Id, upload);
        return SandboxResponse.Json(upload.ToJson(), 201);
    }

    private static Upload Found(Call call) => State(call).Uploads.GetValueOrDefault(call.Id("upload_id"))
        ?? throw new Problem(404, "app.upload.get.app_error", "There is no such upload.");

    private static SandboxResponse Get(Call call)
    {
        var upload = Found(call);
        return upload.UserId == call.Me.Id || call.Me.IsAdmin
            ? SandboxResponse.Json(upload.ToJson())
            : throw new Problem(403, "api.upload.get_upload.forbidden.app_error", "The upload is somebody else's.");
    }

    private static SandboxResponse OfUser(Call call)
    {
        // Over the local socket nobody asks whether there is such a user.
        var owner = call.IsLocal ? call.Request.Route("user_id") : call.User().Id;
        return call.IsLocal || owner == call.Me.Id
            ? SandboxResponse.Json(new JsonArray([.. State(call).Uploads.Values.Where(upload => upload.UserId == owner).Select(upload => upload.ToJson())]))
            : throw new Problem(403, "api.user.get_uploads_for_user.forbidden.app_error", "The uploads are somebody else's.");
    }

    private static void NeedAttachments(Call call)
    {
        if (!call.Config.IsOn("FileSettings.EnableFileAttachments"))
            throw new Problem(501, "api.file.attachments.disabled.app_error", "The configuration does not allow files.");
    }

    private static SandboxResponse Receive(Call call)
    {
        NeedAttachments(call);
        var upload = Found(call);
        if (upload.Type == "import")
            call.NeedAdmin();
        else
            Call.Need(upload.UserId == call.Me.Id && call.State.Channels[upload.ChannelId] is { } channel && call.InChannel(channel));
        var content = call.Request.IsContent("multipart/")
            ? call.Request.Parts is [var first, ..] ? first.Body : throw new Problem(400, "api.upload.upload_data.multipart_error", "The upload cannot be read.")
            : call.Request.Body;
        if (content.Length > upload.FileSize - upload.FileOffset)
            throw new Problem(400, "api.upload.upload_data.invalid_content_length", "That is more than is missing.");
        if (upload.FileOffset == 0 && content.Length < MinFirstPart && content.Length != upload.FileSize)
            throw new Problem(400, "app.upload.upload_data.first_part_too_small.app_error", "The first part is too small.");
        upload.Content.Write(content.Span);
        return upload.FileOffset < upload.FileSize ? SandboxResponse.Empty(204) : Complete(call, upload);
    }

    private static SandboxResponse Complete(Call call, Upload upload)
    {
        var now = call.State.Now();
        var content = upload.Content.ToArray();
        var file = new FileInfo
        {
            Id = call.State.NewId(),
            UserId = upload.UserId,
            ChannelId = upload.ChannelId,
            CreateAt = now,
            UpdateAt = now,
            Name = Path.GetFileName(upload.FileName.Replace('\\', '/')),
            MimeType = "application/octet-stream",
            Content = content,
        };
        State(call).Uploads.Remove(upload.Id);
        if (upload.Type == "import")
            State(call).Imports[$"{upload.Id}_{file.Name}"] = content;
        else
            call.State.Files.Add(file.Id, file);
        return Call.Json(file);
    }
}
