using System.Globalization;
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
        service.On("POST", "/teams/{team_id}/invite-guests/email", InviteGuests);
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
        // What no member is asked, local mode asks.
        if (call.IsLocal && !emails.TrueForAll(IsAddress))
            throw NoAddress();
        return Send(call, team!, emails, team!.AllowedDomains, channels: null);
    }

    private static SandboxResponse InviteGuests(Call call)
    {
        call.NeedGuests("api.team.invate_guests_to_channels");
        var team = call.State.Teams[call.Id("team_id")];
        Call.Need(team is not null && call.ManagesTeam(team));
        var body = call.Body("guests");
        var emails = body.Texts("emails").ConvertAll(email => email.ToLowerInvariant());
        if (emails.Count == 0)
            throw Invalid("emails");
        if (!emails.TrueForAll(IsAddress))
            throw Invalid("email");
        var channels = body.Texts("channels");
        if (channels.Count == 0)
            throw Invalid("channels");
        if (!channels.TrueForAll(Call.IsId))
            throw Invalid("channel");
        // One that is not there is passed over.
        if (channels.Exists(id => call.State.Channels[id] is { } channel && channel.TeamId != team!.Id))
            throw new Problem(400, "api.team.invite_guests.channel_in_invalid_team.app_error", "The channel is in another team.");
        return Send(call, team!, emails, call.Config["GuestAccountsSettings.RestrictCreationToDomains"]?.ToString() ?? "", channels);

        static Problem Invalid(string what) => new(400, $"model.guest.is_valid.{what}.app_error", "The invitation of guests isn't valid.");
    }

    private static SandboxResponse Send(Call call, Team team, List<string> emails, string domains, IReadOnlyList<string>? channels)
    {
        var outcomes = emails.ConvertAll(email => (Email: email, Problem: Check(domains, email)));
        var graceful = !string.IsNullOrEmpty(call.Query["graceful"]);
        if (!graceful && outcomes.Find(outcome => outcome.Problem is not null).Problem is { } first)
            throw first;
        var sent = outcomes.FindAll(outcome => outcome.Problem is null);
        if (sent.Count > 0)
            Count(call, sent.Count);
        foreach (var (email, _) in sent)
            call.State.Integrations.Invites.Add(new(MattermostState.NewSecret(), email, team.Id, channels));
        return !graceful ? Call.Ok() : SandboxResponse.Json(new JsonArray([.. outcomes.Select(Outcome)]));
    }

    /// <summary>Each may invite so many an hour; of more than may still be, none is.</summary>
    private static void Count(Call call, int mails)
    {
        // Who comes by the local socket is somebody else each time.
        var sender = call.IsLocal ? call.State.NewId() : call.Me.Id;
        var decision = call.State.Integrations.InviteLimit.Take(sender, call.Request.Time, mails);
        if (!decision.Allowed)
            throw new Problem(413, "app.email.rate_limit_exceeded.app_error",
                $"So many invitations are not mailed. All may be mailed again after {InGo(decision.ResetAfter)}. These may be after {InGo(decision.RetryAfter)}.");
    }

    // As programs in Go write how long something takes.
    private static string InGo(TimeSpan time) => time < TimeSpan.Zero ? "-1ns"
        : time == TimeSpan.Zero ? "0s"
        : string.Create(CultureInfo.InvariantCulture, $"{(time.TotalHours >= 1 ? $"{(int)time.TotalHours}h" : "")}{(time.TotalMinutes >= 1 ? $"{time.Minutes}m" : "")}{time.TotalSeconds % 60:0.#######}s");

    private static bool IsAddress(string email) => email.IndexOf('@', StringComparison.Ordinal) > 0 && !email.Contains(' ', StringComparison.Ordinal);

    // Whether a member's is an address at all nobody asks.
    private static Problem? Check(string domains, string email) =>
        domains.Length > 0 && !domains.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Any(domain => email.EndsWith("@" + domain, StringComparison.Ordinal))
            ? NoAddress()
            : null;

    private static Problem NoAddress() => new(400, "api.team.invite_members.invalid_email.app_error", "Only other domains are taken in.");

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
        if (Of(call, "token", 400) is { } invite)
        {
            if (invite.IsForGuest != call.Me.IsGuest)
                throw new Problem(400, "api.user.create_user.invalid_invitation_type.app_error", "The invitation is for the other kind of account.");
            return Call.Json(Take(call, invite, call.Me), 201);
        }
        if (call.Query["invite_id"] is not { Length: > 0 } id || Array.Find(call.State.Teams.Sorted, team => team.InviteId == id) is not { } team)
            throw Unknown(400);
        return Call.Json(team.Join(call.Me), 201);
    }

    /// <summary>The mail whose token the query has; null if it has none.</summary>
    public static EmailInvite? Of(Call call, string name, int status) => call.Query[name] is { Length: > 0 } token
        ? call.State.Integrations.Invites.Find(invite => invite.Token == token) ?? throw Unknown(status)
        : null;

    /// <summary>Lets somebody in; the mail is good for that once.</summary>
    public static TeamMember Take(Call call, EmailInvite invite, User user)
    {
        call.State.Integrations.Invites.Remove(invite);
        var member = call.State.Teams[invite.TeamId]!.Join(user);
        foreach (var channel in (invite.Channels ?? []).Select(id => call.State.Channels[id]).OfType<Channel>())
            channel.Join(user);
        return member;
    }

    private static Problem Unknown(int status) => new(status, "api.user.create_user.signup_link_invalid.app_error", "The invitation isn't valid.");
}
