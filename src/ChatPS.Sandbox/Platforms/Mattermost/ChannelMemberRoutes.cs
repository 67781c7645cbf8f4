using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>Who is in which channel, and as what.</summary>
internal static class ChannelMemberRoutes
{
    private const int MaxBatch = 1000;

    public static void Map(MattermostService service)
    {
        service.On("GET", "/channels/{channel_id}/members", call => Call.Json(call.Page(call.ReadableChannel().Members.Sorted)));
        service.On("POST", "/channels/{channel_id}/members", Add);
        service.On("POST", "/channels/{channel_id}/members/ids", ByIds);
        service.On("GET", "/channels/{channel_id}/members/{user_id}", Get);
        service.On("DELETE", "/channels/{channel_id}/members/{user_id}", Remove);
        service.On("PUT", "/channels/{channel_id}/members/{user_id}/roles", SetRoles);
        service.On("PUT", "/channels/{channel_id}/members/{user_id}/schemeRoles", SetSchemeRoles);
        service.On("PUT", "/channels/{channel_id}/members/{user_id}/notify_props", SetNotifyProps);
        service.On("GET", "/users/{user_id}/teams/{team_id}/channels/members", OfUserInTeam);
        service.On("GET", "/users/{user_id}/channel_members", OfUser);
    }

    private static ChannelMember Member(Channel channel, User user) => Member(channel, user.Id);

    private static ChannelMember Member(Channel channel, string userId) =>
        channel.Members[userId] ?? throw new Problem(404, "app.channel.get_member.missing.app_error", "The user isn't in the channel.");

    private static SandboxResponse Get(Call call)
    {
        var (_, userId) = (call.Id("channel_id"), call.UserId());
        return Call.Json(Member(call.ReadableChannel(), userId));
    }

    private static SandboxResponse ByIds(Call call)
    {
        var (ids, channel) = (call.BodyList("user_ids"), call.ReadableChannel());
        return Call.Json(ids.Select(id => channel.Members[id]).OfType<ChannelMember>().ToList());
    }

    private static SandboxResponse Add(Call call)
    {
        var body = call.Body("user_id");
        // Many at once are taken by later versions only, and by no local socket.
        var many = body["user_ids"] is JsonArray && !call.IsLocal;
        var ids = many ? body.Texts("user_ids") : [body.Text("user_id") ?? ""];
        if (ids.Count is 0 or > MaxBatch || !ids.TrueForAll(Call.IsId))
            throw Problem.InvalidBody(many ? "user_ids" : "user_id");
        if (body.Text("post_root_id") is { Length: > 0 } root && (!call.State.Posts.TryGetValue(root, out var post) || post.DeleteAt != 0))
            throw Problem.NoPost();
        var channel = call.Channel();
        if (channel.IsDirect)
            throw new Problem(400, "api.channel.add_user_to_channel.type.app_error", "Members of a direct or group channel are fixed.");
        NeedAdder(call, channel, ids);
        var added = ids.Where(id => !channel.Members.Has(id) && id != call.Me.Id && !call.IsLocal).ToList();
        // Of many, those who cannot be taken in are left out; the server says why only when there is nobody else.
        var members = new List<ChannelMember>();
        Problem? last = null;
        foreach (var id in ids)
        {
            try
            {
                members.Add(Join(call, channel, id));
            }
            catch (Problem problem) when (many)
            {
                last = problem;
            }
        }
        if (members.Count == 0 && last is not null)
            throw last;
        var answer = many ? Call.Json(members, 201) : Call.Json(members[0], 201);
        // What the channel is told of it mentions whoever was added.
        foreach (var member in members.Where(member => added.Contains(member.UserId)))
            (member.MentionCount, member.MentionCountRoot) = (1, 1);
        return answer;
    }

    /// <summary>Members take in others; oneself may join an open channel of one's team.</summary>
    private static void NeedAdder(Call call, Channel channel, List<string> ids)
    {
        var onlyMe = ids.TrueForAll(id => id == call.Me.Id);
        var joins = onlyMe && channel.Type == "O" && call.State.Teams[channel.TeamId] is { } team && call.InTeam(team);
        Call.Need(call.InChannel(channel) || joins);
    }

    private static ChannelMember Join(Call call, Channel channel, string userId)
    {
        var user = call.State.Users[userId] ?? throw Problem.NoUser();
        if (call.State.Teams[channel.TeamId]?.Former.ContainsKey(userId) == true)
            throw new Problem(400, "api.channel.add_user.to.channel.failed.deleted.app_error", "The user has left the channel's team.");
        if (call.State.Teams[channel.TeamId]?.Members.Has(userId) != true)
            throw new Problem(404, "app.team.get_member.missing.app_error", "The user isn't in the channel's team.");
        if (channel.Members[userId] is { } known)
            return known;
        var member = channel.Join(user);
        member.LastUpdateAt = call.State.Now();
        call.State.News.Joined(channel, user);
        // Whom nobody takes in is said to have come.
        if (user == call.Me || call.IsLocal)
            ChannelRoutes.Announce(call, channel, "system_join_channel", $"{user.Username} joined the channel.", by: user);
        else
            ChannelRoutes.Announce(call, channel, "system_add_to_channel", $"{user.Username} added to the channel by {call.Me.Username}.", AboutAdded(user, call.Me));
        return member;
    }

    private static JsonObject AboutAdded(User user, User actor) => new()
    {
        ["addedUserId"] = user.Id,
        ["addedUsername"] = user.Username,
        ["userId"] = actor.Id,
        ["username"] = actor.Username,
    };

    private static SandboxResponse Remove(Call call)
    {
        var (channel, user) = (call.Channel(), call.User());
        if (channel.IsDirect)
            throw new Problem(400, "api.channel.remove_channel_member.type.app_error", "Members of a direct or group channel are fixed.");
        Call.Need(user == call.Me || call.InChannel(channel));
        if (channel.IsDefault)
            throw new Problem(400, "api.channel.remove.default.app_error", "Nobody leaves the default channel.");
        if (!channel.Members.Has(user.Id))
            throw new Problem(404, "app.channel.get_member.missing.app_error", "The user isn't in the channel.");
        channel.Leave(user);
        call.State.News.Left(channel, user, call.Me);
        if (user == call.Me)
            ChannelRoutes.Announce(call, channel, "system_leave_channel", $"{user.Username} left the channel.");
        else
            ChannelRoutes.Announce(call, channel, "system_remove_from_channel", $"@{user.Username} removed from the channel.", new()
            {
                ["removedUserId"] = user.Id,
                ["removedUsername"] = user.Username,
            });
        return Call.Ok();
    }

    private static ChannelMember Managed(Call call)
    {
        var channel = call.ReadableChannel();
        Call.Need(call.ManagesChannel(channel));
        return Member(channel, call.User());
    }

    private static SandboxResponse SetRoles(Call call)
    {
        var names = (call.Body("roles").Text("roles") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var member = Managed(call);
        member.ExplicitRoles = string.Join(' ', Membership.Explicit(call.State.Server, names, "channel"));
        member.SchemeAdmin = names.Contains("channel_admin");
        member.SchemeUser = names.Contains("channel_user");
        member.LastUpdateAt = call.State.Now();
        call.State.News.Changed(member);
        return Call.Ok();
    }

    private static SandboxResponse SetSchemeRoles(Call call)
    {
        var (body, member) = (call.Body("scheme_roles"), Managed(call));
        // What isn't said is no.
        var (admin, user, guest) = (body.Bool("scheme_admin") == true, body.Bool("scheme_user") == true, body.Bool("scheme_guest") == true);
        if (user && guest)
            throw new Problem(400, "api.channel.update_channel_member_roles.guest_and_user.app_error", "Nobody is a guest and a user.");
        (member.SchemeAdmin, member.SchemeUser, member.SchemeGuest) = (admin, user, guest);
        member.LastUpdateAt = call.State.Now();
        call.State.News.Changed(member);
        return Call.Ok();
    }

    private static SandboxResponse SetNotifyProps(Call call)
    {
        var (body, user) = (call.Body("notify_props"), call.User());
        call.NeedSelf(user);
        var member = Member(call.ReadableChannel(), user);
        var props = new Dictionary<string, string>(member.NotifyProps);
        var levels = body.Map();
        foreach (var name in (string[])["desktop", "push", "email"])
            if (levels.TryGetValue(name, out var level) && !IsLevel(name, level))
                throw new Problem(400, $"model.channel_member.is_valid.{(name == "desktop" ? "notify" : name)}_level.app_error", $"{level} is no level for {name}.");
        if (levels.TryGetValue("mark_unread", out var unread) && unread is not ("all" or "mention"))
            throw new Problem(400, "model.channel_member.is_valid.unread_level.app_error", $"{unread} is no level for mark_unread.");
        foreach (var (name, value) in levels)
            if (Defaults.ChannelNotifyProps.ContainsKey(name))
                props[name] = value;
        (member.NotifyProps, member.LastUpdateAt) = (props, call.State.Now());
        call.State.News.Changed(member);
        return Call.Ok();
    }

    private static bool IsLevel(string kind, string level) => kind == "email" ? level is "default" or "true" or "false" : level is "default" or "all" or "mention" or "none";

    private static SandboxResponse OfUserInTeam(Call call)
    {
        var (user, team) = (call.User(), call.Team());
        Call.Need(call.InTeam(team));
        call.NeedSelf(user);
        return Call.Json(user.Channels.Where(channel => channel.TeamId == team.Id || channel.IsDirect).Select(channel => channel.Members[user.Id]!).ToList());
    }

    private static SandboxResponse OfUser(Call call)
    {
        var user = call.User();
        call.NeedSelf(user);
        return Call.Json(call.Page(user.Channels.Select(channel => channel.Members[user.Id]!)));
    }
}
