using System.Text.Json.Nodes;

namespace ChatPS.Tests.Sandbox.Hathora;

public sealed class AccessTests : HathoraTest
{
    [Theory]
    [InlineData("Bearer")]
    [InlineData("bearer")]
    public async Task A_token_comes_behind_the_scheme_in_any_case(string scheme)
    {
        Assert.Equal(200, (await Anybody.Get("apps/v2/apps", ("Authorization", $"{scheme} {Service.Admin.Token}"))).Status);
        IsError(await Anybody.Get("apps/v2/apps", ("Authorization", scheme + " nonsense")), 401);
        IsError(await Anybody.Get("apps/v2/apps"), 401);
    }

    [Fact]
    public async Task A_role_has_its_scopes()
    {
        Assert.Equal(200, (await Member.Get("builds/v3/builds")).Status);
        Assert.Equal(200, (await Member.Get($"tokens/v1/orgs/{Org}")).Status);
        IsError(await Member.Post($"tokens/v1/orgs/{Org}/create", new JsonObject { ["name"] = "x" }), 401, "tokens:read-write");
        IsError(await Member.Get("billing/v1/balance"), 401, "billing:read-write");

        var viewer = Client(Service.Accounts.Single(account => account.Role == "viewer").Token);
        Assert.Equal(200, (await viewer.Get($"apps/v2/apps/{Arena}")).Status);
        IsError(await Patch(viewer, $"apps/v2/apps/{Arena}", new JsonObject()), 401, "applications:read-write");
    }

    [Fact]
    public async Task What_is_others_is_not_there()
    {
        var strange = Service.State.Orgs.Single(org => org.Name == "Comet Collective").Id;
        IsError(await Admin.Get("builds/v3/builds?orgId=" + strange), 404);
        IsError(await Admin.Get($"tokens/v1/orgs/{strange}"), 404);
        // Those operations declare no 404.
        IsError(await Admin.Get($"orgs/v1/{strange}/members"), 401);
        var second = (await Admin.Get("orgs/v1"))["orgs"]![1]!;
        var app = (await Admin.Get("apps/v2/apps?orgId=" + second["orgId"]))["applications"]![0]!["appId"];
        IsError(await Member.Get($"apps/v2/apps/{app}"), 404);
    }

    [Fact]
    public async Task A_token_of_an_organization_has_its_own_scopes()
    {
        var made = await Made(Admin.Post($"tokens/v1/orgs/{Org}/create", new JsonObject { ["name"] = "ci", ["scopes"] = new JsonArray("builds:read") }));
        var token = (string)made["plainTextToken"]!;
        Assert.Equal((token[^4..], "active"), ((string)made["orgToken"]!["lastFourCharsOfKey"]!, (string)made["orgToken"]!["status"]!));
        var limited = Client(token);
        Assert.Equal(200, (await limited.Get("builds/v3/builds")).Status);
        IsError(await limited.Post("builds/v3/builds/registry", new JsonObject()), 401, "builds:read-write");
        IsError(await limited.Get($"rooms/v2/{Arena}/info/arena-hall"), 401, "processes:read");
        Assert.Equal(["builds:read"], (await limited.Get("orgs/v1"))["orgs"]!.AsArray().Single()!["scopes"]!.AsArray().Select(scope => (string)scope!));

        Assert.DoesNotContain(token, (await Admin.Get($"tokens/v1/orgs/{Org}")).Text);
        Assert.True((bool)await Made(Admin.Post($"tokens/v1/orgs/{Org}/tokens/{made["orgToken"]!["orgTokenId"]}/revoke"), 200));
        IsError(await limited.Get("builds/v3/builds"), 401);
    }

    [Fact]
    public async Task A_token_without_scopes_may_everything()
    {
        var made = await Made(Admin.Post($"tokens/v1/orgs/{Org}/create", new JsonObject { ["name"] = "all" }));
        Assert.Equal("admin", (string)made["orgToken"]!["scopes"]!);
        Assert.Equal(200, (await Client((string)made["plainTextToken"]!).Get("billing/v1/balance")).Status);
        IsError(await Admin.Post($"tokens/v1/orgs/{Org}/create", new JsonObject { ["name"] = new string('x', 65) }), 422, "name");
        IsError(await Admin.Post($"tokens/v1/orgs/{Org}/create", new JsonObject { ["name"] = "x", ["scopes"] = new JsonArray("everything") }), 422, "scopes");
        IsError(await Admin.Post($"tokens/v1/orgs/{Org}/create", new JsonObject { ["name"] = "x", ["scopes"] = "viewer" }), 422, "scopes");
    }

    [Fact]
    public async Task A_player_may_only_play()
    {
        var player = Client(await PlayerToken(Arena));
        IsError(await player.Get("apps/v2/apps"), 401);
        var lobby = new JsonObject { ["visibility"] = "public", ["region"] = "Tokyo" };
        Assert.Equal(201, (await player.Post($"lobby/v3/{Arena}/create", lobby)).Status);
        IsError(await player.Post($"lobby/v3/{await NewServer()}/create", lobby), 401);
        IsError(await Admin.Post($"lobby/v3/{Arena}/create", lobby), 401);
    }

    [Fact]
    public async Task Limits_and_failures_have_the_platforms_form()
    {
        Assert.Empty(Service.RateLimits);
        Service.Faults.LimitNext(1, retryAfter: TimeSpan.FromSeconds(7));
        var limited = await Admin.Get("apps/v2/apps");
        IsError(limited, 429);
        Assert.Equal("7", limited.Header("Retry-After"));
        Service.Faults.FailNext(1, 500);
        IsError(await Admin.Get("apps/v2/apps"), 500);
        IsError(await Admin.Get("nowhere"), 404);
    }

    [Fact]
    public async Task Who_cannot_pay_starts_nothing()
    {
        var poor = (string)(await Admin.Get("orgs/v1"))["orgs"]!.AsArray()[^1]!["orgId"]!;
        var app = (await Admin.Get("apps/v2/apps?orgId=" + poor))["applications"]!.AsArray().First(app => app!["deployment"] is not null)!["appId"];
        IsError(await Admin.Post($"processes/v3/apps/{app}/processes/regions/Tokyo"), 402);
        IsError(await Admin.Post($"rooms/v2/{app}/create", new JsonObject { ["region"] = "Tokyo" }), 402);
        IsError(await Admin.Get("billing/v1/paymentmethod?orgId=" + poor), 404);
    }
}
