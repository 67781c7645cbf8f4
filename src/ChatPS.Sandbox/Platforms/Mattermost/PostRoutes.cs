using System.Globalization;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>One post: write, read, change, pin, delete.</summary>
internal static class PostRoutes
{
    public const int MaxLength = 16_383;
    private const int MaxFiles = 10;
    private const long RepeatWindow = 30_000;

    public static void Map(MattermostService service)
    {
        service.On("POST", "/posts", Create);
        service.On("POST", "/posts/ephemeral", CreateEphemeral);
        service.On("GET", "/posts/{post_id}", Get);
        service.On("PUT", "/posts/{post_id}", Update);
        service.On("PUT", "/posts/{post_id}/patch", Patch);
        service.On("DELETE", "/posts/{post_id}", Delete);
        service.On("POST", "/posts/{post_id}/pin", call => Pin(call, true));
        service.On("POST", "/posts/{post_id}/unpin", call => Pin(call, false));
        service.On("GET", "/posts/{post_id}/thread", PostListRoutes.Thread);
        // Later versions only.
        service.On("POST", "/posts/ids", ByIds);
        service.On("GET", "/posts/{post_id}/edit_history", History);
        service.On("POST", "/posts/{post_id}/restore/{restore_version_id}", Restore);
    }

    private static SandboxResponse Create(Call call)
    {
        var body = call.Body("post");
        var channel = call.State.Channels[body.Text("channel_id") ?? ""];
        var mayWrite = channel is not null && (call.InChannel(channel) || (channel.Type == "O" && call.Me.HasRole("system_post_all_public")));
        Call.Need(mayWrite && ModerationRoutes.Allows(call, channel!, "create_post"));
        if (Repeated(call, body, channel!) is { } earlier)
            return Call.Json(earlier, 201);
        if (body.Text("type") is { Length: > 0 } type)
            CheckType(type);
        if (channel!.DeleteAt != 0)
            throw new Problem(400, "api.post.create_post.can_not_post_to_deleted.error", "The channel is archived.");

        var root = Root(call, body, channel);
        var files = Files(call, body, channel);
        var created = call.State.Now();
        var post = new Post
        {
            Id = call.State.NewId(),
            CreateAt = call.Me.IsAdmin && body.Int("create_at") is > 0 and var at ? at : created,
            UpdateAt = created,
            UserId = call.Me.Id,
            ChannelId = channel.Id,
            Root = root,
            RootId = root?.Id ?? "",
            Message = Checked(body.Text("message") ?? ""),
            Type = body.Text("type") ?? "",
            Props = (JsonObject?)body.Object("props")?.DeepClone() ?? [],
            SentAs = body.Text("pending_post_id") ?? "",
        };
        post.Hashtags = Hashtags(post.Message);
        post.IsPinned = body.Bool("is_pinned") ?? false;
        if (call.Me.IsBot)
            post.Props["from_bot"] = "true";
        Attach(post, files);
        call.State.Add(post);
        call.Me.LastActivityAt = created;
        HookCalls.Tell(call, channel, post);
        return Call.Json(post.AsSent(post.SentAs), 201);
    }

    public static void CheckType(string type)
    {
        if (type.StartsWith("system_", StringComparison.Ordinal))
            throw new Problem(400, "api.context.invalid_param.app_error", "The server's own types are the server's.");
        if (type is not ("me" or "slack_attachment") && !type.StartsWith("custom_", StringComparison.Ordinal))
            throw new Problem(400, "model.post.is_valid.type.app_error", "There is no such type.");
    }

    /// <summary>A post sent again with the same pending id within half a minute is the same post: clients may repeat a request that got lost.</summary>
    private static Post? Repeated(Call call, JsonObject body, Channel channel)
    {
        if (body.Text("pending_post_id") is not { Length: > 0 } pending)
            return null;
        var since = call.Request.Time.ToUnixTimeMilliseconds() - RepeatWindow;
        return channel.Posts.FindLast(post => post.SentAs == pending && post.UserId == call.Me.Id && post.CreateAt >= since);
    }

    private static Post? Root(Call call, JsonObject body, Channel channel)
    {
        if (body.Text("root_id") is not { Length: > 0 } rootId)
            return null;
        if (!call.State.Posts.TryGetValue(rootId, out var root) || root.DeleteAt != 0 || root.Root is not null)
            throw new Problem(400, "api.post.create_post.root_id.app_error", "The thread's first post doesn't exist or isn't one.");
        if (root.ChannelId != channel.Id)
            throw new Problem(400, "api.post.create_post.channel_root_id.app_error", "The thread is in another channel.");
        return root;
    }

    private static List<FileInfo> Files(Call call, JsonObject body, Channel channel)
    {
        var ids = body.Texts("file_ids");
        if (ids.Count > MaxFiles)
            throw new Problem(400, "model.post.is_valid.file_ids.app_error", "A post has ten files at most.");
        // Files that aren't the caller's, or hang on another post, are left out without a word.
        return [.. ids.Distinct().Select(id => call.State.Files.GetValueOrDefault(id)).OfType<FileInfo>()
            .Where(file => file.PostId is null && file.UserId == call.Me.Id && file.ChannelId == channel.Id)];
    }

    private static void Attach(Post post, List<FileInfo> files)
    {
        if (files.Count == 0)
            return;
        foreach (var file in files)
            file.PostId = post.Id;
        post.Files.AddRange(files);
        post.FileIds = files.ConvertAll(file => file.Id);
    }

    private static string Checked(string message) =>
        message.Length <= MaxLength ? message : throw new Problem(400, "model.post.is_valid.msg.app_error", "The message is too long.");

    public static string Hashtags(string message) =>
        string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.TrimEnd('.', ',', '!', '?', ':', ';')).Where(word => word.Length > 3 && word[0] == '#' && char.IsLetter(word[1])));

    private static SandboxResponse CreateEphemeral(Call call)
    {
        var body = call.Body("post");
        if (body.Text("user_id") is not { Length: > 0 })
            throw Problem.InvalidBody("user_id");
        if (body.Object("post") is not { } inner)
            throw Problem.InvalidBody("post");
        call.NeedAdmin();
        var channel = call.Readable(inner.Text("channel_id") ?? "");
        var now = call.State.Now();
        // Seen by one user and kept nowhere.
        var post = new Post { Id = call.State.NewId(), CreateAt = now, UserId = call.Me.Id, ChannelId = channel.Id, Type = "system_ephemeral" };
        post.Message = Checked(inner.Text("message") ?? "");
        call.State.News.Ephemeral(post, body.Text("user_id")!);
        return Call.Json(post, 201);
    }

    private static SandboxResponse Get(Call call)
    {
        var post = call.Post();
        Call.Need(call.MayRead(call.ChannelOf(post)));
        return Call.Json(post.Alone()).WithETag(call.Request, ETag(post));
    }

    private static string ETag(Post post) => string.Create(CultureInfo.InvariantCulture, $"{MattermostService.Version}.{post.Id}.{post.UpdateAt}");

    private static SandboxResponse Update(Call call)
    {
        var body = call.Body("post");
        if (body.Text("id") != call.Id("post_id"))
            throw Problem.InvalidBody("id");
        return Change(call, Editable(call), body, whole: true);
    }

    private static SandboxResponse Patch(Call call) => Change(call, Editable(call), call.Body("post"), whole: false);

    /// <summary>A post that the caller may change; an unknown one is refused like a foreign one.</summary>
    private static Post Editable(Call call)
    {
        if (!call.State.Posts.TryGetValue(call.Id("post_id"), out var post) || post.DeleteAt != 0)
            throw Problem.Forbidden();
        Call.Need(post.UserId == call.Me.Id ? call.InChannel(call.ChannelOf(post)) : call.Me.IsAdmin);
        return post;
    }

    /// <summary>Only whoever wrote a post sees what it was before, the newest first.</summary>
    private static SandboxResponse History(Call call)
    {
        var post = call.Post();
        Call.Need(post.UserId == call.Me.Id && call.InChannel(call.ChannelOf(post)));
        return post.Versions.Count > 0
            ? Call.Json(Enumerable.Reverse(post.Versions).ToList())
            : throw new Problem(404, "app.post.get_edit_history_for_post.app_error", "The post was never changed.");
    }

    private static SandboxResponse Restore(Call call)
    {
        var post = call.Post();
        Call.Need(post.UserId == call.Me.Id && call.InChannel(call.ChannelOf(post)));
        var version = post.Versions.Find(one => one.Id == call.Id("restore_version_id"))
            ?? throw new Problem(404, "app.post.restore_post_version.not_an_history_item.app_error", "The post has no such version.");
        return Change(call, post, new() { ["message"] = version.Message }, whole: false);
    }

    /// <summary>What a body says; of a whole post, what it leaves out is gone from then on.</summary>
    private static SandboxResponse Change(Call call, Post post, JsonObject body, bool whole)
    {
        if (call.ChannelOf(post).DeleteAt != 0)
            throw new Problem(400, "api.post.update_post.can_not_update_post_in_deleted.error", "The channel is archived.");
        if (post.Type.StartsWith("system_", StringComparison.Ordinal))
            throw new Problem(400, "api.post.update_post.system_message.app_error", "The server's own messages stay as they are.");
        var now = call.State.Now();
        if (body.Text("message") is { } message && message != post.Message)
        {
            post.Versions.Add(post.AsVersion(call.State.NewId(), now));
            post.Message = Checked(message);
            post.Hashtags = Hashtags(message);
            post.EditAt = now;
        }

        post.IsPinned = body.Bool("is_pinned") ?? (!whole && post.IsPinned);
        post.Props = (JsonObject?)body.Object("props")?.DeepClone() ?? (whole ? [] : post.Props);
        post.UpdateAt = now;
        call.State.News.Edited(post);
        return Call.Json(post);
    }

    private static SandboxResponse Delete(Call call)
    {
        // Later versions only.
        if (call.Query.Flag("permanent"))
            return DeleteForGood(call);
        if (!call.State.Posts.TryGetValue(call.Id("post_id"), out var post) || post.DeleteAt != 0)
            throw Problem.Forbidden();
        var channel = call.ChannelOf(post);
        // A channel's own administrators don't delete for others, those of its team do.
        Call.Need(post.UserId == call.Me.Id ? call.InChannel(channel) : call.Me.IsAdmin || (call.State.Teams[channel.TeamId] is { } team && call.ManagesTeam(team)));
        if (channel.DeleteAt != 0)
            throw new Problem(400, "api.post.delete_post.can_not_delete_post_in_deleted.error", "The channel is archived.");
        // A thread goes with its first post.
        var now = call.State.Now();
        var before = MattermostNews.Text(post);
        foreach (var one in post.Replies.Append(post))
            (one.DeleteAt, one.UpdateAt) = (now, now);
        call.State.News.Deleted(before, channel.Id, call.Me);
        return Call.Ok();
    }

    private static SandboxResponse DeleteForGood(Call call)
    {
        var id = call.Id("post_id");
        if (!call.Config.IsOn("ServiceSettings.EnableAPIPostDeletion"))
            throw new Problem(501, "api.post.delete_post.not_enabled.app_error", "Posts cannot be deleted for good over the API.");
        call.NeedAdmin();
        var post = call.State.Posts.GetValueOrDefault(id) ?? throw Problem.NoPost();
        var before = MattermostNews.Text(post);
        call.State.Remove(post);
        call.State.News.Deleted(before, post.ChannelId, call.Me);
        return Call.Ok();
    }

    private static SandboxResponse Pin(Call call, bool pinned)
    {
        var post = call.Post();
        Call.Need(call.InChannel(call.ChannelOf(post)));
        (post.IsPinned, post.UpdateAt) = (pinned, call.State.Now());
        call.State.News.Edited(post);
        return Call.Ok();
    }

    private static SandboxResponse ByIds(Call call) => Call.Json(call.BodyList("post_ids")
        .Select(id => call.State.Posts.GetValueOrDefault(id)).OfType<Post>()
        .Where(post => post.DeleteAt == 0 && call.MayRead(call.ChannelOf(post))).ToList());
}
