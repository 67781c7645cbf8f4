using System.Text.Json;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>The threads that people follow. Who writes in one follows it.</summary>
internal static class ThreadRoutes
{
    private const int DefaultPageSize = 30;

    public static void Map(MattermostService service)
    {
        service.On("GET", "/users/{user_id}/teams/{team_id}/threads", List);
        service.On("PUT", "/users/{user_id}/teams/{team_id}/threads/{thread_id}/following", call => Follow(call, true));
        service.On("DELETE", "/users/{user_id}/teams/{team_id}/threads/{thread_id}/following", call => Follow(call, false));
    }

    /// <summary>The thread with the newest reply comes first; what begins no thread has none.</summary>
    private static SandboxResponse List(Call call)
    {
        var (user, teamId) = (call.User(), call.Id("team_id"));
        call.NeedSelf(user);
        var (before, after) = (call.Query["before"] ?? "", call.Query["after"] ?? "");
        if (before.Length > 0 && after.Length > 0)
            throw new Problem(400, "api.getThreadsForUser.bad_params", "Either before or after.");
        var followed = call.State.Channels.Sorted.Where(channel => channel.TeamId == teamId || channel.IsDirect).SelectMany(channel => channel.Posts)
            .Where(post => post is { DeleteAt: 0, Root: null } && post.ReplyCount > 0 && post.Followers.ContainsKey(user.Id))
            .OrderByDescending(LastReplyAt).ToList();
        var shown = followed.Where(post => before.Length == 0 || LastReplyAt(post) < MomentOf(call, before));
        if (after.Length > 0)
            shown = shown.Where(post => LastReplyAt(post) > MomentOf(call, after)).Reverse();
        var size = (int)(call.Query.Int("pageSize") is > 0 and <= int.MaxValue and var asked ? asked : DefaultPageSize);
        return SandboxResponse.Json(new JsonObject
        {
            ["total"] = followed.Count,
            ["total_unread_threads"] = followed.Count(post => Unread(post, user) > 0),
            ["total_unread_mentions"] = 0,
            ["threads"] = new JsonArray([.. shown.Take(size).Select(post => (JsonNode)Seen(post, user))]),
        });
    }

    private static JsonObject Seen(Post post, User user) => new()
    {
        ["id"] = post.Id,
        ["reply_count"] = post.ReplyCount,
        ["last_reply_at"] = LastReplyAt(post),
        ["last_viewed_at"] = post.Followers[user.Id],
        ["participants"] = new JsonArray([.. post.Replies.Append(post).Select(one => one.UserId).Distinct().Select(id => (JsonNode)new JsonObject { ["id"] = id })]),
        ["post"] = JsonSerializer.SerializeToNode(post, MattermostJson.Default.Post),
        ["unread_replies"] = Unread(post, user),
        ["unread_mentions"] = 0,
    };

    private static SandboxResponse Follow(Call call, bool follows)
    {
        var user = call.User();
        call.NeedSelf(user);
        if (!call.State.Posts.TryGetValue(call.Id("thread_id"), out var post) || post.DeleteAt != 0)
            throw Problem.NoPost();
        var root = post.Root ?? post;
        if (follows)
            root.Followers.TryAdd(user.Id, call.State.Now());
        else
            root.Followers.Remove(user.Id);
        call.State.News.Followed(root, user, call.Id("team_id"), follows);
        return Call.Ok();
    }

    private static long LastReplyAt(Post post) => post.Replies.Where(reply => reply.DeleteAt == 0).Select(reply => reply.CreateAt).DefaultIfEmpty().Max();

    private static long MomentOf(Call call, string id) => call.State.Posts.TryGetValue(id, out var post) ? LastReplyAt(post) : 0;

    private static int Unread(Post post, User user) => post.Replies.Count(reply => reply.DeleteAt == 0 && reply.CreateAt >= post.Followers[user.Id] && reply.UserId != user.Id);
}
