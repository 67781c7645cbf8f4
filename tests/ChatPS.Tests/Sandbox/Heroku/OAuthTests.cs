using System.Text.Json.Nodes;

namespace ChatPS.Tests.Sandbox.Heroku;

public sealed class OAuthTests : HerokuResourceTest
{
    [Fact]
    public async Task An_authorizations_token_works_until_it_expires()
    {
        var made = await Authorize(new() { ["scope"] = new JsonArray("global"), ["expires_in"] = 60 });
        using var client = Client(Text(made.Json, "access_token", "token"));
        Assert.Equal(60, (int)made.Json["access_token"]!["expires_in"]!);
        Assert.Equal(Service.Admin.UserId, (string?)(await client.Get("account"))["id"]);

        Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(200, (await client.Get("account")).Status);
        Assert.Equal(1, (int)(await Admin.Get("oauth/authorizations/" + Text(made.Json, "id"))).Json["access_token"]!["expires_in"]!);
        Clock.Advance(TimeSpan.FromSeconds(1));
        var late = await client.Get("account");
        Assert.Equal((401, "unauthorized"), (late.Status, late.ErrorId));
    }

    [Fact]
    public async Task A_null_expiry_is_for_ever()
    {
        var made = await Authorize(new() { ["scope"] = new JsonArray("global"), ["expires_in"] = null });
        Assert.Null(made.Json["access_token"]!["expires_in"]);
        using var client = Client(Text(made.Json, "access_token", "token"));
        Clock.Advance(TimeSpan.FromDays(4000));
        Assert.Equal(200, (await client.Get("account")).Status);
    }

    [Fact]
    public async Task Deleting_an_authorization_revokes_its_token()
    {
        var made = await Authorize(new() { ["scope"] = new JsonArray("global"), ["description"] = "for a day" });
        using var client = Client(Text(made.Json, "access_token", "token"));
        var path = "oauth/authorizations/" + Text(made.Json, "id");
        Assert.Equal(404, (await Member.Delete(path)).Status);
        Assert.Equal(200, (await client.Get("account")).Status);
        Assert.Equal("for a day", (string?)(await Admin.Delete(path))["description"]);
        Assert.Equal(401, (await client.Get("account")).Status);
        Assert.Equal(404, (await Admin.Get(path)).Status);
    }

    [Fact]
    public async Task Regenerating_replaces_the_token()
    {
        var made = await Authorize(new() { ["scope"] = new JsonArray("global") });
        var renewed = await Admin.Post($"oauth/authorizations/{Text(made.Json, "id")}/actions/regenerate-tokens");
        using var former = Client(Text(made.Json, "access_token", "token"));
        using var present = Client(Text(renewed.Json, "access_token", "token"));
        Assert.Equal(401, (await former.Get("account")).Status);
        Assert.Equal(200, (await present.Get("account")).Status);
    }

    [Fact]
    public async Task An_application_exchanges_a_code_once_and_refreshes_its_token()
    {
        var client = await NewClient();
        var granted = await Authorize(new() { ["scope"] = new JsonArray("read"), ["client"] = Text(client.Json, "id") });
        Assert.Null(granted["access_token"]);
        Assert.Equal(300, (int)granted.Json["grant"]!["expires_in"]!);
        var code = Text(granted.Json, "grant", "code");
        var secret = Text(client.Json, "secret");

        Assert.Equal(401, (await ExchangeCode(code, "another secret")).Status);
        var first = await ExchangeCode(code, secret);
        Assert.Equal(201, first.Status);
        Assert.Equal(Text(granted.Json, "id"), Text(first.Json, "authorization", "id"));
        Assert.Equal(401, (await ExchangeCode(code, secret)).Status);

        using var before = Client(Text(first.Json, "access_token", "token"));
        Assert.Equal(200, (await before.Get("apps")).Status);
        Clock.Advance(TimeSpan.FromHours(8));
        Assert.Equal(401, (await before.Get("apps")).Status);

        var refreshed = await Refresh(Text(first.Json, "refresh_token", "token"), secret);
        Assert.Equal(201, refreshed.Status);
        using var after = Client(Text(refreshed.Json, "access_token", "token"));
        Assert.Equal(200, (await after.Get("apps")).Status);
        Assert.Equal(200, (await Admin.Delete("oauth/tokens/" + Text(refreshed.Json, "id"))).Status);
        Assert.Equal(401, (await after.Get("apps")).Status);
    }

    [Fact]
    public async Task A_code_grows_old_and_dies_with_its_client()
    {
        var client = await NewClient();
        var secret = Text(client.Json, "secret");
        var old = await Authorize(new() { ["scope"] = new JsonArray("read"), ["client"] = Text(client.Json, "id") });
        Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(401, (await ExchangeCode(Text(old.Json, "grant", "code"), secret)).Status);

        var granted = await Authorize(new() { ["scope"] = new JsonArray("read"), ["client"] = Text(client.Json, "id") });
        var token = await ExchangeCode(Text(granted.Json, "grant", "code"), secret);
        using var application = Client(Text(token.Json, "access_token", "token"));
        Assert.Equal(200, (await application.Get("apps")).Status);
        Assert.Equal(200, (await Admin.Delete("oauth/clients/" + Text(client.Json, "id"))).Status);
        Assert.Equal(401, (await application.Get("apps")).Status);
        Assert.Equal(401, (await Refresh(Text(token.Json, "refresh_token", "token"), secret)).Status);
    }

    [Theory]
    [InlineData("identity", 200, 403, 403, 403)]
    [InlineData("read", 200, 200, 403, 403)]
    [InlineData("read-protected", 200, 200, 200, 403)]
    [InlineData("write", 200, 200, 403, 200)]
    [InlineData("write-protected", 200, 200, 200, 200)]
    [InlineData("global", 200, 200, 200, 200)]
    public async Task A_token_reaches_as_far_as_its_scope(string scope, int account, int app, int vars, int write)
    {
        var made = await Authorize(new() { ["scope"] = new JsonArray(scope) });
        using var client = Client(Text(made.Json, "access_token", "token"));
        Assert.Equal(account, (await client.Get("account")).Status);
        Assert.Equal(app, (await client.Get("apps/" + App)).Status);
        Assert.Equal(vars, (await client.Get($"apps/{App}/config-vars")).Status);
        Assert.Equal(write, (await Patch(client, "apps/" + App, new JsonObject { ["maintenance"] = true })).Status);
    }

    [Fact]
    public async Task Rotating_a_clients_credentials_changes_its_secret()
    {
        var client = await NewClient();
        var path = "oauth/clients/" + Text(client.Json, "id");
        var rotated = await Admin.Post(path + "/actions/rotate-credentials");
        Assert.NotEqual(Text(client.Json, "secret"), Text(rotated.Json, "secret"));
        Assert.Equal(404, (await Member.Get(path)).Status);
        Assert.Equal(422, (await Patch(Admin, path, new JsonObject { ["redirect_uri"] = "nowhere" })).Status);
        Assert.Equal("board 2", (string?)(await Patch(Admin, path, new JsonObject { ["name"] = "board 2" }))["name"]);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"scope":[]}""")]
    [InlineData("""{"scope":["everything"]}""")]
    [InlineData("""{"scope":["global"],"expires_in":0}""")]
    public async Task What_cannot_be_authorized_is_refused(string body) =>
        Assert.Equal((422, "invalid_params"), (await Admin.Post("oauth/authorizations", JsonNode.Parse(body))) is var answer ? (answer.Status, answer.ErrorId) : default);

    private async Task<Answer> Authorize(JsonObject body)
    {
        var answer = await Admin.Post("oauth/authorizations", body);
        Assert.Equal(201, answer.Status);
        return answer;
    }

    private Task<Answer> NewClient() =>
        Admin.Post("oauth/clients", new JsonObject { ["name"] = "board", ["redirect_uri"] = "https://board.example.com/callback" });

    private Task<Answer> ExchangeCode(string code, string secret) => Client(null).Post("oauth/tokens", new JsonObject
    {
        ["client"] = new JsonObject { ["secret"] = secret },
        ["grant"] = new JsonObject { ["code"] = code, ["type"] = "authorization_code" },
        ["refresh_token"] = new JsonObject(),
    });

    private Task<Answer> Refresh(string token, string secret) => Client(null).Post("oauth/tokens", new JsonObject
    {
        ["client"] = new JsonObject { ["secret"] = secret },
        ["grant"] = new JsonObject { ["type"] = "refresh_token" },
        ["refresh_token"] = new JsonObject { ["token"] = token },
    });
}
