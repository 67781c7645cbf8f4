using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>Many posts: a channel's pages, threads, pinned ones and searches. Lists have an order and a map.</summary>
internal static class PostListRoutes
{
    private const int MaxFound = 100;
    private const int MaxSince = 1000;

    public static void Map(MattermostService service)
    {
        service.On("GET", "/channels/{channel_id}/posts", OfChannel);
        service.On("GET", "/channels/{channel_id}/pinned", Pinned);
        service.On("POST", "/teams/{team_id}/posts/search", Search);
    }

    private static SandboxResponse OfChannel(Call call)
    {
        var (after, before) = (Cursor(call, "after"), Cursor(call, "before"));
        var since = call.Query["since"] is { Length: > 0 } text
            ? long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var at) ? at : throw Problem.InvalidBody("since")
            : 0;
        var channel = call.ReadableChannel();
        if (since > 0)
            return Call.Json(Since(channel, since));
        var etag = string.Create(CultureInfo.InvariantCulture, $"{MattermostService.Version}.{channel.Posts.Select(post => post.UpdateAt).DefaultIfEmpty().Max()}");
        return Call.Json(Page(call, channel, after, before)).WithETag(call.Request, etag);
    }

    private static string Cursor(Call call, string name)
    {
        var id = call.Query[name] ?? "";
        return id.Length == 0 || Call.IsId(id) ? id : throw Problem.InvalidBody(name);
    }

    /// <summary>What has changed since a moment, deleted posts too, newest first and without neighbours.</summary>
    private static PostList Since(Channel channel, long since)
    {
        var list = new PostList();
        foreach (var post in channel.Posts.Where(post => post.UpdateAt > since).Take(MaxSince).OrderByDescending(post => post.CreateAt))
        {
            list.Add(post.DeleteAt > 0 ? post.AsDeleted() : post);
            if (post.Root is { } root)
                list.Posts[root.Id] = root;
        }

        return list;
    }

    private static PostList Page(Call call, Channel channel, string after, string before)
    {
        var living = channel.Posts.Where(post => post.DeleteAt == 0);
        // A page after a post counts from that post onwards, yet is shown newest first like all others.
        var candidates = after.Length > 0 ? living.Where(post => post.CreateAt > MomentOf(call, after))
            : before.Length > 0 ? living.Where(post => post.CreateAt < MomentOf(call, before)).Reverse()
            : living.Reverse();
        var page = call.Page(candidates);
        if (after.Length > 0)
            page.Reverse();

        var list = new PostList();
        page.ForEach(list.Add);
        AddThreads(list, page, wholeThreads: call.Query["skipFetchThreads"] != "true", ofRootsToo: after.Length + before.Length > 0);
        Neighbours(call, channel, list, after, before);
        return list;
    }

    /// <summary>The moment of a cursor's post; for an unknown post one that nothing lies before or after.</summary>
    private static long? MomentOf(Call call, string postId) => call.State.Posts.TryGetValue(postId, out var post) ? post.CreateAt : null;

    /// <summary>Besides the posts of the order the map holds the beginnings of their threads, and unless skipped the whole threads.</summary>
    private static void AddThreads(PostList list, List<Post> page, bool wholeThreads, bool ofRootsToo)
    {
        foreach (var post in page)
        {
            var root = post.Root ?? (ofRootsToo ? post : null);
            if (root is null || root.DeleteAt != 0)
                continue;
            list.Posts[root.Id] = root;
            if (wholeThreads)
                foreach (var reply in root.Replies.Where(reply => reply.DeleteAt == 0))
                    list.Posts[reply.Id] = reply;
        }
    }

    private static void Neighbours(Call call, Channel channel, PostList list, string after, string before)
    {
        var (full, firstPage) = (list.Order.Count >= call.PageSize, call.PageNumber == 0);
        if (list.Order.Count > 0)
        {
            var (newest, oldest) = (list.Posts[list.Order[0]].CreateAt, list.Posts[list.Order[^1]].CreateAt);
            list.NextPostId = channel.Posts.Find(post => post.DeleteAt == 0 && post.CreateAt > newest)?.Id ?? "";
            list.PrevPostId = channel.Posts.FindLast(post => post.DeleteAt == 0 && post.CreateAt < oldest)?.Id ?? "";
        }

        if (after.Length > 0)
        {
            list.PrevPostId = firstPage ? after : list.PrevPostId;
            list.NextPostId = full ? list.NextPostId : "";
        }
        else if (before.Length > 0)
        {
            list.NextPostId = firstPage ? before : list.NextPostId;
            list.PrevPostId = full ? list.PrevPostId : "";
        }
    }

    /// <summary>A thread by any of its posts. Its order names the asked post twice: once for itself, once as part of the thread.</summary>
    public static SandboxResponse Thread(Call call)
    {
        var post = call.Post();
        Call.Need(call.MayRead(call.ChannelOf(post)));
        var list = new PostList();
        list.Add(post);
        if (call.Query["skipFetchThreads"] != "true")
        {
            var root = post.Root ?? post;
            foreach (var one in root.Replies.Prepend(root).Where(one => one.DeleteAt == 0))
                list.Add(one);
        }

        return Call.Json(list).WithETag(call.Request, ETag(list));
    }

    private static SandboxResponse Pinned(Call call)
    {
        var list = new PostList();
        foreach (var post in call.ReadableChannel().Posts.Where(post => post.IsPinned && post.DeleteAt == 0))
            list.Add(post);
        return Call.Json(list).WithETag(call.Request, ETag(list));
    }

    private static string ETag(PostList list)
    {
        var newest = list.Posts.Values.MaxBy(post => (post.UpdateAt, post.Id));
        return string.Create(CultureInfo.InvariantCulture,
            $"{MattermostService.Version}.{list.Order.FirstOrDefault()}.{newest?.Id ?? "0"}.{newest?.UpdateAt ?? 0}");
    }

    private static SandboxResponse Search(Call call)
    {
        var (teamId, team) = (call.Id("team_id"), call.State.Teams[call.Id("team_id")]);
        Call.Need(team is null ? call.Me.IsAdmin : call.InTeam(team));
        if (call.Request.Json is not JsonObject body)
            throw new Problem(400, "api.post.search_posts.invalid_body.app_error", "The body isn't valid.");
        if (body.Text("terms") is not { Length: > 0 } terms)
            throw Problem.InvalidBody("terms");
        var list = new PostList();
        // The database search of this server has one page of a hundred; there is nothing on later ones.
        if (body.Int("page") is null or 0)
        {
            var query = PostQuery.Parse(terms, body.Bool("is_or_search") == true, body.Int("time_zone_offset") ?? 0);
            var channels = call.Me.Channels.Where(channel => (channel.TeamId == teamId || (channel.IsDirect && team is not null))
                && (channel.DeleteAt == 0 || body.Bool("include_deleted_channels") == true));
            foreach (var post in query.Find(call.State, channels).OrderByDescending(post => post.CreateAt).Take(MaxFound))
                list.Add(post);
        }

        var answer = (JsonObject)JsonSerializer.SerializeToNode(list, MattermostJson.Default.PostList)!;
        answer["matches"] = null;
        return SandboxResponse.Json(answer);
    }
}
