using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>One channel: read, create, change, archive, move, remove.</summary>
internal static class ChannelRoutes
{
    private const int MaxGroup = 8;
    private const int MinGroup = 3;

    public static void Map(MattermostService service)
    {
        service.On("POST", "/channels", Create);
        service.On("POST", "/channels/direct", CreateDirect);
        service.On("POST", "/channels/group", CreateGroup);
        service.On("GET", "/channels/{channel_id}", Get);
        service.On("GET", "/teams/{team_id}/channels/name/{channel_name}", call => ByName(call, call.State.Teams[call.Id("team_id")]));
        service.On("GET", "/teams/name/{team_name}/channels/name/{channel_name}", call => ByName(
            call, call.State.TeamByName(call.Request.Route("team_name")) ?? throw new Problem(404, "app.team.get_by_name.missing.app_error", "No team has that name.")));
        service.On("PUT", "/channels/{channel_id}", Update);
        service.On("PUT", "/channels/{channel_id}/patch", Patch);
        service.On("PUT", "/channels/{channel_id}/privacy", SetPrivacy);
        service.On("POST", "/channels/{channel_id}/restore", Restore);
        service.On("POST", "/channels/{channel_id}/move", Move);
        service.On("DELETE", "/channels/{channel_id}", Delete);
        service.On("GET", "/channels/{channel_id}/stats", Stats);
    }

    private static SandboxResponse Create(Call call)
    {
        var body = call.Body("channel");
        var (teamId, type) = (body.Text("team_id") ?? "", body.Text("type") ?? "");
        if (type is "D" or "G")
            throw new Problem(400, "api.channel.create_channel.direct_channel.app_error", "Direct and group channels have operations of their own.");
        var team = call.State.Teams[teamId];
        if (team is null && teamId.Length > 0 && call.Me.IsAdmin)
            throw new Problem(404, "app.channel.get_channels.not_found.app_error", "There is no such team.");
        Call.Need(team is not null && call.InTeam(team));
        if (type is not ("O" or "P"))
            throw Invalid("type");
        var name = body.Text("name") ?? "";
        CheckName(team!, name, itself: null);
        CheckTexts(body);
        var now = call.State.Now();
        var channel = call.State.NewChannel(team!.Id, type, name, body.Text("display_name") ?? "", call.IsLocal ? body.Text("creator_id") ?? "" : call.Me.Id, now);
        Apply(channel, body);
        // Nobody made it, so nobody is in it.
        if (call.IsLocal)
            return Call.Json(channel, 201);
        channel.Join(call.Me, admin: true);
        call.State.News.Created(channel, call.Me);
        // What the server says of it in the channel comes after the answer.
        var answer = Call.Json(channel, 201);
        Announce(call, channel, "system_join_channel", $"{call.Me.Username} joined the channel.");
        return answer;
    }

    private static void CheckName(Team team, string name, Channel? itself)
    {
        // Names of direct channels are two ids; no other channel may look like one.
        if (name.Length > 64)
            throw new Problem(500, "app.channel.create_channel.internal_error", "The database has no room for such a name.");
        if (name.Length < 2 || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_'))
            throw new Problem(400, "model.channel.is_valid.2_or_more.app_error", "A channel's name is of small letters, digits, hyphens and underscores, two or more.");
        if (name.Split("__") is [var one, var other] && Call.IsId(one) && Call.IsId(other))
            throw Invalid("name");
        if (team.Channels.TryGetValue(name, out var same) && same != itself)
            throw itself is null
                ? new Problem(400, "store.sql_channel.save_channel.exists.app_error", "Another channel of the team has that name.")
                : NoChange();
    }

    private static Problem NoChange() => new(400, "app.channel.update.bad_id", "The channel cannot be changed so.");

    private static Problem Invalid(string field) => new(400, $"model.channel.is_valid.{field}.app_error", $"The channel's {field} isn't valid.");

    /// <summary>What doesn't fit is refused before anything is changed.</summary>
    private static void CheckTexts(JsonObject body)
    {
        foreach (var (field, longest) in (ReadOnlySpan<(string, int)>)[("display_name", 64), ("header", 1024), ("purpose", 250)])
            if (body.Text(field)?.Length > longest)
                throw Invalid(field);
    }

    private static void Apply(Channel channel, JsonObject body)
    {
        var (title, header, purpose) = (body.Text("display_name"), body.Text("header"), body.Text("purpose"));
        channel.DisplayName = title is { Length: > 0 } ? title : channel.DisplayName;
        channel.Header = header ?? channel.Header;
        channel.Purpose = purpose ?? channel.Purpose;
        channel.GroupConstrained = body.Bool("group_constrained") ?? channel.GroupConstrained;
    }

    /// <summary>The message that the server itself posts about a change.</summary>
    public static void Announce(Call call, Channel channel, string type, string message, JsonObject? props = null, User? by = null)
    {
        var (now, teller) = (call.State.Now(), by ?? call.Teller);
        call.State.Add(new Post
        {
            Id = call.State.NewId(),
            CreateAt = now,
            UpdateAt = now,
            UserId = teller.Id,
            ChannelId = channel.Id,
            Type = type,
            Message = message,
            Props = props ?? new JsonObject { ["username"] = teller.Username },
        });
    }

    private static SandboxResponse CreateDirect(Call call)
    {
        if ((call.Request.Json as JsonArray)?.Count != 2)
            throw Problem.InvalidBody("user_ids");
        var ids = call.BodyList("user_ids");
        if (!ids.TrueForAll(Call.IsId))
            throw Problem.InvalidBody("user_id");
        Call.Need(ids.Contains(call.Me.Id) || call.Me.IsAdmin);
        var users = ids.ConvertAll(id => call.State.Users[id]
            ?? throw new Problem(400, "api.channel.create_direct_channel.invalid_user.app_error", "One of the users doesn't exist."));
        var direct = call.State.DirectChannel(users[0], users[1], call.State.Now());
        call.State.News.Added(direct, call.Me);
        return Call.Json(direct, 201);
    }

    private static SandboxResponse CreateGroup(Call call)
    {
        var ids = call.BodyList("user_ids");
        if (!ids.TrueForAll(Call.IsId))
            throw Problem.InvalidBody("user_id");
        if (!ids.Contains(call.Me.Id))
            ids.Add(call.Me.Id);
        if (ids.Count is < MinGroup or > MaxGroup)
            throw new Problem(400, "api.channel.create_group.bad_size.app_error", "A group has three to eight members.");
        var users = ids.ConvertAll(id => call.State.Users[id]
            ?? throw new Problem(400, "api.channel.create_group.bad_user.app_error", "One of the users doesn't exist."));
        var group = call.State.GroupChannel(users, call.State.Now());
        call.State.News.Added(group, call.Me);
        return Call.Json(group, 201);
    }

    private static SandboxResponse Get(Call call)
    {
        var channel = call.Channel();
        Call.Need(call.MayRead(channel));
        return Call.Json(channel);
    }

    private static SandboxResponse ByName(Call call, Team? team)
    {
        var missing = new Problem(404, "app.channel.get_by_name.missing.app_error", "No channel of the team has that name.");
        var name = call.Request.Route("channel_name");
        // What belongs to no team is found in each.
        var channel = team?.Channels.GetValueOrDefault(name) ?? (team is null ? null : call.Me.Channels.Find(own => own.TeamId.Length == 0 && own.Name == name));
        if (channel is null || (channel.DeleteAt != 0 && !call.Query.Flag("include_deleted")))
            throw missing;
        // Who may not see a private channel isn't told that it exists.
        if (channel.Type == "P" && !call.InChannel(channel))
            throw missing;
        Call.Need(call.MayRead(channel));
        return Call.Json(channel);
    }

    private static SandboxResponse Update(Call call)
    {
        var body = call.Body("channel");
        var channel = call.Channel();
        if (body.Text("id") != channel.Id)
            throw Problem.InvalidBody("channel_id");
        NeedEditor(call, channel);
        if (channel.DeleteAt != 0)
            throw new Problem(400, "api.channel.update_channel.deleted.app_error", "The channel is archived.");
        if (body.Text("type") is { Length: > 0 } type && type != channel.Type)
            throw new Problem(400, "api.channel.update_channel.typechange.app_error", "The type is changed by the privacy operation.");
        if (channel.IsDefault && body.Text("name") is { Length: > 0 } name && name != channel.Name)
            throw new Problem(400, "api.channel.update_channel.tried.app_error", "The default channel keeps its name.");
        return Change(call, channel, body, quietly: true);
    }

    private static SandboxResponse Patch(Call call)
    {
        var (body, channel) = (call.Body("channel"), call.Channel());
        NeedEditor(call, channel);
        if (channel.DeleteAt != 0)
            throw NoChange();
        return Change(call, channel, body, quietly: false);
    }

    private static SandboxResponse Change(Call call, Channel channel, JsonObject body, bool quietly)
    {
        CheckTexts(body);
        var (title, header, purpose) = (channel.DisplayName, channel.Header, channel.Purpose);
        if (!channel.IsDirect && body.Text("name") is { Length: > 0 } name && name != channel.Name)
        {
            CheckName(call.State.Teams[channel.TeamId]!, name, channel);
            call.State.Rename(channel, name);
        }

        Apply(channel, body);
        channel.UpdateAt = call.State.Now();
        call.State.Channels.Reorder();
        call.State.News.Updated(channel);
        var answer = Call.Json(channel);
        // Who comes by the local socket changes it in silence.
        if (call.IsLocal)
            return answer;
        if (channel.DisplayName != title)
            Tell("displayname", title, channel.DisplayName);
        // A change of the whole tells of the new name alone.
        if (!quietly && channel.Header != header)
            Tell("header", header, channel.Header);
        if (!quietly && channel.Purpose != purpose)
            Tell("purpose", purpose, channel.Purpose);
        return answer;

        void Tell(string what, string before, string after) => Announce(
            call, channel, $"system_{what}_change", $"{call.Me.Username} changed the channel's {what} from: {before} to: {after}",
            new() { ["username"] = call.Me.Username, ["old_" + what] = before, ["new_" + what] = after });
    }

    private static void NeedEditor(Call call, Channel channel) => Call.Need(call.InChannel(channel));

    private static SandboxResponse SetPrivacy(Call call)
    {
        var privacy = call.Body("privacy").Text("privacy");
        if (privacy is not ("O" or "P"))
            throw Problem.InvalidBody("privacy");
        var channel = call.Channel();
        Call.Need(call.ManagesChannel(channel));
        if (channel.IsDefault && privacy == "P")
            throw new Problem(400, "api.channel.update_channel_privacy.default_channel_error", "The default channel stays open.");
        (channel.Type, channel.UpdateAt) = (privacy, call.State.Now());
        call.State.News.Converted(channel);
        var answer = Call.Json(channel);
        Announce(call, channel, "system_change_chan_privacy", $"This channel is {(privacy == "P" ? "private" : "public")} from now on.");
        return answer;
    }

    private static SandboxResponse Restore(Call call)
    {
        var channel = call.Channel();
        Call.Need(call.State.Teams[channel.TeamId] is { } team && call.ManagesTeam(team));
        if (channel.DeleteAt == 0)
            throw new Problem(400, "api.channel.restore_channel.restored.app_error", "The channel isn't archived.");
        (channel.DeleteAt, channel.UpdateAt) = (0, call.State.Now());
        call.State.News.Restored(channel);
        var answer = Call.Json(channel);
        Announce(call, channel, "system_channel_restored", $"{call.Teller.Username} unarchived the channel.");
        return answer;
    }

    private static SandboxResponse Move(Call call)
    {
        var (channel, body) = (call.Channel(), call.Body("team_id"));
        var team = call.State.Teams[body.Text("team_id") ?? throw Problem.InvalidBody("team_id")];
        var force = body.Bool("force") ?? throw Problem.InvalidBody("force");
        if (team is null)
            throw Problem.NoTeam();
        if (channel.IsDirect)
            throw new Problem(403, "api.channel.move_channel.type.invalid", "Direct and group channels belong to no team.");
        call.NeedAdmin();
        var strangers = channel.Members.Sorted.Where(member => !team.Members.Has(member.UserId)).Select(member => call.State.Users[member.UserId]!).ToList();
        if (strangers.Count > 0 && !force)
            throw new Problem(500, "app.channel.move_channel.members_do_not_match.error", "Some members aren't in the other team.");
        if (team.Channels.ContainsKey(channel.Name))
            throw NoChange();
        foreach (var user in strangers)
            channel.Leave(user);
        call.State.Move(channel, team);
        channel.UpdateAt = call.State.Now();
        return Call.Json(channel);
    }

    private static SandboxResponse Delete(Call call)
    {
        var channel = call.Channel();
        if (channel.IsDirect)
            throw new Problem(400, "api.channel.delete_channel.type.invalid", "Direct and group channels cannot be archived.");
        Call.Need(call.InChannel(channel));
        if (call.Query.Flag("permanent"))
        {
            call.NeedAdmin();
            channel.DeleteAt = call.State.Now();
            call.State.News.Archived(channel);
            call.State.Remove(channel);
            return Call.Ok();
        }

        if (channel.DeleteAt != 0)
            throw new Problem(400, "api.channel.delete_channel.deleted.app_error", "The channel is archived already.");
        if (channel.IsDefault)
            throw new Problem(400, "api.channel.delete_channel.cannot.app_error", "The default channel cannot be archived.");
        Announce(call, channel, "system_channel_deleted", $"{call.Teller.Username} archived the channel.");
        channel.DeleteAt = channel.UpdateAt = call.State.Now();
        call.State.News.Archived(channel);
        return Call.Ok();
    }

    private static SandboxResponse Stats(Call call)
    {
        var channel = call.ReadableChannel();
        return SandboxResponse.Json(new JsonObject
        {
            ["channel_id"] = channel.Id,
            ["member_count"] = channel.Members.Sorted.Count(member => call.State.Users[member.UserId]!.DeleteAt == 0),
            ["guest_count"] = 0,
            ["pinnedpost_count"] = channel.Posts.Count(post => post.IsPinned && post.DeleteAt == 0),
        });
    }
}
