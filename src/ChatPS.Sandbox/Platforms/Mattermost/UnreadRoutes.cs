using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>What people have read: of each channel they are in, all up to some time.</summary>
internal static class UnreadRoutes
{
    public static void Map(MattermostService service)
    {
        service.On("GET", "/users/{user_id}/channels/{channel_id}/unread", OfChannel);
        service.On("GET", "/users/{user_id}/teams/unread", OfUser);
        service.On("GET", "/users/{user_id}/teams/{team_id}/unread", OfTeam);
        service.On("POST", "/channels/members/{user_id}/view", View);
        // Later versions only.
        service.On("POST", "/channels/members/{user_id}/mark_read", ReadMany);
        service.On("POST", "/users/{user_id}/posts/{post_id}/set_unread", Unread);
    }

    private static SandboxResponse OfChannel(Call call)
    {
        var user = call.User();
        call.NeedSelf(user);
        var channel = call.ReadableChannel();
        return channel.Members[user.Id] is { } member
            ? SandboxResponse.Json(new JsonObject
            {
                ["team_id"] = channel.TeamId,
                ["channel_id"] = channel.Id,
                ["msg_count"] = Unread(channel, member),
                ["mention_count"] = member.MentionCount,
                ["mention_count_root"] = member.MentionCountRoot,
                ["msg_count_root"] = UnreadRoots(channel, member),
                ["notify_props"] = null,
            })
            : throw new Problem(404, "app.channel.get_unread.app_error", "The user isn't in the channel.");
    }

    private static SandboxResponse OfUser(Call call)
    {
        var user = call.User();
        call.NeedSelf(user);
        // Conversations belong to no team, and come along only when a team is left out.
        var left = call.Query["exclude_team"] ?? "";
        var teams = user.Channels.Where(channel => channel.DeleteAt == 0 && channel.TeamId != left)
            .GroupBy(channel => channel.TeamId).Select(team => (JsonNode)Sum(user, team.Key, team));
        return SandboxResponse.Json(new JsonArray([.. teams]));
    }

    private static SandboxResponse OfTeam(Call call)
    {
        var (user, team) = (call.User(), call.Team());
        call.NeedSelf(user);
        Call.Need(call.InTeam(team));
        return SandboxResponse.Json(Sum(user, team.Id, user.Channels.Where(channel => channel.DeleteAt == 0 && channel.TeamId == team.Id)));
    }

    private static JsonObject Sum(User user, string teamId, IEnumerable<Channel> channels)
    {
        long messages = 0, roots = 0, mentions = 0, mentionsOfRoots = 0;
        foreach (var channel in channels)
        {
            var member = channel.Members[user.Id]!;
            (messages, roots) = (messages + Unread(channel, member), roots + UnreadRoots(channel, member));
            (mentions, mentionsOfRoots) = (mentions + member.MentionCount, mentionsOfRoots + member.MentionCountRoot);
        }
        return new()
        {
            ["team_id"] = teamId,
            ["msg_count"] = messages,
            ["mention_count"] = mentions,
            ["mention_count_root"] = mentionsOfRoots,
            ["msg_count_root"] = roots,
        };
    }

    // In a muted channel only mentions count.
    private static long Unread(Channel channel, ChannelMember member) => member.IsMuted ? 0 : channel.TotalMsgCount - member.MsgCount;

    private static long UnreadRoots(Channel channel, ChannelMember member) => member.IsMuted ? 0 : channel.TotalMsgCountRoot - member.MsgCountRoot;

    private static SandboxResponse View(Call call)
    {
        var user = call.User();
        call.NeedSelf(user);
        var body = call.Body("channel_view");
        var ids = new List<string>();
        foreach (var name in (string[])["channel_id", "prev_channel_id"])
        {
            if (body.Text(name) is { Length: > 0 } id)
                ids.Add(Call.IsId(id) ? id : throw Problem.InvalidBody("channel_view." + name));
        }
        return Read(call, user, ids);
    }

    private static SandboxResponse ReadMany(Call call)
    {
        var user = call.User();
        call.NeedSelf(user);
        var ids = call.BodyList("channel_ids");
        return ids.TrueForAll(Call.IsId) ? Read(call, user, ids) : throw Problem.InvalidBody("channel_ids");
    }

    /// <summary>Channels that the user isn't in are passed over.</summary>
    private static SandboxResponse Read(Call call, User user, List<string> ids)
    {
        var times = new JsonObject();
        foreach (var channel in ids.Distinct().Select(id => call.State.Channels[id]).OfType<Channel>())
        {
            if (channel.Members[user.Id] is not { } member)
                continue;
            member.Read(channel, channel.LastPostAt);
            times[channel.Id] = member.LastViewedAt;
            call.State.News.Viewed(channel, user);
        }
        return SandboxResponse.Json(new JsonObject { ["status"] = "OK", ["last_viewed_at_times"] = times });
    }

    private static SandboxResponse Unread(Call call)
    {
        var user = call.User();
        call.NeedSelf(user);
        if (!call.State.Posts.TryGetValue(call.Id("post_id"), out var post) || !call.MayRead(call.ChannelOf(post)))
            throw Problem.Forbidden();
        if (post.DeleteAt != 0)
            throw Problem.NoPost();
        var channel = call.ChannelOf(post);
        var member = channel.Members[user.Id] ?? throw new Problem(500, "app.channel.update_last_viewed_at_post.app_error", "The user isn't in the channel.");
        member.Unread(channel, post.CreateAt - 1, user);
        member.LastUpdateAt = call.State.Now();
        call.State.News.MadeUnread(channel, member);
        return SandboxResponse.Json(new JsonObject
        {
            ["team_id"] = channel.TeamId,
            ["user_id"] = user.Id,
            ["channel_id"] = channel.Id,
            // What was read, this time.
            ["msg_count"] = member.MsgCount,
            ["mention_count"] = member.MentionCount,
            ["mention_count_root"] = member.MentionCountRoot,
            ["msg_count_root"] = member.MsgCountRoot,
            ["last_viewed_at"] = member.LastViewedAt,
            ["notify_props"] = null,
        });
    }
}
