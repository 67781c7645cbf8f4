using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Heroku.Model;

namespace ChatPS.Sandbox.Platforms.Heroku.Routes;

/// <summary>Who belongs to a team, and who is invited.</summary>
internal static class TeamMemberRoutes
{
    private static readonly SortOrder<TeamMember> Order = new(("email", member => member.Account.Email));
    private static readonly SortOrder<TeamInvitation> InvitationOrder = new();
    private static readonly string[] Roles = ["admin", "collaborator", "member", "viewer"];

    public static void MapTeamMembers(this HerokuService heroku)
    {
        foreach (var team in (string[])["/teams/{team_identity}", "/organizations/{team_identity}"])
        {
            heroku.Map("GET", team + "/members", call => call.List(call.Team().Members, Order, ToJson));
            heroku.Map("PUT", team + "/members", call => Write(call, mayBeNew: true, mayExist: true));
            heroku.Map("DELETE", team + "/members/{team_member_identity}", Remove);
        }

        heroku.Map("POST", "/teams/{team_identity}/members", call => Write(call, mayBeNew: true, mayExist: false));
        heroku.Map("PATCH", "/teams/{team_identity}/members", call => Write(call, mayBeNew: false, mayExist: true));
        heroku.Map("GET", "/teams/{team_identity}/members/{team_member_identity}/apps", call =>
        {
            var member = Member(call, call.Team());
            return call.List(
                TeamRoutes.AppsOf(call, call.Team()).Where(app => app.IsJoinedBy(member.Account)), AppRoutes.Order, app => TeamAppRoutes.ToJson(app, call.Me));
        });

        heroku.Map("GET", "/teams/{team_identity}/invitations", call => call.List(call.Team().Invitations, InvitationOrder, ToJson));
        heroku.Map("PUT", "/teams/{team_identity}/invitations", Invite);
        heroku.Map("DELETE", "/teams/{team_identity}/invitations/{team_invitation_identity}", Revoke);
        heroku.Map("GET", "/teams/invitations/{team_invitation_token}", call => call.List([Invitation(call)], InvitationOrder, ToJson));
        heroku.Map("POST", "/teams/invitations/{team_invitation_token}/accept", Accept);
    }

    private static SandboxResponse Write(HerokuCall call, bool mayBeNew, bool mayExist)
    {
        var team = call.Team("admin");
        var (email, role) = (call.RequiredText("email"), Role(call.RequiredText("role")));
        var account = call.State.Accounts.Find(email) ?? throw HerokuAnswer.NotFound("account");
        var member = team.Members.Find(member => member.Account == account);
        if (member is null ? !mayBeNew : !mayExist)
            throw member is null ? HerokuAnswer.NotFound("member") : HerokuAnswer.Invalid($"{email} is already a member of the team.");
        if (member is null)
        {
            NeedRoom(team);
            team.Members.Add(member = new() { Id = call.State.NewId(), CreatedAt = call.Time, Account = account, Role = role });
        }

        if (member.Role == "admin" && role != "admin")
            NeedAnotherAdmin(team, member);
        member.Role = role;
        member.Federated = call.Flag("federated") ?? member.Federated;
        member.UpdatedAt = call.Time;
        return HerokuAnswer.Json(ToJson(member), call.Request.Method == "POST" ? 201 : 200);
    }

    private static SandboxResponse Remove(HerokuCall call)
    {
        var team = call.Team();
        var member = Member(call, team);
        // Everybody may leave.
        if (member.Account != call.Me && team.RoleOf(call.Me) != "admin")
            throw HerokuAnswer.Forbidden();
        NeedAnotherAdmin(team, member);
        team.Members.Remove(member);
        foreach (var app in call.State.Apps.Where(app => app.Team == team))
            app.Collaborators.RemoveAll(collaborator => collaborator.User == member.Account);
        if (member.Account.DefaultTeam == team)
            member.Account.DefaultTeam = null;
        return HerokuAnswer.Json(ToJson(member));
    }

    private static SandboxResponse Invite(HerokuCall call)
    {
        var team = call.Team("admin");
        var email = call.RequiredText("email");
        if (!email.Contains('@', StringComparison.Ordinal))
            throw HerokuAnswer.Invalid($"{email} is not an e-mail address.");
        var role = call.Text("role") is { } given ? Role(given) : null;
        var account = call.State.Accounts.Find(email);
        if (account is not null && team.RoleOf(account) is not null)
            throw HerokuAnswer.Invalid($"{email} is already a member of the team.");
        // Inviting somebody again renews the invitation.
        var invitation = team.Invitations.Find(invitation => invitation.Email.Equals(email, StringComparison.OrdinalIgnoreCase));
        if (invitation is null)
        {
            NeedRoom(team);
            team.Invitations.Add(invitation = new()
            {
                Id = call.State.NewId(),
                CreatedAt = call.Time,
                Team = team,
                Email = email,
                UserId = account?.Id ?? call.State.NewId(),
                UserName = account?.Name,
                InvitedBy = call.Me,
            });
        }

        invitation.Role = role;
        invitation.UpdatedAt = call.Time;
        return HerokuAnswer.Json(ToJson(invitation));
    }

    private static SandboxResponse Revoke(HerokuCall call)
    {
        var team = call.Team("admin");
        var invitation = team.Invitations.Find(invitation => invitation.Id == call.Route("team_invitation_identity"))
            ?? throw HerokuAnswer.NotFound("invitation");
        team.Invitations.Remove(invitation);
        return HerokuAnswer.Json(ToJson(invitation));
    }

    private static SandboxResponse Accept(HerokuCall call)
    {
        var invitation = Invitation(call);
        if (!invitation.Email.Equals(call.Me.Email, StringComparison.OrdinalIgnoreCase))
            throw HerokuAnswer.Forbidden("The invitation is for somebody else.");
        var team = invitation.Team;
        team.Invitations.Remove(invitation);
        var member = new TeamMember { Id = call.State.NewId(), CreatedAt = call.Time, Account = call.Me, Role = invitation.Role ?? "member" };
        team.Members.Add(member);
        return HerokuAnswer.Json(ToJson(member), 201);
    }

    private static TeamInvitation Invitation(HerokuCall call) =>
        call.State.Teams.SelectMany(team => team.Invitations).FirstOrDefault(invitation => invitation.Id == call.Route("team_invitation_token"))
        ?? throw HerokuAnswer.NotFound("invitation");

    private static TeamMember Member(HerokuCall call, Team team)
    {
        var identity = call.Route("team_member_identity");
        return team.Members.Find(member => identity == member.Id || identity == member.Account.Id
            || identity.Equals(member.Account.Email, StringComparison.OrdinalIgnoreCase)) ?? throw HerokuAnswer.NotFound("member");
    }

    private static string Role(string role) =>
        Roles.Contains(role) ? role : throw HerokuAnswer.Invalid($"The role has to be one of {string.Join(", ", Roles)}.");

    private static void NeedRoom(Team team)
    {
        if (team.Members.Count + team.Invitations.Count >= team.MembershipLimit)
            throw HerokuAnswer.Invalid($"The team is limited to {team.MembershipLimit} members.");
    }

    private static void NeedAnotherAdmin(Team team, TeamMember member)
    {
        if (!team.Members.Exists(other => other != member && other.Role == "admin"))
            throw HerokuAnswer.Invalid("The team needs an administrator.");
    }

    private static JsonObject ToJson(TeamMember member) => new JsonObject
    {
        ["id"] = member.Id,
        ["email"] = member.Account.Email,
        ["federated"] = member.Federated,
        ["identity_provider"] = null,
        ["role"] = member.Role,
        ["two_factor_authentication"] = member.Account.TwoFactorCode is not null,
        ["user"] = new JsonObject { ["email"] = member.Account.Email, ["id"] = member.Account.Id, ["name"] = member.Account.Name },
    }.WithTimes(member);

    private static JsonObject ToJson(TeamInvitation invitation) => new JsonObject
    {
        ["id"] = invitation.Id,
        ["invited_by"] = new JsonObject
        {
            ["email"] = invitation.InvitedBy.Email,
            ["id"] = invitation.InvitedBy.Id,
            ["name"] = invitation.InvitedBy.Name,
        },
        ["role"] = invitation.Role,
        ["team"] = invitation.Team.ToReference(),
        ["user"] = new JsonObject { ["email"] = invitation.Email, ["id"] = invitation.UserId, ["name"] = invitation.UserName },
    }.WithTimes(invitation);
}
