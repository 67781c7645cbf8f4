using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>Teams: lists, one, create, change, archive, remove.</summary>
internal static class TeamRoutes
{
    /// <summary>No team's address may begin like one of the server's own pages.</summary>
    private static readonly string[] Reserved =
        ["admin", "api", "channel", "claim", "error", "files", "help", "landing", "login", "mfa", "oauth", "plug", "plugins", "post", "signup"];

    public static void Map(MattermostService service)
    {
        service.On("GET", "/teams", List);
        service.On("POST", "/teams", Create);
        service.On("POST", "/teams/search", Search);
        service.On("GET", "/teams/{team_id}", call => Call.Json(call.Seen(Visible(call, call.Team()))));
        service.On("GET", "/teams/name/{name}", call => Call.Json(call.Seen(Visible(call, Named(call)))));
        service.On("GET", "/teams/name/{name}/exists", Exists);
        service.On("PUT", "/teams/{team_id}", Update);
        service.On("PUT", "/teams/{team_id}/patch", call => Change(call, call.Body("team")));
        service.On("PUT", "/teams/{team_id}/privacy", SetPrivacy);
        service.On("POST", "/teams/{team_id}/restore", Restore);
        service.On("POST", "/teams/{team_id}/regenerate_invite_id", RenewInvitation);
        service.On("DELETE", "/teams/{team_id}", Delete);
        service.On("GET", "/teams/{team_id}/stats", Stats);
    }

    private static SandboxResponse List(Call call)
    {
        if (call.Query.Flag("exclude_policy_constrained"))
            call.NeedAdmin();
        var teams = Listable(call).ToList();
        var page = call.Page(teams).ConvertAll(call.Seen);
        return call.Query.Flag("include_total_count") ? Counted(page, teams.Count) : Call.Json(page);
    }

    /// <summary>Everybody may list the open teams, administrators all; archived ones are among them.</summary>
    private static IEnumerable<Team> Listable(Call call) => call.State.Teams.Sorted.Where(team => call.Me.IsAdmin || team.AllowOpenInvite);

    private static SandboxResponse Counted(List<Team> teams, int total) => SandboxResponse.Json(new JsonObject
    {
        ["teams"] = System.Text.Json.JsonSerializer.SerializeToNode(teams, MattermostJson.Default.ListTeam),
        ["total_count"] = total,
    });

    private static SandboxResponse Search(Call call)
    {
        var body = call.Body("team_search");
        var term = body.Text("term") ?? "";
        var found = Listable(call).Where(team => (call.Me.IsAdmin || team.Type == "O") && (team.Name.Contains(term, StringComparison.OrdinalIgnoreCase)
            || team.DisplayName.Contains(term, StringComparison.OrdinalIgnoreCase))).ToList();
        var paged = body.Int("page") is not null && body.Int("per_page") is not null;
        if (paged && !call.Me.IsAdmin)
            throw new Problem(501, "api.team.search_teams.pagination_not_implemented.public_team_search", "Only administrators may page through a search.");
        return paged ? Counted(call.Page(found, body).ConvertAll(call.Seen), found.Count) : Call.Json(found.ConvertAll(call.Seen));
    }

    private static Team Visible(Call call, Team team)
    {
        Call.Need((team.AllowOpenInvite && team.Type == "O") || call.InTeam(team));
        return team;
    }

    private static Team Named(Call call) =>
        call.State.TeamByName(call.Request.Route("name")) ?? throw new Problem(404, "app.team.get_by_name.missing.app_error", "No team has that name.");

    private static SandboxResponse Exists(Call call)
    {
        var team = call.State.TeamByName(call.Request.Route("name"));
        return SandboxResponse.Json(new JsonObject { ["exists"] = team is not null && (team.AllowOpenInvite || call.InTeam(team)) });
    }

    private static SandboxResponse Create(Call call)
    {
        var body = call.Body("team");
        var (name, title, type) = (body.Text("name") ?? "", body.Text("display_name") ?? "", body.Text("type") ?? "");
        Check(title, body);
        if (Array.Exists(Reserved, word => name.StartsWith(word, StringComparison.Ordinal)))
            throw Invalid("reserved");
        if (name.Length is < 2 or > 64 || name[0] == '-' || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            throw Invalid("characters");
        if (type is not ("O" or "I"))
            throw Invalid("type");
        if (call.State.TeamByName(name) is not null)
            throw new Problem(400, "app.team.save.existing.app_error", "Another team has that name.");
        var team = call.State.NewTeam(name, title, call.Me, call.State.Now());
        team.Type = type;
        Apply(team, body, whole: false);
        // Nobody made it, so nobody is in it.
        if (call.IsLocal)
            team.Email = body.Text("email")?.ToLowerInvariant() ?? "";
        else
            team.Join(call.Me, admin: true);
        return Call.Json(team, 201);
    }

    private static Problem Invalid(string field) => new(400, $"model.team.is_valid.{field}.app_error", $"The team's {field} isn't valid.");

    private static SandboxResponse Update(Call call)
    {
        var body = call.Body("team");
        if (body.Text("id") != call.Team().Id)
            throw Problem.InvalidBody("id");
        return Change(call, body, whole: true);
    }

    private static SandboxResponse Change(Call call, JsonObject body, bool whole = false)
    {
        var team = Managed(call);
        Check(body.Text("display_name") ?? (whole ? "" : team.DisplayName), body);
        Apply(team, body, whole);
        team.UpdateAt = call.State.Now();
        call.State.Teams.Reorder();
        call.State.News.Updated(team);
        return Call.Json(team);
    }

    /// <summary>What doesn't fit is refused before anything is changed.</summary>
    private static void Check(string title, JsonObject body)
    {
        if (title.Length is 0 or > 64)
            throw Invalid("name");
        foreach (var (field, id, longest) in (ReadOnlySpan<(string, string, int)>)
            [("description", "description", 255), ("company_name", "company", 64), ("allowed_domains", "domains", 1000)])
            if (body.Text(field)?.Length > longest)
                throw Invalid(id);
    }

    /// <summary>What a body says; of a whole team, what it leaves out is empty from then on.</summary>
    private static void Apply(Team team, JsonObject body, bool whole)
    {
        team.DisplayName = body.Text("display_name") ?? team.DisplayName;
        team.Description = body.Text("description") ?? (whole ? "" : team.Description);
        team.CompanyName = body.Text("company_name") ?? (whole ? "" : team.CompanyName);
        team.AllowedDomains = body.Text("allowed_domains") ?? (whole ? "" : team.AllowedDomains);
        team.AllowOpenInvite = body.Bool("allow_open_invite") ?? (!whole && team.AllowOpenInvite);
        team.GroupConstrained = body.Bool("group_constrained") ?? (whole ? null : team.GroupConstrained);
    }

    private static Team Managed(Call call)
    {
        var team = call.State.Teams[call.Id("team_id")];
        if (team is null && call.Me.IsAdmin)
            throw Problem.NoTeam();
        Call.Need(team is not null && call.ManagesTeam(team));
        return team!;
    }

    private static SandboxResponse SetPrivacy(Call call)
    {
        var privacy = call.Body("privacy").Text("privacy");
        if (privacy is not ("O" or "I"))
            throw Problem.InvalidBody("privacy");
        var team = Managed(call);
        (team.Type, team.AllowOpenInvite, team.UpdateAt) = (privacy, privacy == "O", call.State.Now());
        call.State.News.Updated(team);
        return Call.Json(team);
    }

    private static SandboxResponse RenewInvitation(Call call)
    {
        var team = Managed(call);
        (team.InviteId, team.UpdateAt) = (call.State.NewId(), call.State.Now());
        return Call.Json(team);
    }

    private static SandboxResponse Restore(Call call)
    {
        var team = Managed(call);
        (team.DeleteAt, team.UpdateAt) = (0, call.State.Now());
        call.State.News.Restored(team);
        return Call.Json(team);
    }

    private static SandboxResponse Delete(Call call)
    {
        var team = Managed(call);
        team.DeleteAt = team.UpdateAt = call.State.Now();
        call.State.News.Archived(team);
        if (call.Query.Flag("permanent"))
            call.State.Remove(team);
        return Call.Ok();
    }

    private static SandboxResponse Stats(Call call)
    {
        var (id, team) = (call.Id("team_id"), call.State.Teams[call.Id("team_id")]);
        Call.Need(team is null ? call.Me.IsAdmin : call.InTeam(team));
        return SandboxResponse.Json(new JsonObject
        {
            ["team_id"] = id,
            ["total_member_count"] = team?.Members.Count ?? 0,
            ["active_member_count"] = team?.Members.Sorted.Count(member => call.State.Users[member.UserId]!.DeleteAt == 0) ?? 0,
        });
    }
}
