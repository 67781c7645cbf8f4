using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Hathora.Model;

namespace ChatPS.Sandbox.Platforms.Hathora.Routes;

/// <summary>Who belongs to an organization, and who is invited.</summary>
internal static class OrgMemberRoutes
{
    private const string Group = "orgs";

    public static void MapOrgMembers(this HathoraService hathora)
    {
        // Of these operations most declare no 404; an organization that isn't the caller's is answered as if the token were not for it.
        Map("GET", "members", 401, (_, org) => HathoraAnswer.Json(new JsonObject { ["members"] = org.Members.Select(member => ToJson(member, org)).ToJsonArray() }));
        Map("PUT", "invites", 401, Invite);
        Map("POST", "invites", 401, (call, org) =>
        {
            InviteIn(call, org, 422).Access = call.Body.OptionalAccess("scopes", Access.Roles) ?? throw HathoraAnswer.Invalid("scopes is required.");
            return HathoraAnswer.Json(true);
        });
        Map("POST", "invites/rescind", 404, (call, org) =>
        {
            org.Invites.Remove(InviteIn(call, org, 404));
            return SandboxResponse.Empty(204);
        });
        Map("GET", "invites/pending", 401, (_, org) => Pending(org.Invites));

        hathora.Map("GET", "/orgs/v1/user/invites/pending", null, call => Pending(InvitesOf(call)));
        hathora.Map("POST", "/orgs/v1/{orgId}/invites/accept", null, call =>
        {
            var invite = OwnInvite(call);
            var user = call.State.Users.Find(user => user.Email == invite.Email) ?? throw HathoraAnswer.NotFound("invitation");
            invite.Org.Invites.Remove(invite);
            invite.Org.Members.Add(new() { User = user, Access = invite.Access, InvitedBy = invite.InvitedBy, CreatedAt = invite.CreatedAt, JoinedAt = call.Time });
            return SandboxResponse.Empty(204);
        });
        hathora.Map("POST", "/orgs/v1/{orgId}/invites/reject", null, call =>
        {
            var invite = OwnInvite(call);
            invite.Org.Invites.Remove(invite);
            return SandboxResponse.Empty(204);
        });

        void Map(string method, string path, int otherwise, Func<HathoraCall, Organization, SandboxResponse> handler) =>
            hathora.Map(method, "/orgs/v1/{orgId}/" + path, Group, call => handler(call, call.Org(otherwise)));
    }

    private static SandboxResponse Invite(HathoraCall call, Organization org)
    {
        var email = call.Body.Text("userEmail", pattern: HathoraLists.Email());
        var access = call.Body.OptionalAccess("scopes", Access.Roles) ?? Access.Of("member");
        if (org.MemberOf(email) is not null)
            throw HathoraAnswer.Invalid($"{email} is a member already.");
        if (InviteOf(org, email) is not null)
            throw HathoraAnswer.Invalid($"{email} is invited already.");
        var invite = new Invite { Org = org, Email = email, Access = access, InvitedBy = call.Me.Email, CreatedAt = call.Time };
        org.Invites.Add(invite);
        return HathoraAnswer.Json(ToJson(invite));
    }

    private static SandboxResponse Pending(IEnumerable<Invite> invites) =>
        HathoraAnswer.Json(new JsonObject { ["invites"] = invites.Select(ToJson).ToJsonArray() });

    /// <summary>The invitation of the body's address.</summary>
    private static Invite InviteIn(HathoraCall call, Organization org, int otherwise)
    {
        var email = call.Body.Text("userEmail", pattern: HathoraLists.Email());
        return InviteOf(org, email) ?? throw HathoraAnswer.Fault(otherwise, $"{email} is not invited.");
    }

    private static Invite? InviteOf(Organization org, string email) =>
        org.Invites.Find(invite => invite.Email.Equals(email, StringComparison.OrdinalIgnoreCase));

    /// <summary>The caller's own; a token of an organization is nobody who could be invited.</summary>
    private static IEnumerable<Invite> InvitesOf(HathoraCall call) => call.Me.Token is not null
        ? []
        : call.State.Orgs.Select(org => InviteOf(org, call.Me.Email)).OfType<Invite>();

    private static Invite OwnInvite(HathoraCall call) =>
        InvitesOf(call).FirstOrDefault(invite => invite.Org.Id == call.Route("orgId")) ?? throw HathoraAnswer.NotFound("invitation");

    private static JsonObject ToJson(Member member, Organization org) => new JsonObject
    {
        ["scopes"] = member.Access.ToJson(),
        ["joinedAt"] = member.JoinedAt.ToWire(),
        ["createdAt"] = member.CreatedAt.ToWire(),
        ["invitedBy"] = member.InvitedBy,
        ["userEmail"] = member.User.Email,
        ["orgId"] = org.Id,
    }.With("lastLogin", member.User.LastLogin?.ToWire());

    private static JsonObject ToJson(Invite invite) => new()
    {
        ["scopes"] = invite.Access.ToJson(),
        ["createdAt"] = invite.CreatedAt.ToWire(),
        ["invitedBy"] = invite.InvitedBy,
        ["userEmail"] = invite.Email,
        ["orgId"] = invite.Org.Id,
    };
}
