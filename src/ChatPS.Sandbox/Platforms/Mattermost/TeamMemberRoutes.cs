using System.Text.Json;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>Who belongs to which team, and as what.</summary>
internal static class TeamMemberRoutes
{
    private const int MaxBatch = 256;

    public static void Map(MattermostService service)
    {
        service.On("GET", "/teams/{team_id}/members", List);
        service.On("POST", "/teams/{team_id}/members", Add);
        service.On("POST", "/teams/{team_id}/members/batch", AddMany);
        service.On("POST", "/teams/{team_id}/members/ids", ByIds);
        service.On("GET", "/teams/{team_id}/members/{user_id}", Get);
        service.On("DELETE", "/teams/{team_id}/members/{user_id}", Remove);
        service.On("PUT", "/teams/{team_id}/members/{user_id}/roles", SetRoles);
        service.On("PUT", "/teams/{team_id}/members/{user_id}/schemeRoles", SetSchemeRoles);
        service.On("GET", "/users/{user_id}/teams", TeamsOfUser);
        service.On("GET", "/users/{user_id}/teams/members", MembershipsOfUser);
    }

    private static Team Visible(Call call)
    {
        var team = call.State.Teams[call.Id("team_id")];
        if (team is null && call.Me.IsAdmin)
            throw Problem.NoTeam();
        Call.Need(team is not null && call.InTeam(team));
        return team!;
    }

    private static TeamMember Member(Team team, User user) =>
        team.Members[user.Id] ?? throw Missing();

    private static Problem Missing() => new(404, "app.team.get_member.missing.app_error", "The user isn't in the team.");

    /// <summary>A membership, also one that has ended: then it says when.</summary>
    private static SandboxResponse Get(Call call)
    {
        var (team, userId) = (call.State.Teams[call.Id("team_id")], call.UserId());
        Call.Need(team is null ? call.Me.IsAdmin : call.InTeam(team));
        return Call.Json(team?.Members[userId] ?? team?.Former.GetValueOrDefault(userId) ?? throw Missing());
    }

    private static SandboxResponse List(Call call)
    {
        var team = call.State.Teams[call.Id("team_id")];
        Call.Need(team is null ? call.Me.IsAdmin : call.InTeam(team));
        IEnumerable<TeamMember> members = team?.Members.Sorted ?? [];
        if (call.Query["sort"] == "Username")
            members = members.OrderBy(member => call.State.Users[member.UserId]!.Username, StringComparer.Ordinal);
        if (call.Query.Flag("exclude_deleted_users"))
            members = members.Where(member => call.State.Users[member.UserId]!.DeleteAt == 0);
        return Call.Json(call.Page(members));
    }

    private static SandboxResponse ByIds(Call call)
    {
        var (ids, team) = (call.BodyList("user_ids"), Visible(call));
        return Call.Json(ids.Select(id => team.Members[id]).OfType<TeamMember>().ToList());
    }

    private static SandboxResponse Add(Call call)
    {
        var body = call.Body("member");
        if (body.Text("team_id") != call.Id("team_id"))
            throw Problem.InvalidBody("team_id");
        var userId = body.Text("user_id");
        if (!Call.IsId(userId))
            throw Problem.InvalidBody("user_id");
        var team = call.Team();
        // Whoever joins by himself needs an open team; taking in others is for members.
        Call.Need(call.InTeam(team) || (userId == call.Me.Id && team.AllowOpenInvite));
        return Call.Json(Join(call, team, userId!), 201);
    }

    private static TeamMember Join(Call call, Team team, string userId)
    {
        var user = call.State.Users[userId] ?? throw Problem.NoUser();
        if (team.DeleteAt != 0)
            throw new Problem(400, "api.team.join_user_to_team.archived.app_error", "The team is archived.");
        var isNew = !team.Members.Has(userId);
        var member = team.Join(user);
        if (isNew)
            call.State.News.Joined(team, user);
        return member;
    }

    private static SandboxResponse AddMany(Call call)
    {
        var members = (call.Request.Json as JsonArray ?? []).OfType<JsonObject>().ToList();
        if (members.Count == 0)
            throw Problem.InvalidBody("no members in batch");
        if (members.Count > MaxBatch)
            throw Problem.InvalidBody("too many members in batch");
        var team = call.Team();
        if (members.Exists(member => member.Text("team_id") != team.Id))
            throw Problem.InvalidBody("team_id");
        if (members.Exists(member => !Call.IsId(member.Text("user_id"))))
            throw Problem.InvalidBody("user_id");
        Call.Need(call.InTeam(team));
        var ids = members.ConvertAll(member => member.Text("user_id")!);
        return string.IsNullOrEmpty(call.Query["graceful"])
            ? Call.Json(ids.ConvertAll(id => Join(call, team, id)), 201)
            : SandboxResponse.Json(new JsonArray([.. ids.Select(id => (JsonNode)Gracefully(call, team, id))]), 201);
    }

    /// <summary>The membership, or in its place why there is none.</summary>
    private static JsonObject Gracefully(Call call, Team team, string userId)
    {
        var answer = new JsonObject { ["user_id"] = userId, ["member"] = null, ["error"] = null };
        try
        {
            answer["member"] = JsonSerializer.SerializeToNode(Join(call, team, userId), MattermostJson.Default.TeamMember);
        }
        catch (Problem problem)
        {
            var error = new AppError { Id = problem.Id, Message = problem.Message, DetailedError = $"User id: {userId}", StatusCode = problem.Status };
            answer["error"] = JsonSerializer.SerializeToNode(error, MattermostJson.Default.AppError);
        }

        return answer;
    }

    private static SandboxResponse Remove(Call call)
    {
        var (team, user) = (call.Team(), call.User());
        Call.Need(user == call.Me || call.ManagesTeam(team));
        // Whoever has left may be removed again.
        if (!team.Members.Has(user.Id) && !team.Former.ContainsKey(user.Id))
            throw Missing();
        if (team.Members.Has(user.Id))
            call.State.News.Leaving(team, user);
        team.Leave(user, call.State.Now());
        return Call.Ok();
    }

    private static SandboxResponse SetRoles(Call call)
    {
        var member = Managed(call);
        var names = (call.Body("team_member_roles").Text("roles") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        member.ExplicitRoles = string.Join(' ', Membership.Explicit(call.State.Server, names, "team"));
        member.SchemeAdmin = names.Contains("team_admin");
        member.SchemeUser = names.Contains("team_user");
        return Call.Ok();
    }

    private static SandboxResponse SetSchemeRoles(Call call)
    {
        var (member, body) = (Managed(call), call.Body("scheme_roles"));
        // What isn't said is no.
        var (admin, user, guest) = (body.Bool("scheme_admin") == true, body.Bool("scheme_user") == true, body.Bool("scheme_guest") == true);
        if (user && guest)
            throw new Problem(400, "api.team.update_team_member_roles.guest_and_user.app_error", "Nobody is a guest and a user.");
        (member.SchemeAdmin, member.SchemeUser, member.SchemeGuest) = (admin, user, guest);
        return Call.Ok();
    }

    private static TeamMember Managed(Call call)
    {
        var team = call.Team();
        Call.Need(call.ManagesTeam(team));
        return Member(team, call.User());
    }

    private static SandboxResponse TeamsOfUser(Call call)
    {
        var id = call.UserId();
        call.NeedSelf(id);
        return Call.Json((call.State.Users[id]?.Teams ?? []).Where(team => team.DeleteAt == 0).Select(call.Seen).ToList());
    }

    private static SandboxResponse MembershipsOfUser(Call call)
    {
        var id = call.UserId();
        call.NeedSelf(id);
        return Call.Json(call.State.Teams.Sorted.Select(team => team.Members[id] ?? team.Former.GetValueOrDefault(id)).OfType<TeamMember>().ToList());
    }
}
