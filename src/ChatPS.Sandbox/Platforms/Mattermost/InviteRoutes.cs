using System.Text.Json;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>Invitations to teams: by mail, which nobody gets here, and by the id that is part of a team's own address.</summary>
internal static class InviteRoutes
{
    public static void Map(MattermostService service)
    {
        service.On("POST", "/teams/{team_id}/invite/email", Invite);
        service.On("POST", "/teams/{team_id}/invite-guests/email", _ => throw new Problem(
            501, "api.team.invate_guests_to_channels.license.error", "The server's license does not include guests."));
        service.On("DELETE", "/teams/invites/email", Invalidate);
        service.OnOpen("GET", "/teams/invite/{invite_id}", Info);
        service.On("POST", "/teams/members/invite", Accept);
    }

    private static SandboxResponse Invite(Call call)
    {
        var team = call.State.Teams[call.Id("team_id")];
        Call.Need(team is not null && call.InTeam(team));
        var emails = (call.Request.Json as JsonArray ?? []).Select(item => item?.ToString().ToLowerInvariant() ?? "").ToList();
        if (emails.Count == 0)
            throw Problem.InvalidBody("user_email");
        var outcomes = emails.ConvertAll(email => (Email: email, Problem: Check(team!, email)));
        var graceful = !string.IsNullOrEmpty(call.Query["graceful"]);
        if (!graceful && outcomes.Find(outcome => outcome.Problem is not null).Problem is { } first)
            throw first;
        foreach (var (email, _) in outcomes.Where(outcome => outcome.Problem is null))
            call.State.Integrations.Invites.Add(new(MattermostState.NewSecret(), email, team!.Id));
        return !graceful ? Call.Ok() : SandboxResponse.Json(new JsonArray([.. outcomes.Select(Outcome)]));
    }

    private static Problem? Check(Team team, string email) =>
        // Whether it is an address at all nobody asks.
        team.AllowedDomains.Length > 0 && !team.AllowedDomains.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Any(domain => email.EndsWith("@" + domain, StringComparison.Ordinal))
            ? new Problem(400, "api.team.invite_members.invalid_email.app_error", "The team takes in other domains only.")
            : null;

    private static JsonObject Outcome((string Email, Problem? Problem) outcome) => new()
    {
        ["email"] = outcome.Email,
        ["error"] = outcome.Problem is not { } problem ? null : JsonSerializer.SerializeToNode(
            new AppError { Id = problem.Id, Message = problem.Message, StatusCode = problem.Status }, MattermostJson.Default.AppError),
    };

    private static SandboxResponse Invalidate(Call call)
    {
        call.NeedAdmin();
        call.State.Integrations.Invites.Clear();
        return Call.Ok();
    }

    private static SandboxResponse Info(Call call)
    {
        var team = Array.Find(call.State.Teams.Sorted, team => team.InviteId == call.Id("invite_id"))
            ?? throw new Problem(404, "app.team.get_by_invite_id.finding.app_error", "No team has that invitation.");
        if (team.Type != "O")
            throw new Problem(403, "api.team.get_invite_info.not_open_team", "The team isn't open.");
        return SandboxResponse.Json(new JsonObject
        {
            ["description"] = team.Description,
            ["display_name"] = team.DisplayName,
            ["id"] = team.Id,
            ["name"] = team.Name,
        });
    }

    private static SandboxResponse Accept(Call call)
    {
        var invite = call.State.Integrations.Invites.Find(invite => invite.Token == call.Query["token"]);
        var team = invite is not null ? call.State.Teams[invite.TeamId]
            : call.Query["invite_id"] is { Length: > 0 } id ? Array.Find(call.State.Teams.Sorted, team => team.InviteId == id)
            : null;
        if (team is null)
            throw new Problem(400, "api.user.create_user.signup_link_invalid.app_error", "The invitation isn't valid.");
        if (invite is not null)
            call.State.Integrations.Invites.Remove(invite);
        return Call.Json(team.Join(call.Me), 201);
    }
}
