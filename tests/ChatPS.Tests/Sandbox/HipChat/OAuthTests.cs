using System.Text;
using System.Text.Json.Nodes;

namespace ChatPS.Tests.Sandbox.HipChat;

public sealed class OAuthTests : HipChatTest
{
    private const string Back = "https://app.example.com/callback";

    private (string, string) Basic => ("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Service.ClientId}:{Service.ClientSecret}")));

    [Fact]
    public async Task A_client_gets_a_token_of_some_scopes()
    {
        var token = await Ok(Grant(new() { ["grant_type"] = "client_credentials", ["scope"] = "view_group send_notification" }, Basic));
        Assert.Equal(("bearer", "send_notification view_group", 3600), ((string)token["token_type"]!, (string)token["scope"]!, (int)token["expires_in"]!));
        Assert.Equal((State.Group.Id, "Northwind Harbor"), ((long)token["group_id"]!, (string)token["group_name"]!));
        Assert.Null(token["refresh_token"]);
        var client = Client((string)token["access_token"]!);
        Assert.Equal(200, (await client.Get("user")).Status);
        IsError(await client.Post("room/Operations/message", Text("Hello")), 403, "send_message");
    }

    [Fact]
    public async Task A_client_may_ask_in_json_and_without_naming_scopes()
    {
        var body = new JsonObject { ["grant_type"] = "client_credentials", ["client_id"] = Service.ClientId, ["client_secret"] = Service.ClientSecret };
        var token = await Ok(Anybody.Post("oauth/token", body));
        Assert.Equal(8, ((string)token["scope"]!).Split(' ').Length);
        body["user_id"] = Service.Member.UserId;
        var onBehalf = Client((string)(await Ok(Anybody.Post("oauth/token", body)))["access_token"]!);
        Assert.Equal(200, (await onBehalf.Get($"user/{Service.Admin.UserId}/history/latest")).Status);
    }

    [Fact]
    public async Task A_token_ends()
    {
        var client = await Granted("view_group");
        Clock.Advance(ChatPS.Sandbox.Platforms.HipChat.HipChatService.TokenLifetime - TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await client.Get("user")).Status);
        Clock.Advance(TimeSpan.FromSeconds(1));
        IsError(await client.Get("user"), 401);
        Assert.Equal(200, (await Admin.Get("user")).Status);
    }

    [Fact]
    public async Task A_password_gives_a_token_that_can_be_renewed()
    {
        var fields = new Dictionary<string, string> { ["grant_type"] = "password", ["username"] = Service.Member.Email, ["password"] = Service.Member.Password };
        var token = await Ok(Grant(fields));
        Assert.Equal("send_message view_group view_messages view_room", (string)token["scope"]!);
        Clock.Advance(TimeSpan.FromHours(2));
        var renewed = await Ok(Grant(new() { ["grant_type"] = "refresh_token", ["refresh_token"] = (string)token["refresh_token"]! }));
        Assert.NotEqual((string)token["access_token"]!, (string)renewed["access_token"]!);
        Assert.Equal((string)token["scope"]!, (string)renewed["scope"]!);
        Assert.Equal(200, (await Client((string)renewed["access_token"]!).Get("user")).Status);
        fields["password"] = "wrong";
        IsError(await Grant(fields), 401);
    }

    [Fact]
    public async Task A_member_asks_for_more_but_not_for_the_group()
    {
        Assert.NotNull(await Granted("admin_room", Service.Member));
        var fields = new Dictionary<string, string>
        {
            ["grant_type"] = "password",
            ["username"] = Service.Member.UserName,
            ["password"] = Service.Member.Password,
            ["scope"] = "admin_group",
        };
        IsError(await Grant(fields), 400, "admin_group");
    }

    [Fact]
    public async Task A_code_becomes_a_token_once()
    {
        var authorize = $"/users/authorize?response_type=code&client_id={Service.ClientId}&redirect_uri={Uri.EscapeDataString(Back)}&scope=view_room&state=a%20b";
        var sent = await Member.Get(authorize);
        Assert.Equal(302, sent.Status);
        Assert.Matches(@"^https://app\.example\.com/callback\?code=\w{40}&state=a%20b$", sent.Header("Location"));
        var fields = new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["redirect_uri"] = Back, ["code"] = sent.Header("Location")![(Back.Length + 6)..][..40] };
        IsError(await Grant(fields), 401);
        var token = await Ok(Grant(fields, Basic));
        Assert.Equal("view_room", (string)token["scope"]!);
        IsError(await Grant(fields, Basic), 400);
        // Such a token is the application's to renew.
        var renewal = new Dictionary<string, string> { ["grant_type"] = "refresh_token", ["refresh_token"] = (string)token["refresh_token"]! };
        IsError(await Grant(renewal), 400);
        await Ok(Grant(renewal, Basic));
        IsError(await Member.Get(authorize.Replace("callback", "elsewhere", StringComparison.Ordinal)), 400);
    }

    [Theory]
    [InlineData("personal", "view_group", "view_group")]
    [InlineData("room_notification", "", "send_notification")]
    public async Task A_token_made_by_hand_lasts(string grant, string asked, string scope)
    {
        var made = await Ok(Member.Post("oauth/token", new JsonObject { ["grant_type"] = grant, ["scope"] = asked, ["client_name"] = "My script" }));
        Assert.Equal(scope, (string)made["scope"]!);
        Assert.Null(made["expires_in"]);
        Clock.Advance(TimeSpan.FromDays(400));
        var token = (string)made["access_token"]!;
        var session = await Ok(Client(token).Get("oauth/token/" + token));
        Assert.Equal(("My script", "user"), ((string)session["name"]!, (string)session["owner_type"]!));
        IsError(await Anybody.Post("oauth/token", new JsonObject { ["grant_type"] = grant }), 401);
    }

    [Theory]
    [InlineData("{}", 400)]
    [InlineData("""{"grant_type":"magic"}""", 400)]
    [InlineData("""{"grant_type":"client_credentials"}""", 401)]
    [InlineData("""{"grant_type":"client_credentials","client_id":"wrong","client_secret":"wrong"}""", 401)]
    [InlineData("""{"grant_type":"refresh_token","refresh_token":"wrong"}""", 400)]
    public async Task A_wrong_request_gets_no_token(string body, int status) => IsError(await Anybody.Post("oauth/token", JsonNode.Parse(body)), status);

    [Fact]
    public async Task A_token_tells_whose_it_is_and_can_be_revoked()
    {
        var own = await Ok(Member.Get("oauth/token/" + Service.Member.Token));
        Assert.Equal((Service.Member.UserId, Service.Member.UserName), ($"{own["owner"]!["id"]}", (string)own["owner"]!["mention_name"]!));
        Assert.Equal(4, own["scopes"]!.AsArray().Count);
        IsError(await Member.Get("oauth/token/" + Service.Admin.Token), 403);
        Assert.Equal(200, (await Admin.Get("oauth/token/" + Service.Member.Token)).Status);
        IsError(await Admin.Get("oauth/token/nonsense"), 404);

        var token = (string)(await Ok(Grant(new() { ["grant_type"] = "client_credentials" }, Basic)))["access_token"]!;
        var client = await Ok(Client(token).Get("oauth/token/" + token));
        Assert.Null(client["owner"]);
        Assert.Equal(("client", "Rehearsal Add-on", 3600), ((string)client["owner_type"]!, (string)client["client"]!["name"]!, (int)client["expires_in"]!));
        await Done(Client(token).Delete("oauth/token/" + token));
        IsError(await Client(token).Get("user"), 401);
    }
}
