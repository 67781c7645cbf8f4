using System.Text;
using System.Text.Json.Nodes;
using ChatPS.Sandbox;

namespace ChatPS.Tests.Sandbox.Gitter;

public sealed class AccessTests : GitterTest
{
    [Theory]
    [InlineData("Authorization", "Bearer {0}")]
    [InlineData("Authorization", "bEARER {0}")]
    [InlineData("x-access-token", "{0}")]
    public async Task A_token_is_taken_from_a_header(string name, string form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "v1/user/me");
        request.Headers.TryAddWithoutValidation(name, string.Format(null, form, Admin.Token));
        Assert.Equal(Admin.UserId, (string?)(await SendAsync(request)).Ok["id"]);
    }

    [Fact]
    public async Task A_token_is_taken_from_the_query()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "v1/user/me?access_token=" + Member.Token);
        Assert.Equal(Member.UserId, (string?)(await SendAsync(request)).Ok["id"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_token_is_taken_from_the_body(bool asForm)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/rooms");
        request.Content = asForm
            ? new FormUrlEncodedContent(new Dictionary<string, string> { ["access_token"] = Admin.Token, ["uri"] = "northwind-harbor/backend" })
            : new StringContent($$"""{"access_token":"{{Admin.Token}}","uri":"northwind-harbor/backend"}""", Encoding.UTF8, "application/json");
        Assert.Equal("northwind-harbor/backend", (string?)(await SendAsync(request)).Ok["uri"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer 0123456789012345678901234567890123456789")]
    [InlineData("Basic dXNlcjpwYXNz")]
    public async Task Without_a_valid_token_nothing_is_told(string? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "v1/rooms");
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        (await SendAsync(request)).IsError(401, "Unauthorized");
    }

    [Fact]
    public async Task Tokens_are_secrets_of_this_start_and_ids_are_not()
    {
        await using var other = SandboxServer.Start(new() { Platforms = ["Gitter"], Size = SandboxSize.Small });
        Assert.Matches("^[0-9a-f]{40}$", Admin.Token);
        Assert.NotEqual(Admin.Token, other["Gitter"].Admin.Token);
        Assert.Equal(Admin.UserId, other["Gitter"].Admin.UserId);
    }

    [Theory]
    [InlineData("v1/rooms/nonsense")]
    [InlineData("v1/rooms/5330786")]
    [InlineData("v1/groups/nonsense")]
    [InlineData("v1/user/me/rooms/nonsense/unreadItems")]
    public async Task An_id_that_is_none_is_a_bad_request(string path) => (await GetAsync(path)).IsError(400, "Bad Request");

    [Theory]
    [InlineData("v1/rooms/53307860c3599d1de448e19d")]
    [InlineData("v1/groups/53307860c3599d1de448e19d")]
    [InlineData("v1/nothing")]
    [InlineData("v1/users/nobody-at-all")]
    public async Task What_is_not_there_is_not_found(string path) => (await GetAsync(path)).IsError(404, "Not Found");

    [Fact]
    public async Task An_id_is_taken_in_any_case()
    {
        var id = RoomId("northwind-harbor/backend");
        Assert.Equal(id, (string?)(await GetAsync("v1/rooms/" + id.ToUpperInvariant())).Ok["id"]);
    }

    [Fact]
    public async Task A_private_room_of_others_is_forbidden_even_to_the_administrator()
    {
        (await GetAsync(Private)).IsError(403, "Forbidden");
        (await GetAsync(Private + "/chatMessages", Member)).IsError(403, "Forbidden");
        (await CallAsync("POST", "v1/user/me/rooms", body: new() { ["id"] = RoomId("northwind-harbor/kernel") })).IsError(403, "Forbidden");
    }

    [Fact]
    public async Task A_conversation_of_others_is_forbidden()
    {
        var others = State.Rooms.Values.First(room => room.OneToOne && room.Members.TrueForAll(member => !State.Readers.Contains(member.User)));
        (await GetAsync("v1/rooms/" + others.Id)).IsError(403, "Forbidden");
    }

    [Theory]
    [InlineData("v1/user/53307860c3599d1de448e192/rooms")]
    [InlineData("v1/user/53307860c3599d1de448e192")]
    public async Task Only_the_own_user_is_shown(string path) => (await GetAsync(path)).IsError(403, "Forbidden");

    [Fact]
    public async Task A_server_error_has_a_number()
    {
        Service.Faults.FailNext(1, 502);
        var reply = await GetAsync("v1/user");
        Assert.Equal(502, reply.Status);
        Assert.Equal("Bad Gateway", (string?)reply.Json["error"]);
        Assert.Equal(Clock.GetUtcNow().ToUnixTimeMilliseconds(), (long)reply.Json["uniqueId"]!);
    }

    [Fact]
    public async Task A_body_in_chunks_is_taken()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/rooms");
        request.Headers.Authorization = new("Bearer", Admin.Token);
        request.Headers.TransferEncodingChunked = true;
        request.Content = new StringContent("""{"uri":"northwind-harbor/backend"}""", Encoding.UTF8, "application/json");
        Assert.Equal(200, (await SendAsync(request)).Status);
    }

    [Theory]
    [InlineData("{\"uri\":")]
    [InlineData("[]")]
    public async Task A_body_that_is_no_object_is_a_bad_request(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/rooms");
        request.Headers.Authorization = new("Bearer", Admin.Token);
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        (await SendAsync(request)).IsError(400, "Bad Request");
    }

    [Fact]
    public async Task A_read_is_not_sent_again_to_who_has_it()
    {
        var tag = (await GetAsync("v1/user/me")).Header("ETag");
        Assert.StartsWith("W/\"", tag, StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Get, "v1/user/me");
        request.Headers.Authorization = new("Bearer", Admin.Token);
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        Assert.Equal(304, (await SendAsync(request)).Status);
    }

    /// <summary>Whatever the catalog of the real API lists has a route; only an unknown one answers a stranger with 404.</summary>
    [Fact]
    public async Task Every_operation_of_the_catalog_has_a_route()
    {
        var catalog = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(
            StagedModule.RepoRoot, "src", "ChatPS.Client", "Platforms", "Gitter", "operations.json")))!;
        var unknown = new List<string>();
        foreach (var operation in catalog["operations"]!.AsArray())
        {
            var path = System.Text.RegularExpressions.Regex.Replace((string)operation!["path"]!, @"\{\w+\}", "x");
            using var request = new HttpRequestMessage(new((string)operation["method"]!), path.TrimStart('/'));
            if ((await SendAsync(request)).Status == 404)
                unknown.Add((string)operation["id"]!);
        }

        Assert.Empty(unknown);
    }
}
