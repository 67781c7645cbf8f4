using System.Text.Json.Nodes;

namespace ChatPS.Tests.Sandbox;

/// <summary>Users, teams, bots, presence.</summary>
public sealed class MattermostPeopleTests(MattermostFixture fixture) : IClassFixture<MattermostFixture>
{
    private SandboxClient Admin => fixture.Admin;

    private SandboxClient Member => fixture.Member;

    [Fact]
    public async Task A_user_is_created_changed_and_removed()
    {
        var id = await fixture.NewUser();
        var patched = await Admin.Put($"users/{id}/patch", new JsonObject { ["first_name"] = "Ünä", ["locale"] = "de", ["timezone"] = new JsonObject { ["manualTimezone"] = "Europe/Berlin" } });
        Assert.Equal(("Ünä", "de", "Europe/Berlin"), ((string)patched["first_name"]!, (string)patched["locale"]!, (string)patched["timezone"]!["manualTimezone"]!));
        Assert.Equal(200, (await Admin.Put($"users/{id}/roles", new JsonObject { ["roles"] = "system_user system_admin" })).Status);
        Assert.Equal("system_user system_admin", (string)(await Admin.Get($"users/{id}"))["roles"]!);
        Assert.Equal(200, (await Admin.Put($"users/{id}/active", new JsonObject { ["active"] = false })).Status);
        Assert.True((long)(await Admin.Get($"users/{id}"))["delete_at"]! > 0);
        Assert.Equal(200, (await Admin.Put($"users/{id}/active", new JsonObject { ["active"] = true })).Status);
        Assert.Equal(200, (await Admin.Delete($"users/{id}?permanent=true")).Status);
        Assert.Equal(404, (await Admin.Get($"users/{id}")).Status);
    }

    [Fact]
    public async Task A_user_without_a_name_gets_one_and_taken_names_are_refused()
    {
        var mail = Guid.NewGuid().ToString("N") + "@example.com";
        var made = await Admin.Post("users", new JsonObject { ["email"] = mail, ["password"] = "secret-secret" });
        Assert.Equal(201, made.Status);
        Assert.Matches("^[a-z0-9]{26}$", (string)made["username"]!);
        Assert.DoesNotContain("secret-secret", made.Text, StringComparison.Ordinal);

        Assert.Equal("app.user.save.email_exists.app_error", (await Create("someone.new", mail)).ErrorId);
        Assert.Equal("app.user.save.username_exists.app_error", (await Create("member", "a" + mail)).ErrorId);
        Assert.Equal("model.user.is_valid.username.app_error", (await Create("no blanks", "b" + mail)).ErrorId);
        Assert.Equal("model.user.is_valid.email.app_error", (await Create("no.mail", "nowhere")).ErrorId);

        Task<Answer> Create(string name, string email) =>
            Admin.Post("users", new JsonObject { ["username"] = name, ["email"] = email, ["password"] = "secret-secret" });
    }

    [Fact]
    public async Task A_member_changes_only_himself()
    {
        Assert.Equal(200, (await Member.Put("users/me/patch", new JsonObject { ["nickname"] = "Mo" })).Status);
        var other = fixture.Service.Admin.UserId;
        foreach (var answer in new[]
        {
            await Member.Put($"users/{other}/patch", new JsonObject { ["nickname"] = "x" }),
            await Member.Put($"users/{other}/roles", new JsonObject { ["roles"] = "system_user" }),
            await Member.Put("users/me/roles", new JsonObject { ["roles"] = "system_user system_admin" }),
            await Member.Put($"users/{other}/active", new JsonObject { ["active"] = false }),
            await Member.Delete($"users/{other}"),
            await Member.Post("users", new JsonObject { ["email"] = "q@example.com", ["password"] = "secret-secret" }),
            await Member.Get("channels"),
            await Member.Get($"teams/{fixture.TeamId}/channels/private"),
            await Member.Get("bots"),
        })
            Assert.Equal(403, answer.Status);
        Assert.Equal("api.context.permissions.app_error", (await Member.Get("bots")).ErrorId);
    }

    [Fact]
    public async Task Settings_of_others_stay_hidden()
    {
        Assert.NotNull((await Member.Get("users/me"))["notify_props"]);
        Assert.Null((await Admin.Get($"users/{fixture.Service.Member.UserId}"))["notify_props"]);
    }

    [Fact]
    public async Task Lists_filter()
    {
        var outsider = (string)(await Admin.Post("users", new JsonObject { ["email"] = Guid.NewGuid().ToString("N") + "@example.com", ["password"] = "secret-secret" }))["id"]!;
        Assert.Contains(outsider, await Ids("users?without_team=true&per_page=200"));
        Assert.Contains(outsider, await Ids($"users?not_in_team={fixture.TeamId}&per_page=200"));
        Assert.DoesNotContain(outsider, await Ids($"users?in_team={fixture.TeamId}&per_page=200"));

        var channel = await fixture.NewChannel();
        Assert.Equal([fixture.Service.Admin.UserId], await Ids($"users?in_channel={channel}"));
        Assert.DoesNotContain(fixture.Service.Admin.UserId, await Ids($"users?in_team={fixture.TeamId}&not_in_channel={channel}&per_page=200"));

        Assert.All((await Admin.Get("users?inactive=true&per_page=200")).Items, user => Assert.True((long)user["delete_at"]! > 0));
        Assert.All((await Admin.Get("users?active=true&per_page=200")).Items, user => Assert.Equal(0, (long)user["delete_at"]!));
        Assert.Contains(fixture.Service.Admin.UserId, await Ids("users?role=system_admin"));
        var newest = (await Admin.Get($"users?in_team={fixture.TeamId}&sort=create_at")).Items.Select(user => (long)user["create_at"]!).ToList();
        Assert.Equal(newest.OrderDescending(), newest);
        var names = (await Admin.Get("users?per_page=200")).Items.Select(user => (string)user["username"]!).ToList();
        Assert.Equal(names.Order(StringComparer.Ordinal), names);

        async Task<List<string>> Ids(string path) => [.. (await Admin.Get(path)).Items.Select(user => (string)user["id"]!)];
    }

    [Fact]
    public async Task Batches_search_and_completion()
    {
        var some = (await Admin.Get($"users?in_team={fixture.TeamId}&active=true&per_page=3")).Items;
        var ids = new JsonArray([.. some.Select(user => user["id"]!.DeepClone())]);
        Assert.Equal(3, (await Member.Post("users/ids", ids.DeepClone())).Items.Count);
        Assert.Single((await Member.Post("users/usernames", new JsonArray("sysadmin", "nobody"))).Items);
        Assert.Equal("api.context.invalid_body_param.app_error", (await Member.Post("users/ids", new JsonArray())).ErrorId);

        var name = (string)some[1]["username"]!;
        Assert.Contains((await Member.Post("users/search", new JsonObject { ["term"] = name })).Items, user => (string)user["username"]! == name);
        Assert.Equal(400, (await Member.Post("users/search", new JsonObject { ["term"] = "" })).Status);
        var completed = await Member.Get($"users/autocomplete?in_team={fixture.TeamId}&in_channel={fixture.BusyChannelId}&name={name[..3]}");
        Assert.True(completed["users"]!.AsArray().Count + completed["out_of_channel"]!.AsArray().Count > 0);
        Assert.True((int)(await Member.Get("users/stats"))["total_users_count"]! > 50);
    }

    [Fact]
    public async Task Presence_is_read_and_set()
    {
        var set = await Member.Put("users/me/status", new JsonObject { ["user_id"] = fixture.Service.Member.UserId, ["status"] = "dnd" });
        Assert.Equal(("dnd", true), ((string)set["status"]!, (bool)set["manual"]!));
        Assert.Equal("dnd", (string)(await Admin.Get($"users/{fixture.Service.Member.UserId}/status"))["status"]!);
        Assert.Single((await Admin.Post("users/status/ids", new JsonArray(fixture.Service.Member.UserId))).Items);
    }

    [Fact]
    public async Task A_team_is_created_changed_archived_restored_and_removed()
    {
        var name = "t-" + Guid.NewGuid().ToString("N");
        var body = new JsonObject { ["name"] = name, ["display_name"] = "A team", ["type"] = "O" };
        var made = await Admin.Post("teams", body.DeepClone());
        Assert.Equal(201, made.Status);
        var id = (string)made["id"]!;
        var taken = await Admin.Post("teams", body.DeepClone());
        Assert.Equal((400, "app.team.save.existing.app_error"), (taken.Status, taken.ErrorId));

        Assert.Equal("Town Square", (string)(await Admin.Get($"teams/{id}/channels/name/town-square"))["display_name"]!);
        Assert.Equal("New", (string)(await Admin.Put($"teams/{id}/patch", new JsonObject { ["display_name"] = "New" }))["display_name"]!);
        Assert.Equal("I", (string)(await Admin.Put($"teams/{id}/privacy", new JsonObject { ["privacy"] = "I" }))["type"]!);
        Assert.Equal(403, (await Member.Get($"teams/{id}")).Status);
        Assert.Equal(403, (await Member.Put($"teams/{id}/patch", new JsonObject { ["display_name"] = "x" })).Status);
        Assert.Equal("""{"status":"OK"}""", (await Admin.Delete($"teams/{id}")).Text);
        Assert.True((long)(await Admin.Get($"teams/{id}"))["delete_at"]! > 0);
        Assert.Equal(0, (long)(await Admin.Post($"teams/{id}/restore"))["delete_at"]!);
        Assert.Equal(200, (await Admin.Delete($"teams/{id}?permanent=true")).Status);
        Assert.Equal(404, (await Admin.Get($"teams/{id}")).Status);
    }

    [Fact]
    public async Task Team_lists_count_and_hide_what_a_member_may_not_see()
    {
        var all = await Admin.Get("teams?include_total_count=true&per_page=2");
        Assert.Equal(2, all["teams"]!.AsArray().Count);
        Assert.True((int)all["total_count"]! >= 4);
        Assert.All((await Member.Get("teams")).Items, team =>
        {
            Assert.True((bool)team["allow_open_invite"]!);
            Assert.Equal("", (string)team["email"]!);
        });
        Assert.NotEmpty((await Admin.Post("teams/search", new JsonObject { ["term"] = "north" })).Items);
        Assert.True((bool)(await Member.Get("teams/name/northwind-harbor/exists"))["exists"]!);
        Assert.Contains((await Member.Get("users/me/teams")).Items, team => (string)team["id"]! == fixture.TeamId);
    }

    [Fact]
    public async Task Team_members_come_and_go()
    {
        var user = await fixture.NewUser();
        var path = $"teams/{fixture.TeamId}/members/{user}";
        Assert.Equal("team_user", (string)(await Admin.Get(path))["roles"]!);
        Assert.Equal(200, (await Admin.Put(path + "/schemeRoles", new JsonObject { ["scheme_admin"] = true, ["scheme_user"] = true })).Status);
        Assert.Equal("team_user team_admin", (string)(await Admin.Get(path))["roles"]!);
        Assert.Equal(200, (await Admin.Put(path + "/roles", new JsonObject { ["roles"] = "team_user" })).Status);
        Assert.False((bool)(await Admin.Get(path))["scheme_admin"]!);
        Assert.Equal(403, (await Member.Delete(path)).Status);

        var stats = await Admin.Get($"teams/{fixture.TeamId}/stats");
        Assert.Equal(200, (await Admin.Delete(path)).Status);
        Assert.True((long)(await Admin.Get(path))["delete_at"]! > 0);
        Assert.Equal((int)stats["total_member_count"]! - 1, (int)(await Admin.Get($"teams/{fixture.TeamId}/stats"))["total_member_count"]!);

        var good = new JsonObject { ["team_id"] = fixture.TeamId, ["user_id"] = user };
        var bad = new JsonObject { ["team_id"] = fixture.TeamId, ["user_id"] = "aaaaaaaaaaaaaaaaaaaaaaaaaa" };
        var batch = await Admin.Post($"teams/{fixture.TeamId}/members/batch?graceful=true", new JsonArray(good.DeepClone(), bad));
        Assert.Equal(201, batch.Status);
        Assert.Equal(user, (string)batch.Items[0]["member"]!["user_id"]!);
        Assert.Equal("app.user.missing_account.const", (string)batch.Items[1]["error"]!["id"]!);
    }

    [Fact]
    public async Task Bots_are_listed_created_and_disabled()
    {
        var bots = (await Admin.Get("bots")).Items;
        Assert.Contains(bots, bot => (string)bot["username"]! == "deploybot");
        Assert.DoesNotContain(bots, bot => (long)bot["delete_at"]! > 0);
        Assert.Contains((await Admin.Get("bots?include_deleted=true")).Items, bot => (long)bot["delete_at"]! > 0);

        var made = await Admin.Post("bots", new JsonObject { ["username"] = "b" + Guid.NewGuid().ToString("N"), ["display_name"] = "A bot" });
        Assert.Equal(201, made.Status);
        var id = (string)made["user_id"]!;
        Assert.True((bool)(await Admin.Get($"users/{id}"))["is_bot"]!);
        Assert.True((long)(await Admin.Post($"bots/{id}/disable"))["delete_at"]! > 0);
        Assert.Equal(404, (await Admin.Get($"bots/{id}")).Status);
        Assert.Equal(0, (long)(await Admin.Post($"bots/{id}/enable"))["delete_at"]!);
        Assert.Equal(404, (await Member.Get($"bots/{id}")).Status);
    }
}
