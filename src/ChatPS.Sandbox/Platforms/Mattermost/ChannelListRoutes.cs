using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>Many channels: of the server, of a team, of a user, and searches.</summary>
internal static class ChannelListRoutes
{
    private const int MaxFound = 100;

    public static void Map(MattermostService service)
    {
        service.On("GET", "/channels", ListAll);
        service.On("POST", "/channels/search", SearchAll);
        service.On("POST", "/channels/group/search", SearchGroups);
        service.On("GET", "/teams/{team_id}/channels", call => OfTeam(call, channel => channel.Type == "O" && channel.DeleteAt == 0));
        service.On("GET", "/teams/{team_id}/channels/private", Private);
        service.On("GET", "/teams/{team_id}/channels/deleted", call => OfTeam(
            call, channel => channel.DeleteAt != 0 && (channel.Type == "O" || call.InChannel(channel))));
        service.On("POST", "/teams/{team_id}/channels/ids", ByIds);
        service.On("POST", "/teams/{team_id}/channels/search", call => Search(call, deleted: false));
        service.On("POST", "/teams/{team_id}/channels/search_archived", call => Search(call, deleted: true));
        service.On("GET", "/teams/{team_id}/channels/autocomplete", Autocomplete);
        service.On("GET", "/teams/{team_id}/channels/search_autocomplete", AutocompleteOwn);
        service.On("GET", "/users/{user_id}/teams/{team_id}/channels", OfUserInTeam);
        service.On("GET", "/users/{user_id}/channels", OfUser);
    }

    private static SandboxResponse ListAll(Call call)
    {
        call.NeedAdmin();
        var channels = call.State.Channels.Sorted.Where(channel => !channel.IsDirect
            && (channel.DeleteAt == 0 || call.Query.Flag("include_deleted"))
            && !(call.Query.Flag("exclude_default_channels") && channel.Name is "town-square" or "off-topic")).ToList();
        var page = call.Page(channels).ConvertAll(channel => WithTeam(call, channel));
        return call.Query.Flag("include_total_count") ? Counted(page, channels.Count) : Call.Json(page);
    }

    private static Channel WithTeam(Call call, Channel channel) => channel.WithTeam(call.State.Teams[channel.TeamId]);

    private static SandboxResponse Counted(List<Channel> channels, int total) => SandboxResponse.Json(new JsonObject
    {
        ["channels"] = JsonSerializer.SerializeToNode(channels, MattermostJson.Default.ListChannel),
        ["total_count"] = total,
    });

    private static SandboxResponse SearchAll(Call call)
    {
        var body = call.Body("channel_search");
        call.NeedAdmin();
        var (term, teams) = (body.Text("term") ?? "", body.Texts("team_ids"));
        var (open, closed) = (body.Bool("public") == true, body.Bool("private") == true);
        var deletedToo = call.Query.Flag("include_deleted") || body.Bool("include_deleted") == true;
        var found = call.State.Channels.Sorted.Where(channel => !channel.IsDirect && Matches(channel, term)
            && (body.Bool("deleted") == true ? channel.DeleteAt != 0 : channel.DeleteAt == 0 || deletedToo)
            && (teams.Count == 0 || teams.Contains(channel.TeamId))
            && (open == closed || channel.Type == (open ? "O" : "P"))
            && !(body.Bool("exclude_default_channels") == true && channel.Name is "town-square" or "off-topic")).ToList();
        if (body.Int("page") is null || body.Int("per_page") is null)
            return Call.Json(found.Take(MaxFound).Select(channel => WithTeam(call, channel)).ToList());
        return Counted(call.Page(found, body).ConvertAll(channel => WithTeam(call, channel)), found.Count);
    }

    private static SandboxResponse SearchGroups(Call call)
    {
        var term = call.Body("channel_search").Text("term") ?? "";
        return Call.Json(call.Me.Channels.Where(channel => channel.Type == "G" && Matches(channel, term)).Take(MaxFound).ToList());
    }

    private static bool Matches(Channel channel, string term) =>
        channel.Name.Contains(term, StringComparison.OrdinalIgnoreCase) || channel.DisplayName.Contains(term, StringComparison.OrdinalIgnoreCase)
        || channel.Purpose.Contains(term, StringComparison.OrdinalIgnoreCase);

    /// <summary>A team that the caller may see; to whom all are open, an unknown one is a team without channels.</summary>
    private static Team Visible(Call call)
    {
        var team = call.State.Teams[call.Id("team_id")];
        if (team is null && call.Me.IsAdmin)
            return new() { Id = call.Id("team_id"), Name = "", DisplayName = "" };
        Call.Need(team is not null && call.InTeam(team));
        return team!;
    }

    private static IEnumerable<Channel> Sorted(Team team, Func<Channel, bool> wanted) =>
        team.Channels.Values.Where(wanted).OrderBy(channel => channel.DisplayName, StringComparer.Ordinal);

    private static SandboxResponse OfTeam(Call call, Func<Channel, bool> wanted) => Call.Json(call.Page(Sorted(Visible(call), wanted)));

    private static SandboxResponse Private(Call call)
    {
        call.NeedAdmin();
        return OfTeam(call, channel => channel.Type == "P" && channel.DeleteAt == 0);
    }

    private static SandboxResponse ByIds(Call call)
    {
        var ids = call.BodyList("channel_ids");
        if (!ids.TrueForAll(Call.IsId))
            throw Problem.InvalidBody("channel_id");
        var team = Visible(call);
        var found = Sorted(team, channel => channel.Type == "O" && channel.DeleteAt == 0 && ids.Contains(channel.Id)).ToList();
        return found.Count > 0 ? Call.Json(found) : throw new Problem(404, "app.channel.get_channels_by_ids.not_found.app_error", "None of the channels exists.");
    }

    private static SandboxResponse Search(Call call, bool deleted)
    {
        if (call.Body("channel_search").Text("term") is not { } term)
            throw Problem.InvalidBody("channel_search");
        return Call.Json(Sorted(Visible(call), channel => channel.Type == "O" && (channel.DeleteAt != 0) == deleted && Matches(channel, term)).Take(MaxFound).ToList());
    }

    private static SandboxResponse Autocomplete(Call call)
    {
        var name = call.Query["name"] ?? "";
        return Call.Json(Sorted(Visible(call), channel => channel.DeleteAt == 0 && channel.Type == "O" && Matches(channel, name)).Take(50).ToList());
    }

    /// <summary>Completes what one searches in: the own channels.</summary>
    private static SandboxResponse AutocompleteOwn(Call call)
    {
        var (name, team) = (call.Query["name"] ?? "", Visible(call));
        return Call.Json(call.Me.Channels.Where(channel => channel.DeleteAt == 0 && (channel.TeamId == team.Id || channel.Type == "G") && Matches(channel, name))
            .OrderBy(channel => channel.DisplayName, StringComparer.OrdinalIgnoreCase).Take(50).ToList());
    }

    private static SandboxResponse OfUserInTeam(Call call)
    {
        var id = call.UserId();
        call.NeedSelf(id);
        var team = Visible(call);
        if (call.Query.Int("last_delete_at") < 0)
            throw Problem.InvalidUrl("last_delete_at");
        var channels = call.State.Users[id] is { } user ? Of(call, user, channel => channel.TeamId == team.Id || channel.IsDirect) : [];
        if (channels.Count == 0)
            throw new Problem(404, "app.channel.get_channels.not_found.app_error", "The user is in no channel of the team.");
        var newest = channels.MaxBy(channel => Math.Max(channel.LastPostAt, channel.UpdateAt))!;
        var etag = string.Create(CultureInfo.InvariantCulture,
            $"{MattermostService.Version}.{newest.Id}.{Math.Max(newest.LastPostAt, newest.UpdateAt)}.0.{channels.Count}");
        return Call.Json(channels).WithETag(call.Request, etag);
    }

    private static SandboxResponse OfUser(Call call)
    {
        var user = call.User();
        call.NeedSelf(user);
        return Call.Json(Of(call, user, _ => true));
    }

    private static List<Channel> Of(Call call, User user, Func<Channel, bool> wanted)
    {
        var (deletedToo, since) = (call.Query.Flag("include_deleted"), call.Query.Int("last_delete_at") ?? 0);
        return [.. user.Channels.Where(channel => wanted(channel) && (channel.DeleteAt == 0 || (deletedToo && channel.DeleteAt >= since)))
            .OrderBy(channel => channel.DisplayName, StringComparer.Ordinal)];
    }
}
