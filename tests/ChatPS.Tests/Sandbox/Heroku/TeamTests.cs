using System.Text.Json.Nodes;

namespace ChatPS.Tests.Sandbox.Heroku;

public sealed class TeamTests : HerokuResourceTest
{
    private const string Team = "resource-team";

    private string MemberEmail => Service.Member.Email;

    [Fact]
    public async Task Whoever_makes_a_team_administers_it()
    {
        var made = await NewTeam();
        Assert.Equal(("admin", Team), ((string?)made["role"], (string?)made["name"]));
        Assert.Equal(403, (await Member.Get("teams/" + Team)).Status);
        Assert.Equal(422, (await Admin.Post("teams", new JsonObject { ["name"] = Team })).Status);
        Assert.Equal(422, (await Admin.Delete($"teams/{Team}/members/{Service.Admin.Email}")).Status);
        Assert.Contains(Team, (await Admin.Get("organizations")).Items.Select(team => (string?)team["name"]));
    }

    [Fact]
    public async Task An_invitation_is_accepted_by_the_one_invited_only()
    {
        await NewTeam();
        var invited = await Admin.Put($"teams/{Team}/invitations", new JsonObject { ["email"] = MemberEmail, ["role"] = "member" });
        var token = Text(invited.Json, "id");
        Assert.Equal(403, (await Admin.Post($"teams/invitations/{token}/accept")).Status);
        Assert.Equal(MemberEmail, Text(Assert.Single((await Member.Get("teams/invitations/" + token)).Items), "user", "email"));
        var accepted = await Member.Post($"teams/invitations/{token}/accept");
        Assert.Equal(("member", MemberEmail), ((string?)accepted["role"], (string?)accepted["email"]));
        Assert.Equal(404, (await Member.Post($"teams/invitations/{token}/accept")).Status);
        Assert.Equal("member", (string?)(await Member.Get("teams/" + Team))["role"]);
        Assert.Empty((await Admin.Get($"teams/{Team}/invitations")).Items);
    }

    [Fact]
    public async Task A_revoked_invitation_is_gone()
    {
        await NewTeam();
        var invited = await Admin.Put($"teams/{Team}/invitations", new JsonObject { ["email"] = "nobody@example.com", ["role"] = null });
        Assert.Null(invited["role"]);
        Assert.Equal(200, (await Admin.Delete($"teams/{Team}/invitations/{Text(invited.Json, "id")}")).Status);
        Assert.Equal(404, (await Admin.Get("teams/invitations/" + Text(invited.Json, "id"))).Status);
    }

    [Theory]
    [InlineData("teams")]
    [InlineData("organizations")]
    public async Task Members_come_change_and_go_under_both_names(string teams)
    {
        await NewTeam();
        var path = $"{teams}/{Team}/members";
        Assert.Equal("member", (string?)(await Admin.Put(path, new JsonObject { ["email"] = MemberEmail, ["role"] = "member" }))["role"]);
        Assert.Equal(403, (await Member.Put(path, new JsonObject { ["email"] = MemberEmail, ["role"] = "admin" })).Status);
        Assert.Equal("admin", (string?)(await Admin.Put(path, new JsonObject { ["email"] = MemberEmail, ["role"] = "admin" }))["role"]);
        Assert.Equal(2, (await Member.Get(path)).Items.Count);
        // A client of 2015 is known to send the team's name in place of the member's.
        Assert.Equal(404, (await Admin.Delete($"{path}/{Team}")).Status);
        Assert.Equal(200, (await Admin.Delete($"{path}/{MemberEmail}")).Status);
        Assert.Single((await Admin.Get(path)).Items);
    }

    [Fact]
    public async Task Permissions_of_a_collaborator_say_what_he_may()
    {
        await NewTeam();
        Assert.Equal(201, (await Admin.Post("teams/apps", new JsonObject { ["name"] = "team-things", ["team"] = Team })).Status);
        var collaborators = "teams/apps/team-things/collaborators";
        Assert.Equal(403, (await Member.Get("apps/team-things")).Status);
        await Admin.Post(collaborators, new JsonObject { ["user"] = MemberEmail, ["permissions"] = new JsonArray("view") });
        Assert.Equal(200, (await Member.Get("apps/team-things")).Status);
        Assert.Equal(403, (await Patch(Member, "apps/team-things", new JsonObject { ["maintenance"] = true })).Status);
        await Patch(Admin, $"{collaborators}/{MemberEmail}", new JsonObject { ["permissions"] = new JsonArray("operate") });
        Assert.Equal(200, (await Patch(Member, "apps/team-things", new JsonObject { ["maintenance"] = true })).Status);
        Assert.Equal(422, (await Patch(Admin, $"{collaborators}/{MemberEmail}", new JsonObject { ["permissions"] = new JsonArray("fly") })).Status);
        Assert.Equal(200, (await Admin.Delete($"{collaborators}/{MemberEmail}")).Status);
        Assert.Equal(403, (await Member.Get("apps/team-things")).Status);
    }

    [Fact]
    public async Task An_app_goes_to_a_team_and_back_to_an_account()
    {
        await NewTeam();
        var team = await Patch(Admin, "teams/apps/" + App, new JsonObject { ["owner"] = Team });
        Assert.Equal(Team, Text(team.Json, "team", "name"));
        Assert.Equal(422, (await Admin.Delete("teams/" + Team)).Status);
        Assert.True((bool)(await Patch(Admin, "teams/apps/" + App, new JsonObject { ["locked"] = true }))["locked"]!);
        var back = await Patch(Admin, "organizations/apps/" + App, new JsonObject { ["owner"] = Service.Admin.Email });
        Assert.Equal((null, Service.Admin.UserId, false), (back["team"], Text(back.Json, "owner", "id"), (bool)back["locked"]!));
        Assert.Equal(200, (await Admin.Delete("teams/" + Team)).Status);
    }

    [Fact]
    public async Task A_null_and_nothing_differ_in_preferences()
    {
        await NewTeam();
        var path = $"teams/{Team}/preferences";
        Assert.True((bool)(await Patch(Admin, path, new JsonObject { ["addons-controls"] = true }))["addons-controls"]!);
        Assert.True((bool)(await Patch(Admin, path, new JsonObject()))["addons-controls"]!);
        Assert.Null((await Patch(Admin, path, new JsonObject { ["addons-controls"] = null }))["addons-controls"]);

        var own = await Patch(Admin, "users/~/preferences", new JsonObject { ["timezone"] = "Europe/Berlin", ["dismissed-sms-banner"] = true });
        Assert.Equal("Europe/Berlin", (string?)own["timezone"]);
        own = await Patch(Admin, "users/~/preferences", new JsonObject { ["timezone"] = null });
        Assert.Equal((null, true), ((string?)own["timezone"], (bool)own["dismissed-sms-banner"]!));
        Assert.Equal(422, (await Patch(Admin, "users/~/preferences", new JsonObject { ["timezone"] = 1 })).Status);
    }

    private async Task<Answer> NewTeam()
    {
        var answer = await Admin.Post("teams", new JsonObject { ["name"] = Team });
        Assert.Equal(201, answer.Status);
        return answer;
    }
}
