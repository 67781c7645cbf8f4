using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>Files: upload (multipart or bare), download, information, public links, search.</summary>
internal static class FileRoutes
{
    private const int MaxFound = 100;

    public static void Map(MattermostService service)
    {
        service.On("POST", "/files", Upload);
        service.On("GET", "/files/{file_id}", call => Content(Readable(call), download: call.Query.Flag("download")));
        service.On("GET", "/files/{file_id}/info", call => Call.Json(Readable(call)));
        service.On("GET", "/files/{file_id}/link", Link);
        service.On("GET", "/posts/{post_id}/files/info", OfPost);
        service.On("POST", "/teams/{team_id}/files/search", call => Search(call, call.Team()));
        // Later versions only.
        service.On("POST", "/files/search", call => Search(call, null));
        service.MapOpen("GET", "/files/{file_id}/public", request => Public(service, request));
    }

    private static SandboxResponse Upload(Call call)
    {
        var files = new List<FileInfo>();
        var clientIds = new List<string>();
        if (call.Request.IsContent("multipart/"))
        {
            var parts = call.Request.Parts;
            var channelId = parts.FirstOrDefault(part => part.Name == "channel_id")?.Text ?? call.Query["channel_id"] ?? "";
            clientIds.AddRange(parts.Where(part => part.Name == "client_ids").Select(part => part.Text));
            var contents = parts.Where(part => part.FileName is not null).ToList();
            if (contents.Count == 0 && parts.Count == 0)
                throw new Problem(400, "api.file.upload_file.read_request.app_error", "The upload cannot be read.");
            if (clientIds.Count > 0 && clientIds.Count != contents.Count)
                throw new Problem(400, "api.file.upload_file.incorrect_number_of_client_ids.app_error", "There must be one client id per file.");
            if (!Call.IsId(channelId))
                throw Problem.InvalidBody("channel_id");
            var channel = Writable(call, channelId);
            files.AddRange(contents.Select(part => Store(call, channel, part.FileName!, part.Body)));
        }
        else
        {
            if (call.Query["filename"] is not { Length: > 0 } name)
                throw Problem.InvalidUrl("filename");
            files.Add(Store(call, Writable(call, call.Query["channel_id"] ?? ""), name, call.Request.Body));
            if (call.Query["client_id"] is { Length: > 0 } clientId)
                clientIds.Add(clientId);
        }

        return SandboxResponse.Json(
            new JsonObject
            {
                ["file_infos"] = JsonSerializer.SerializeToNode(files, MattermostJson.Default.ListFileInfo),
                ["client_ids"] = JsonSerializer.SerializeToNode(clientIds, MattermostJson.Default.ListString),
            },
            201);
    }

    private static Channel Writable(Call call, string channelId) => Call.IsId(channelId) ? call.Readable(channelId) : throw Problem.InvalidUrl("channel_id");

    private static FileInfo Store(Call call, Channel channel, string name, ReadOnlyMemory<byte> content)
    {
        var now = call.State.Now();
        var file = new FileInfo
        {
            Id = call.State.NewId(),
            UserId = call.Me.Id,
            ChannelId = channel.Id,
            CreateAt = now,
            UpdateAt = now,
            Name = Path.GetFileName(name.Replace('\\', '/')),
            MimeType = FileType.Of(name),
            Content = content.ToArray(),
        };
        call.State.Files.Add(file.Id, file);
        return file;
    }

    private static FileInfo Readable(Call call)
    {
        if (!call.State.Files.TryGetValue(call.Id("file_id"), out var file) || file.DeleteAt != 0)
            throw new Problem(404, "app.file_info.get.app_error", "There is no such file.");
        Call.Need(file.UserId == call.Me.Id || (file.PostId is { } postId && call.State.Posts.TryGetValue(postId, out var post) && call.InChannel(call.ChannelOf(post))));
        return file;
    }

    private static SandboxResponse Content(FileInfo file, bool download)
    {
        var shown = !download && file.MimeType.Split('/')[0] is "image" or "audio" or "video";
        var name = Uri.EscapeDataString(file.Name);
        return SandboxResponse.Bytes(200, file.Content, file.MimeType.Length > 0 ? file.MimeType : "application/octet-stream")
            .With("Content-Disposition", $"{(shown ? "inline" : "attachment")};filename=\"{name}\"; filename*=UTF-8''{name}")
            .With("Cache-Control", "private, no-cache")
            .With("X-Content-Type-Options", "nosniff");
    }

    private static SandboxResponse Link(Call call)
    {
        var file = Readable(call);
        if (file.PostId is null)
            throw new Problem(400, "api.file.get_public_link.no_post.app_error", "The file isn't part of a post.");
        return SandboxResponse.Json(new JsonObject { ["link"] = $"{call.Service.BaseUri}files/{file.Id}/public?h={Signature(call.Service, file.Id)}" });
    }

    private static string Signature(MattermostService service, string fileId) =>
        Convert.ToHexString(HMACSHA256.HashData(service.LinkKey, Encoding.ASCII.GetBytes(fileId))).ToLowerInvariant();

    private static SandboxResponse Public(MattermostService service, SandboxRequest request)
    {
        var id = request.Route("file_id");
        return request.Query["h"] == Signature(service, id) && service.State.Files.TryGetValue(id, out var file)
            ? Content(file, download: false)
            : throw new SandboxAnswerException(SandboxResponse.Text(400, "The link isn't valid.\n", "text/plain; charset=utf-8"));
    }

    private static SandboxResponse OfPost(Call call)
    {
        var post = call.Post();
        Call.Need(call.InChannel(call.ChannelOf(post)));
        var newest = post.Files.Select(file => file.UpdateAt).DefaultIfEmpty().Max();
        return Call.Json(post.Files).WithETag(call.Request, post.Files.Count > 0 ? $"{MattermostService.Version}.{post.Id}.{newest}" : MattermostService.Version);
    }

    private static SandboxResponse Search(Call call, Team? team)
    {
        Call.Need(team is null || call.InTeam(team));
        if (call.Request.Json is not JsonObject body)
            throw new Problem(400, "api.post.search_files.invalid_body.app_error", "The body isn't valid.");
        if (body.Text("terms") is not { Length: > 0 } terms)
            throw Problem.InvalidBody("terms");
        var words = terms.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !word.Contains(':', StringComparison.Ordinal)).Select(word => word.Trim('"', '*')).ToList();
        var found = call.State.Files.Values.Where(file => file.PostId is not null && file.DeleteAt == 0
            && call.State.Channels[file.ChannelId] is { } channel && (team is null || channel.TeamId == team.Id || channel.IsDirect) && channel.Members.Has(call.Me.Id)
            && words.TrueForAll(word => file.Name.Contains(word, StringComparison.OrdinalIgnoreCase)))
            .OrderByDescending(file => file.CreateAt).Take(body.Int("page") is null or 0 ? MaxFound : 0).ToList();
        return SandboxResponse.Json(new JsonObject
        {
            ["order"] = JsonSerializer.SerializeToNode(found.ConvertAll(file => file.Id), MattermostJson.Default.ListString),
            ["file_infos"] = new JsonObject(found.Select(file => KeyValuePair.Create(file.Id, JsonSerializer.SerializeToNode(file.WithChannel(), MattermostJson.Default.FileInfo)))),
            ["next_file_info_id"] = "",
            ["prev_file_info_id"] = "",
        });
    }
}
