using System.Text.Json.Nodes;

namespace ChatPS.Tests.Sandbox.Heroku;

public sealed class AppTests : HerokuTest
{
    [Fact]
    public async Task An_app_lives_and_ends()
    {
        var made = await Admin.Post("apps", new JsonObject { ["name"] = "fresh-app", ["region"] = "eu", ["stack"] = "heroku-22" });
        Assert.Equal(201, made.Status);
        Assert.Equal("https://git.heroku.com/fresh-app.git", (string?)made["git_url"]);
        Assert.Equal("eu", (string?)made["region"]!["name"]);
        Assert.Equal(Service.Admin.Email, (string?)made["owner"]!["email"]);
        Assert.Null(made.Header("X-Heroku-Warning"));

        var renamed = await Patch(Admin, "apps/fresh-app", new JsonObject { ["name"] = "older-app", ["maintenance"] = true, ["build_stack"] = "heroku-24" });
        Assert.Equal(((string?)made["id"], "older-app", true), ((string?)renamed["id"], (string?)renamed["name"], (bool)renamed["maintenance"]!));
        Assert.Equal(("heroku-22", "heroku-24"), ((string?)renamed["stack"]!["name"], (string?)renamed["build_stack"]!["name"]));
        IsError(await Admin.Get("apps/fresh-app"), 404, "not_found");

        Assert.Equal((string?)made["id"], (string?)(await Admin.Delete($"apps/{made["id"]}"))["id"]);
        IsError(await Admin.Get("apps/older-app"), 404, "not_found");
    }

    [Fact]
    public async Task A_name_is_made_up_when_none_is_given_and_must_be_free_otherwise()
    {
        Assert.Matches("^[a-z]+-[a-z]+-[0-9]{5}$", (string?)(await Admin.Post("apps"))["name"]);
        IsError(await Admin.Post("apps", new JsonObject { ["name"] = "backend" }), 422, "invalid_params");
        IsError(await Admin.Post("apps", new JsonObject { ["name"] = "Not Good" }), 422, "invalid_params");
        IsError(await Admin.Post("apps", new JsonObject { ["region"] = "moon" }), 422, "invalid_params");
    }

    [Fact]
    public async Task A_deprecated_stack_brings_a_warning() =>
        Assert.Contains("cedar-14", (await Admin.Post("apps", new JsonObject { ["stack"] = "cedar-14" })).Header("X-Heroku-Warning"));

    [Fact]
    public async Task Own_and_joined_apps_are_a_part_of_all_that_can_be_seen()
    {
        var all = Names(await Member.Get("apps")).ToList();
        var own = Names(await Member.Get("users/~/apps")).ToList();
        Assert.Contains("member-notes", own);
        Assert.Empty(own.Except(all));
        Assert.NotEmpty(all.Except(own));
        Assert.Equal(own, Names(await Member.Get($"users/{Service.Member.Email}/apps")));
        IsError(await Member.Get($"users/{Service.Admin.Email}/apps"), 403, "forbidden");
    }

    [Fact]
    public async Task Automated_certificates_are_switched()
    {
        IsError(await Admin.Send(HttpMethod.Patch, "apps/backend/acm", null), 422, "invalid_params");
        Assert.True((bool)(await Admin.Post("apps/backend/acm"))["acm"]!);
        Assert.True((bool)(await Admin.Send(HttpMethod.Patch, "apps/backend/acm", null))["acm"]!);
        Assert.False((bool)(await Admin.Delete("apps/backend/acm"))["acm"]!);
    }

    [Fact]
    public async Task Apps_are_filtered_by_id()
    {
        var ids = (await Admin.Get("apps")).Items.Take(3).Select(app => (string)app["id"]!).ToArray();
        var body = new JsonObject { ["in"] = new JsonObject { ["id"] = new JsonArray(ids[0], ids[2]) } };
        Assert.Equal([ids[0], ids[2]], (await Admin.Post("filters/apps", body)).Items.Select(app => (string)app["id"]!));
    }

    [Fact]
    public async Task An_accepted_transfer_changes_the_owner()
    {
        var offer = await Admin.Post("account/app-transfers", new JsonObject { ["app"] = "backend", ["recipient"] = Service.Member.Email });
        Assert.Equal((201, "pending"), (offer.Status, (string?)offer["state"]));
        IsError(await Admin.Post("account/app-transfers", new JsonObject { ["app"] = "backend", ["recipient"] = Service.Member.Email }), 422, "invalid_params");
        var path = $"account/app-transfers/{offer["id"]}";
        IsError(await Patch(Admin, path, new JsonObject { ["state"] = "accepted" }), 403, "forbidden");
        Assert.Equal("accepted", (string?)(await Patch(Member, path, new JsonObject { ["state"] = "accepted" }))["state"]);

        Assert.Equal(Service.Member.Email, (string?)(await Member.Get("apps/backend"))["owner"]!["email"]);
        var people = (await Member.Get("apps/backend/collaborators")).Items.ToDictionary(one => (string)one["user"]!["email"]!, one => (string)one["role"]!);
        Assert.Equal(("owner", "collaborator"), (people[Service.Member.Email], people[Service.Admin.Email]));
        IsError(await Admin.Delete("apps/backend"), 403, "forbidden");
        IsError(await Admin.Delete(path), 422, "invalid_params");
    }

    [Fact]
    public async Task Collaborators_come_and_go()
    {
        await Admin.Post("apps", new JsonObject { ["name"] = "shared-app" });
        IsError(await Member.Get("apps/shared-app"), 403, "forbidden");
        var added = await Admin.Post("apps/shared-app/collaborators", new JsonObject { ["user"] = Service.Member.Email, ["silent"] = true });
        Assert.Equal((201, "collaborator"), (added.Status, (string?)added["role"]));
        Assert.Equal(["view", "deploy", "operate"], added["permissions"]!.AsArray().Select(permission => (string)permission!["name"]!));
        IsError(await Admin.Post("apps/shared-app/collaborators", new JsonObject { ["user"] = Service.Member.Email }), 422, "invalid_params");
        Assert.Equal(200, (await Member.Get("apps/shared-app/config-vars")).Status);
        IsError(await Member.Delete($"apps/shared-app/collaborators/{Service.Admin.Email}"), 403, "forbidden");
        IsError(await Admin.Delete($"apps/shared-app/collaborators/{Service.Admin.Email}"), 422, "invalid_params");
        Assert.Equal((string?)added["id"], (string?)(await Member.Delete($"apps/shared-app/collaborators/{Service.Member.Email}"))["id"]);
        IsError(await Member.Get("apps/shared-app"), 403, "forbidden");
    }

    [Fact]
    public async Task Domains_belong_to_one_app()
    {
        var made = await Admin.Post("apps/backend/domains", new JsonObject { ["hostname"] = "WWW.shop.example.com", ["sni_endpoint"] = null });
        Assert.Equal((201, "www.shop.example.com", "custom"), (made.Status, (string?)made["hostname"], (string?)made["kind"]));
        Assert.EndsWith(".herokudns.com", (string?)made["cname"]);
        IsError(await Admin.Post("apps/data/domains", new JsonObject { ["hostname"] = "www.shop.example.com" }), 422, "invalid_params");
        IsError(await Admin.Post("apps/data/domains", new JsonObject { ["hostname"] = "no name" }), 422, "invalid_params");
        Assert.Equal((string?)made["id"], (string?)(await Admin.Delete("apps/backend/domains/www.shop.example.com"))["id"]);
        var own = (await Admin.Get("apps/backend/domains")).Items.Single(domain => (string?)domain["kind"] == "heroku");
        IsError(await Admin.Delete($"apps/backend/domains/{own["id"]}"), 422, "invalid_params");
    }

    [Fact]
    public async Task Features_are_switched_for_one_app_or_account()
    {
        Assert.True((bool)(await Patch(Admin, "apps/backend/features/preboot", new JsonObject { ["enabled"] = true }))["enabled"]!);
        Assert.True((bool)(await Admin.Get("apps/backend/features/preboot"))["enabled"]!);
        Assert.False((bool)(await Admin.Get("apps/data/features/preboot"))["enabled"]!);
        IsError(await Patch(Admin, "apps/backend/features/preboot", new JsonObject()), 422, "invalid_params");
        await Patch(Admin, "account/features/dark-dashboard", new JsonObject { ["enabled"] = true });
        Assert.True((bool)(await Admin.Get("account/features/dark-dashboard"))["enabled"]!);
        Assert.False((bool)(await Member.Get("account/features/dark-dashboard"))["enabled"]!);
    }

    [Fact]
    public async Task An_account_changes_and_ends_with_its_password()
    {
        IsError(await Patch(Member, "account", new JsonObject { ["email"] = "new@example.com", ["password"] = "wrong" }), 401, "unauthorized");
        IsError(await Patch(Member, "account", new JsonObject { ["new_password"] = "long-enough-1" }), 422, "invalid_params");
        var changed = await Patch(Member, "account", new JsonObject { ["email"] = "new@example.com", ["password"] = Service.Member.Password, ["name"] = null });
        Assert.Equal(("new@example.com", null), ((string?)changed["email"], (string?)changed["name"]));
        Assert.True((bool)(await Patch(Member, "users/~", new JsonObject { ["beta"] = true }))["beta"]!);
        IsError(await Member.Delete("account"), 422, "invalid_params");
    }

    [Theory]
    [InlineData("stacks", "heroku-24")]
    [InlineData("regions", "eu")]
    [InlineData("dyno-sizes", "Standard-1X")]
    [InlineData("generations", "cedar")]
    [InlineData("apps/backend/available-stacks", null)]
    [InlineData("apps/backend/available-dyno-sizes", null)]
    [InlineData("teams/ops/available-generations", null)]
    public async Task The_offer_is_listed(string path, string? name)
    {
        Assert.NotEmpty((await Admin.Get(path)).Items);
        if (name is not null)
            Assert.Equal(name, (string?)(await Admin.Get($"{path}/{name}"))["name"]);
    }
}
