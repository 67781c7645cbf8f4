using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>Many users: lists with filters, batches, search, completion and counts.</summary>
internal static class UserListRoutes
{
    public static void Map(MattermostService service)
    {
        service.On("GET", "/users", List);
        service.On("POST", "/users/ids", ByIds);
        service.On("POST", "/users/usernames", ByNames);
        service.On("POST", "/users/search", Search);
        service.On("GET", "/users/autocomplete", Autocomplete);
        service.On("GET", "/users/known", Known);
        service.On("GET", "/users/stats", call => Count(call.State.Users.Sorted.Count(user => user.DeleteAt == 0 && !user.IsBot)));
        service.On("GET", "/users/stats/filtered", FilteredCount);
    }

    private static SandboxResponse List(Call call)
    {
        var query = call.Query;
        var (inTeam, notInTeam, inChannel, notInChannel) = (query["in_team"] ?? "", query["not_in_team"] ?? "", query["in_channel"] ?? "", query["not_in_channel"] ?? "");
        var sort = query["sort"] ?? "";
        CheckFilters(call, inTeam, notInTeam, inChannel, notInChannel, sort);

        IEnumerable<User> users = call.State.Users.Sorted;
        if (query.Flag("without_team"))
        {
            call.NeedAdmin();
            users = users.Where(user => user.Teams.Count == 0);
        }
        else if (notInChannel.Length > 0)
        {
            var (channel, team) = (call.Readable(notInChannel), VisibleTeam(call, inTeam));
            users = users.Where(user => team.Members.Has(user.Id) && !channel.Members.Has(user.Id));
        }
        else if (notInTeam.Length > 0)
        {
            var team = VisibleTeam(call, notInTeam);
            users = users.Where(user => !team.Members.Has(user.Id));
        }
        else if (inTeam.Length > 0)
        {
            users = InTeam(call, VisibleTeam(call, inTeam), sort);
        }
        else if (inChannel.Length > 0)
        {
            var channel = call.Readable(inChannel);
            users = users.Where(user => channel.Members.Has(user.Id));
            if (sort == "status")
                users = users.OrderBy(user => user.DeleteAt != 0).ThenBy(user => Array.IndexOf(["online", "away", "dnd"], user.Status) is >= 0 and var at ? at : 3);
        }
        // Groups are nothing that local mode knows: it passes over the question and lists everybody.
        else if (query["in_group"] is { Length: > 0 } groupId && !call.IsLocal)
        {
            // Of all other filters the server knows none here.
            return call.Seen(call.Page(InGroup(call, users, groupId).Where(user => user.DeleteAt == 0)));
        }

        return call.Seen(call.Page(ByState(call, users)));
    }

    private static void CheckFilters(Call call, string inTeam, string notInTeam, string inChannel, string notInChannel, string sort)
    {
        if (notInChannel.Length > 0 && inTeam.Length == 0)
            throw Problem.InvalidUrl("team_id");
        var teamOnly = inTeam.Length > 0 && notInTeam.Length + inChannel.Length + notInChannel.Length == 0 && string.IsNullOrEmpty(call.Query["without_team"]);
        var sortable = sort switch
        {
            "" => true,
            "last_activity_at" or "create_at" => teamOnly,
            "status" => inChannel.Length > 0,
            _ => false,
        };
        if (!sortable)
            throw Problem.InvalidUrl("sort");
        if (call.Query.Flag("active") && call.Query.Flag("inactive"))
            throw Problem.InvalidUrl("inactive");
    }

    private static IEnumerable<User> InTeam(Call call, Team team, string sort) => sort switch
    {
        "create_at" => Members(call, team).OrderByDescending(user => user.CreateAt),
        "last_activity_at" => Members(call, team).Where(user => user.LastActivityAt > 0).OrderByDescending(user => user.LastActivityAt),
        _ => call.State.Users.Sorted.Where(user => team.Members.Has(user.Id)),
    };

    /// <summary>Those of a group; an unknown one has nobody.</summary>
    private static IEnumerable<User> InGroup(Call call, IEnumerable<User> users, string id)
    {
        GroupRoutes.NeedLicense(call);
        call.NeedAdmin();
        return users.Where(user => call.State.Server.Groups[id]?.Members.Contains(user) == true);
    }

    private static IEnumerable<User> Members(Call call, Team team) => team.Members.Sorted.Select(member => call.State.Users[member.UserId]!);

    private static IEnumerable<User> ByState(Call call, IEnumerable<User> users)
    {
        var query = call.Query;
        if (query["role"] is { Length: > 0 } role)
            users = users.Where(user => user.Roles.Contains(role, StringComparison.OrdinalIgnoreCase));
        // Of several the server knows those of the system, and passes over any other.
        string[] roles = [.. (query["roles"] ?? "").Split(',').Where(name => name is "system_user" || (name.StartsWith("system_", StringComparison.Ordinal)
            && call.State.Server.IsRole(name) && name is not ("system_post_all" or "system_post_all_public" or "system_user_access_token")))];
        if (query.Flag("active"))
            users = users.Where(user => user.DeleteAt == 0);
        if (query.Flag("inactive"))
            users = users.Where(user => user.DeleteAt != 0);
        return roles.Length > 0 ? users.Where(user => Array.Exists(roles, name => name == "system_user" ? user.Roles == name : user.HasRole(name))) : users;
    }

    /// <summary>A team that the caller may see; to whom all are open, an unknown one is a team without members.</summary>
    private static Team VisibleTeam(Call call, string id)
    {
        var team = call.State.Teams[id];
        if (team is null && call.Me.IsAdmin)
            return new() { Id = id, Name = "", DisplayName = "" };
        Call.Need(team is not null && call.InTeam(team));
        return team!;
    }

    private static SandboxResponse ByIds(Call call) =>
        call.Seen(call.BodyList("user_ids").Select(id => call.State.Users[id]).OfType<User>().Distinct().OrderBy(user => user.Username, StringComparer.Ordinal));

    private static SandboxResponse ByNames(Call call) =>
        call.Seen(call.BodyList("usernames").Where(name => !name.Any(char.IsUpper)).Select(call.State.UserByName).OfType<User>().Distinct().OrderBy(user => user.Username, StringComparer.Ordinal));

    private static SandboxResponse Search(Call call)
    {
        var body = call.Body("");
        if (body.Text("term") is not { Length: > 0 } term)
            throw Problem.InvalidBody("term");
        var limit = body.Int("limit") is null or 0 ? 100 : body.Int("limit")!.Value;
        if (limit is <= 0 or > 1000)
            throw Problem.InvalidBody("limit");
        var notInChannel = body.Text("not_in_channel_id") ?? "";
        if (notInChannel.Length > 0 && string.IsNullOrEmpty(body.Text("team_id")))
            throw Problem.InvalidBody("team_id");

        IEnumerable<User> users = call.State.Users.Sorted;
        if (body.Text("in_group_id") is { Length: > 0 } groupId)
            users = InGroup(call, users, groupId);
        if (body.Text("team_id") is { Length: > 0 } teamId && VisibleTeam(call, teamId) is { } team)
            users = users.Where(user => team.Members.Has(user.Id));
        if (body.Text("not_in_team_id") is { Length: > 0 } notTeamId && VisibleTeam(call, notTeamId) is { } notTeam)
            users = users.Where(user => !notTeam.Members.Has(user.Id));
        if (body.Text("in_channel_id") is { Length: > 0 } channelId && call.Readable(channelId) is { } channel)
            users = users.Where(user => channel.Members.Has(user.Id));
        if (notInChannel.Length > 0 && call.Readable(notInChannel) is { } notChannel)
            users = users.Where(user => !notChannel.Members.Has(user.Id));
        if (body.Bool("allow_inactive") != true)
            users = users.Where(user => user.DeleteAt == 0);
        if (body.Bool("without_team") == true)
            users = users.Where(user => user.Teams.Count == 0);
        if (body.Text("role") is { Length: > 0 } role)
            users = users.Where(user => user.HasRole(role));
        return call.Seen(users.Where(user => Matches(user, term, emails: true)).Take((int)limit));
    }

    private static SandboxResponse Autocomplete(Call call)
    {
        var (name, limit) = (call.Query["name"] ?? "", (int)Math.Clamp(call.Query.Int("limit") ?? 100, 0, 1000));
        var active = call.State.Users.Sorted.Where(user => user.DeleteAt == 0 && Matches(user, name, emails: false));
        var team = call.Query["in_team"] is { Length: > 0 } teamId ? VisibleTeam(call, teamId) : null;
        if (team is not null)
            active = active.Where(user => team.Members.Has(user.Id));
        if (call.Query["in_channel"] is not { Length: > 0 } channelId)
            return SandboxResponse.Json(new JsonObject { ["users"] = Nodes(call, active.Take(limit)) });
        if (team is null)
            throw new Problem(500, "api.user.autocomplete_users.missing_team_id.app_error", "Completion within a channel needs its team as well.");
        var channel = call.Readable(channelId);
        return SandboxResponse.Json(new JsonObject
        {
            ["users"] = Nodes(call, active.Where(user => channel.Members.Has(user.Id)).Take(limit)),
            ["out_of_channel"] = Nodes(call, active.Where(user => !channel.Members.Has(user.Id)).Take(limit)),
        });
    }

    private static JsonNode? Nodes(Call call, IEnumerable<User> users) =>
        System.Text.Json.JsonSerializer.SerializeToNode(users.Select(user => user.SeenBy(call.Me)).ToList(), MattermostJson.Default.ListUser);

    /// <summary>Names match by their beginnings, as does the address when it may.</summary>
    private static bool Matches(User user, string term, bool emails)
    {
        var text = term.TrimStart('@');
        return Starts(user.Username) || Starts(user.FirstName) || Starts(user.LastName) || Starts(user.Nickname)
            || Starts($"{user.FirstName} {user.LastName}") || (emails && Starts(user.Email));

        bool Starts(string name) => name.StartsWith(text, StringComparison.OrdinalIgnoreCase);
    }

    private static SandboxResponse Known(Call call) =>
        Call.Json(call.Me.Channels.SelectMany(channel => channel.Members.Sorted).Select(member => member.UserId).Where(id => id != call.Me.Id).Distinct().ToList());

    private static SandboxResponse FilteredCount(Call call)
    {
        call.NeedAdmin();
        IEnumerable<User> users = call.State.Users.Sorted;
        if (!call.Query.Flag("include_deleted"))
            users = users.Where(user => user.DeleteAt == 0);
        if (!call.Query.Flag("include_bots"))
            users = users.Where(user => !user.IsBot);
        if (call.Query["in_team"] is { Length: > 0 } teamId)
            users = users.Where(user => call.State.Teams[teamId]?.Members.Has(user.Id) == true);
        if (call.Query["in_channel"] is { Length: > 0 } channelId)
            users = users.Where(user => call.State.Channels[channelId]?.Members.Has(user.Id) == true);
        if (call.Query["roles"] is { Length: > 0 } roles)
            users = users.Where(user => Array.Exists(roles.Split(','), user.HasRole));
        return Count(users.Count());
    }

    private static SandboxResponse Count(int users) => SandboxResponse.Json(new JsonObject { ["total_users_count"] = users });
}
