using System.Text;
using System.Text.Json.Nodes;

namespace ChatPS.Tests.Sandbox.Gitter;

public sealed class OAuthTests : GitterTest
{
    private const string Back = "https://app.example.com/callback?kept=1";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_code_becomes_a_token_once(bool asForm)
    {
        var client = await CreateClientAsync();
        var fields = Fields(client, await CodeAsync(client));
        var reply = await ExchangeAsync(fields, asForm);
        var token = (string)reply.Ok["access_token"]!;
        Assert.Equal("Bearer", (string?)reply.Json["token_type"]);
        Assert.Equal("no-store", reply.Header("Cache-Control"));
        Assert.Equal(Member.UserId, await WhoAsync(token));
        var again = await ExchangeAsync(fields, asForm);
        Assert.Equal((403, """{"error":"invalid_grant"}"""), (again.Status, again.Text));
        // The same application gets the same token again.
        Assert.Equal(token, (string?)(await ExchangeAsync(Fields(client, await CodeAsync(client)), asForm)).Ok["access_token"]);
    }

    [Fact]
    public async Task Who_does_not_ask_for_json_gets_a_form()
    {
        var client = await CreateClientAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "login/oauth/token") { Content = new FormUrlEncodedContent(Fields(client, await CodeAsync(client))) };
        var reply = await SendAsync(request);
        Assert.Equal("application/x-www-form-urlencoded", reply.ContentHeaders.ContentType!.MediaType);
        Assert.Matches("^access_token=[0-9a-f]{40}&token_type=Bearer$", reply.Text);
    }

    [Theory]
    [InlineData("client_secret", "wrong", 401)]
    [InlineData("client_id", "wrong", 401)]
    [InlineData("code", "wrong", 403)]
    [InlineData("code", null, 400)]
    [InlineData("redirect_uri", "https://elsewhere.example.com", 403)]
    [InlineData("grant_type", null, 400)]
    [InlineData("grant_type", "password", 501)]
    public async Task A_wrong_request_gets_no_token(string field, string? value, int status)
    {
        var client = await CreateClientAsync();
        var fields = Fields(client, await CodeAsync(client));
        fields.Remove(field);
        if (value is not null)
            fields[field] = value;
        Assert.Equal(status, (await ExchangeAsync(fields, asForm: true)).Status);
    }

    [Fact]
    public async Task The_browser_is_sent_back_with_the_state()
    {
        var client = await CreateClientAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, Authorize(client) + "&state=a%20b");
        var reply = await SendAsync(request);
        Assert.Equal(302, reply.Status);
        Assert.Matches(@"^https://app\.example\.com/callback\?kept=1&code=[0-9a-f]{40}&state=a%20b$", reply.Header("Location"));
    }

    [Theory]
    [InlineData("response_type=code", "response_type=token")]
    [InlineData("callback", "elsewhere")]
    [InlineData("client_id=", "client_id=0")]
    public async Task The_browser_is_not_sent_anywhere_else(string part, string instead)
    {
        var client = await CreateClientAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, Authorize(client).Replace(part, instead, StringComparison.Ordinal));
        Assert.Equal(401, (await SendAsync(request)).Status);
    }

    [Fact]
    public async Task An_application_ends_with_its_tokens()
    {
        var client = await CreateClientAsync();
        Assert.Equal("my-app-", (string?)client["tag"]);
        Assert.Equal((string?)client["id"], Assert.Single((await GetAsync("v1/oauth-clients", Member)).Each("id")));
        Assert.Single((await GetAsync("v1/oauth-clients")).List);
        var token = (string)(await ExchangeAsync(Fields(client, await CodeAsync(client)), asForm: true)).Ok["access_token"]!;
        (await CallAsync("DELETE", "v1/oauth-clients/" + client["id"])).IsError(403, "Forbidden");
        (await CallAsync("DELETE", "v1/oauth-clients/nonsense", Member)).IsError(400, "Bad Request");
        var deleted = await CallAsync("DELETE", "v1/oauth-clients/" + client["id"], Member);
        Assert.Equal((200, "OK", "text/plain"), (deleted.Status, deleted.Text, deleted.ContentHeaders.ContentType!.MediaType));
        (await CallAsync("DELETE", "v1/oauth-clients/" + client["id"], Member)).IsError(404, "Not Found");
        Assert.Null(await WhoAsync(token));
    }

    [Theory]
    [InlineData("""{"name":"My App"}""")]
    [InlineData("""{"name":"!!","registeredRedirectUri":"https://app.example.com"}""")]
    [InlineData("{}")]
    public async Task An_application_needs_a_name_and_an_address(string body) =>
        (await CallAsync("POST", "v1/oauth-clients", body: JsonNode.Parse(body)!.AsObject())).IsError(400, "Bad Request");

    private async Task<JsonNode> CreateClientAsync() =>
        (await CallAsync("POST", "v1/oauth-clients", Member, new() { ["name"] = "My App!", ["registeredRedirectUri"] = Back })).Ok;

    private static string Authorize(JsonNode client) =>
        $"login/oauth/authorize?client_id={client["clientKey"]}&response_type=code&redirect_uri={Uri.EscapeDataString(Back)}";

    private async Task<string> CodeAsync(JsonNode client)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Authorize(client));
        return (await SendAsync(request)).Header("Location")![^40..];
    }

    private static Dictionary<string, string> Fields(JsonNode client, string code) => new()
    {
        ["client_id"] = (string)client["clientKey"]!,
        ["client_secret"] = (string)client["clientSecret"]!,
        ["code"] = code,
        ["redirect_uri"] = Back,
        ["grant_type"] = "authorization_code",
    };

    private async Task<Reply> ExchangeAsync(Dictionary<string, string> fields, bool asForm)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "login/oauth/token");
        request.Headers.Accept.Add(new("application/json"));
        var json = new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)field.Value)));
        request.Content = asForm ? new FormUrlEncodedContent(fields) : new StringContent(json.ToJsonString(), Encoding.UTF8, "application/json");
        return await SendAsync(request);
    }

    private async Task<string?> WhoAsync(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "v1/user/me?access_token=" + token);
        var reply = await SendAsync(request);
        return reply.Status == 200 ? (string?)reply.Json["id"] : null;
    }
}
