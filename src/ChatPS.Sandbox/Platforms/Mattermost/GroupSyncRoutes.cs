using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>What groups are tied to: their members come into those teams and channels by themselves.</summary>
internal static class GroupSyncRoutes
{
    public static void Map(MattermostService service)
    {
        service.On("GET", "/groups/{group_id}/teams", call => List(call, channels: false));
        service.On("GET", "/groups/{group_id}/channels", call => List(call, channels: true));
        foreach (var id in new[] { "team_id", "channel_id" })
        {
            var path = $"/groups/{{group_id}}/{id[..^3]}s/{{{id}}}";
            service.On("GET", path, call => Call.Json(Found(call, id, GroupRoutes.Readable(call))));
            service.On("POST", path + "/link", call => Link(call, id));
            service.On("PUT", path + "/patch", call => Patch(call, id));
            service.On("DELETE", path + "/link", call => Unlink(call, id));
        }
    }

    private static SandboxResponse List(Call call, bool channels)
    {
        var group = GroupRoutes.Readable(call);
        return Call.Json(call.State.Server.SyncsOf(group).Where(sync => channels == (sync.ChannelId is not null)).ToList());
    }

    private static GroupSync Found(Call call, string kind, Group group) =>
        call.State.Server.SyncsOf(group).FirstOrDefault(sync => Is(sync, kind, call.Id(kind))) ?? throw new Problem(404, "app.group.no_rows", "The group isn't tied to it.");

    private static bool Is(GroupSync sync, string kind, string id) => kind == "team_id" ? sync.ChannelId is null && sync.TeamId == id : sync.ChannelId == id;

    private static SandboxResponse Link(Call call, string kind)
    {
        var (body, target) = (call.Body("Group"), call.Id(kind));
        var id = call.Id("group_id");
        GroupRoutes.NeedLicense(call);
        var channel = kind == "channel_id" ? call.Channel() : null;
        var team = channel is null ? call.Team() : call.State.Teams[channel.TeamId];
        Call.Need(channel is null ? call.ManagesTeam(team!) : call.ManagesChannel(channel));
        var group = GroupRoutes.Find(call, id);
        if (channel is not null && team?.GroupConstrained == true && !call.State.Server.SyncsOf(group).Any(known => Is(known, "team_id", team.Id)))
            throw new Problem(400, "group_not_associated_to_synced_team", "The team takes members of its groups only, and this is none of them.");
        var sync = call.State.Server.Syncs.Find(known => known.GroupId == group.Id && Is(known, kind, target));
        if (sync is null)
        {
            sync = New(group, channel, team, call.State.Now());
            call.State.Server.Syncs.Add(sync);
        }
        sync.DeleteAt = 0;
        return Call.Json(Set(call, sync, body), 201);
    }

    /// <summary>Ties a group to a team, or to a channel.</summary>
    public static GroupSync New(Group group, Channel? channel, Team? team, long at) => new()
    {
        GroupId = group.Id,
        TeamId = team?.Id,
        TeamDisplayName = team?.DisplayName,
        TeamType = team?.Type,
        ChannelId = channel?.Id,
        ChannelDisplayName = channel?.DisplayName,
        ChannelType = channel?.Type,
        CreateAt = at,
    };

    private static GroupSync Set(Call call, GroupSync sync, JsonObject body)
    {
        sync.AutoAdd = body.Bool("auto_add") ?? sync.AutoAdd;
        sync.SchemeAdmin = body.Bool("scheme_admin") ?? sync.SchemeAdmin;
        sync.UpdateAt = call.State.Now();
        if (sync.AutoAdd)
            Join(call.State, sync);
        return sync;
    }

    /// <summary>Takes the group's members in, as the server does in the background.</summary>
    public static void Join(MattermostState state, GroupSync sync)
    {
        var team = state.Teams[sync.TeamId ?? ""];
        foreach (var user in state.Server.Groups[sync.GroupId]!.Members.Where(user => user.DeleteAt == 0))
        {
            var member = team?.Join(user);
            if (sync.ChannelId is { } id && state.Channels[id] is { } channel)
                channel.Join(user).SchemeAdmin |= sync.SchemeAdmin;
            else if (member is not null)
                member.SchemeAdmin |= sync.SchemeAdmin;
        }
    }

    private static SandboxResponse Patch(Call call, string kind)
    {
        var body = call.Body("Group");
        var group = GroupRoutes.Readable(call);
        return Call.Json(Set(call, Found(call, kind, group), body));
    }

    private static SandboxResponse Unlink(Call call, string kind)
    {
        var sync = Found(call, kind, GroupRoutes.Readable(call));
        sync.DeleteAt = sync.UpdateAt = call.State.Now();
        return Call.Ok();
    }
}
