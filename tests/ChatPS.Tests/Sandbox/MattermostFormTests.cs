using System.Text.Json.Nodes;
using ChatPS.Sandbox;
using Microsoft.Extensions.Time.Testing;

namespace ChatPS.Tests.Sandbox;

/// <summary>The forms of Mattermost's answers: errors, headers, pages, limits.</summary>
public sealed class MattermostFormTests(MattermostFixture fixture) : IClassFixture<MattermostFixture>
{
    private const string UnknownId = "aaaaaaaaaaaaaaaaaaaaaaaaaa";

    [Theory]
    [InlineData("users/" + UnknownId, 404, "app.user.missing_account.const")]
    [InlineData("users/short", 400, "api.context.invalid_url_param.app_error")]
    [InlineData("users/username/nobody.at.all", 404, "app.user.get_by_username.app_error")]
    [InlineData("users/email/nobody@example.com", 404, "app.user.missing_account.const")]
    [InlineData("teams/" + UnknownId, 404, "app.team.get.find.app_error")]
    [InlineData("teams/name/no-such-team", 404, "app.team.get_by_name.missing.app_error")]
    [InlineData("channels/" + UnknownId, 404, "app.channel.get.existing.app_error")]
    [InlineData("posts/" + UnknownId, 404, "app.post.get.app_error")]
    [InlineData("files/" + UnknownId + "/info", 404, "app.file_info.get.app_error")]
    [InlineData("bots/" + UnknownId, 404, "store.sql_bot.get.missing.app_error")]
    [InlineData("users?sort=nonsense", 400, "api.context.invalid_url_param.app_error")]
    [InlineData("users?not_in_channel=" + UnknownId, 400, "api.context.invalid_url_param.app_error")]
    [InlineData("channels/" + UnknownId + "/posts?before=x", 400, "api.context.invalid_body_param.app_error")]
    public async Task Errors_have_their_own_ids(string path, int status, string id)
    {
        var answer = await fixture.Admin.Get(path);
        Assert.Equal((status, id, status), (answer.Status, answer.ErrorId, (int)answer["status_code"]!));
        Assert.Equal("application/json", answer.Header("Content-Type"));
        Assert.Equal("", (string)answer["detailed_error"]!);
        Assert.Equal(answer.Header("X-Request-Id"), (string)answer["request_id"]!);
    }

    [Theory]
    [InlineData("GET", "no/such/thing")]
    [InlineData("PATCH", "users/me")]
    [InlineData("DELETE", "teams")]
    [InlineData("GET", "users/me/")]
    [InlineData("GET", "channels/not-an-id!")]
    public async Task Unknown_routes_and_methods_are_404_in_the_routers_form(string method, string path)
    {
        var answer = await fixture.Admin.Send(new(method), path, null);
        Assert.Equal((404, "api.context.404.app_error"), (answer.Status, answer.ErrorId));
        Assert.StartsWith("text/plain", answer.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Null(answer["request_id"]);
        Assert.NotEqual("", (string)answer["detailed_error"]!);
        Assert.Null(answer.Header("X-Request-Id"));
    }

    [Fact]
    public async Task Answers_carry_a_request_id_the_version_and_an_exact_content_type()
    {
        var answer = await fixture.Admin.Get("users/me");
        Assert.Matches("^[a-z0-9]{26}$", answer.Header("X-Request-Id"));
        Assert.Matches(@"^5\.37\.0\.5\.37\.0\.[0-9a-f]{32}\.false$", answer.Header("X-Version-Id"));
        Assert.Equal("application/json", answer.Header("Content-Type"));
        Assert.Null(answer.Header("X-Ratelimit-Limit"));
    }

    [Fact]
    public async Task Every_known_operation_is_simulated_or_says_that_it_is_not()
    {
        await using var server = SandboxServer.Start(new() { Platforms = ["Mattermost"], Size = SandboxSize.Small });
        var service = server["Mattermost"];
        using var client = new SandboxClient(service, service.Admin.Token, prefix: "");
        using var list = new StreamReader(typeof(SandboxServer).Assembly.GetManifestResourceStream("mattermost.operations.txt")!);
        var others = new List<string>();
        while (await list.ReadLineAsync() is { } line)
        {
            var (method, template) = (line.Split(' ')[0], line.Split(' ')[1]);
            var path = System.Text.RegularExpressions.Regex.Replace(template, @"\{(\w+)\}", value => value.Groups[1].Value.EndsWith("_id", StringComparison.Ordinal) ? UnknownId : "x1");
            // What would end the session, and what is there over the local socket alone.
            if (path.EndsWith("/logout", StringComparison.Ordinal) || path.Contains("/revoke", StringComparison.Ordinal) || path.EndsWith("/integrity", StringComparison.Ordinal)
                || line == "DELETE /api/v4/users")
                continue;
            var answer = await client.Send(new(method), path.TrimStart('/'), method is "GET" or "DELETE" ? null : new JsonObject());
            Assert.False(answer.ErrorIdOrNull() is "api.context.404.app_error" or "api.context.server_error.app_error", $"{line}: {answer.Text}");
            Assert.Equal("application/json", answer.Header("Content-Type"));
            if (answer.ErrorIdOrNull() != "api.sandbox.not_simulated.app_error")
                continue;
            Assert.Equal(501, answer.Status);
            others.Add(line);
        }

        // What no version that is simulated has yet, and what nobody administers, may be left out. What is simulated from now on leaves the file.
        var known = await File.ReadAllLinesAsync(Path.Combine(StagedModule.RepoRoot, "tests", "ChatPS.Tests", "Sandbox", "mattermost.not-simulated.txt"));
        Assert.Equal(known, others);
    }

    [Fact]
    public async Task An_operation_that_is_not_simulated_still_needs_a_session()
    {
        using var client = new SandboxClient(fixture.Service);
        Assert.Equal(401, (await client.Get("agents")).Status);
        Assert.Equal(501, (await fixture.Admin.Get("agents")).Status);
    }

    [Fact]
    public async Task Pages_have_sixty_items_unless_asked_and_never_more_than_two_hundred()
    {
        await using var server = SandboxServer.Start(new() { Platforms = ["Mattermost"] });
        var service = server["Mattermost"];
        using var client = new SandboxClient(service, service.Admin.Token);
        foreach (var (query, size) in ((string, int)[])[("", 60), ("per_page=1000", 200), ("per_page=-1", 60), ("per_page=many", 60), ("per_page=7", 7), ("per_page=0", 0), ("page=-3&per_page=5", 5), ("page=9999", 0)])
            Assert.Equal(size, (await client.Get("users?" + query)).Items.Count);

        var team = (string)(await client.Get("teams/name/northwind-harbor"))["id"]!;
        Assert.Equal(200, (await client.Get($"teams/{team}/channels?per_page=1000")).Items.Count);
        Assert.InRange((await client.Get($"teams/{team}/channels?per_page=1000&page=1")).Items.Count, 1, 199);

        var seen = new HashSet<string>();
        for (var page = 0; ; page++)
        {
            var users = (await client.Get($"users?per_page=47&page={page}")).Items;
            if (users.Count == 0)
                break;
            Assert.All(users, user => Assert.True(seen.Add((string)user["id"]!)));
        }

        Assert.Equal(303, seen.Count);
    }

    [Theory]
    [InlineData("users/me", true)]
    [InlineData("users/username/member", true)]
    [InlineData("channels/{busy}/posts", true)]
    [InlineData("posts/{post}", true)]
    [InlineData("posts/{post}/thread", true)]
    [InlineData("users/me/teams/{team}/channels", true)]
    [InlineData("users", false)]
    [InlineData("teams", false)]
    [InlineData("teams/{team}", false)]
    [InlineData("teams/{team}/channels", false)]
    [InlineData("channels/{busy}", false)]
    [InlineData("channels/{busy}/members", false)]
    public async Task ETags_come_unquoted_on_some_routes_and_spare_the_body(string path, bool tagged)
    {
        if (path.Contains("{post}", StringComparison.Ordinal))
            path = path.Replace("{post}", (string)(await fixture.Admin.Get($"channels/{fixture.BusyChannelId}/posts"))["order"]![0]!, StringComparison.Ordinal);
        path = path.Replace("{busy}", fixture.BusyChannelId, StringComparison.Ordinal).Replace("{team}", fixture.TeamId, StringComparison.Ordinal);
        var answer = await fixture.Member.Get(path);
        Assert.Equal(200, answer.Status);
        var etag = answer.Message.Headers.NonValidated.TryGetValues("ETag", out var values) ? values.ToString() : null;
        Assert.Equal(tagged, etag is not null);
        if (etag is null)
            return;
        Assert.StartsWith("5.37.0.", etag, StringComparison.Ordinal);
        var unchanged = await fixture.Member.Get(path, ("If-None-Match", etag));
        Assert.Equal((304, ""), (unchanged.Status, unchanged.Text));
        Assert.Equal(200, (await fixture.Member.Get(path, ("If-None-Match", "5.37.0.other"))).Status);
    }

    [Fact]
    public async Task A_tag_changes_with_the_user()
    {
        var before = (await fixture.Member.Get("users/me")).Message.Headers.NonValidated["ETag"].ToString();
        Assert.Matches(@"^5\.37\.0\.[a-z0-9]{26}\.\d{13}\.\.0\.true\.true\.0$", before);
        await fixture.Member.Put("users/me/patch", new JsonObject { ["position"] = "Tester" });
        Assert.Equal(200, (await fixture.Member.Get("users/me", ("If-None-Match", before))).Status);
    }

    [Fact]
    public async Task The_limiter_refills_steadily_and_speaks_its_own_dialect()
    {
        var clock = new FakeTimeProvider(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var server = SandboxServer.Start(new()
        {
            Platforms = ["Mattermost"],
            Size = SandboxSize.Small,
            TimeProvider = clock,
            RateLimit = SandboxRateLimitMode.On,
            RateLimits = [new(10, TimeSpan.FromSeconds(1), 20)],
        });
        using var client = new SandboxClient(server["Mattermost"], server["Mattermost"].Admin.Token);
        var first = await client.Get("users/me");
        Assert.Equal(("21", "20", "1"), (first.Header("X-Ratelimit-Limit"), first.Header("X-Ratelimit-Remaining"), first.Header("X-Ratelimit-Reset")));
        for (var i = 1; i < 21; i++)
            Assert.Equal((20 - i).ToString(System.Globalization.CultureInfo.InvariantCulture), (await client.Get("users/me")).Header("X-Ratelimit-Remaining"));

        var refused = await client.Get("users/me");
        Assert.Equal((429, "limit exceeded\n", "1"), (refused.Status, refused.Text, refused.Header("Retry-After")));
        Assert.StartsWith("text/plain", refused.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Equal(("0", "3"), (refused.Header("X-Ratelimit-Remaining"), refused.Header("X-Ratelimit-Reset")));
        Assert.Null(refused.Header("X-Request-Id"));

        clock.Advance(TimeSpan.FromMilliseconds(100));
        Assert.Equal(200, (await client.Get("users/me")).Status);
        Assert.Equal(429, (await client.Get("users/me")).Status);
        clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal("20", (await client.Get("users/me")).Header("X-Ratelimit-Remaining"));
    }

    [Fact]
    public async Task Two_limiters_write_every_header_twice()
    {
        await using var server = SandboxServer.Start(new()
        {
            Platforms = ["Mattermost"],
            Size = SandboxSize.Small,
            TimeProvider = new FakeTimeProvider(),
            RateLimit = SandboxRateLimitMode.On,
            RateLimits = [new(10, TimeSpan.FromSeconds(1), 20), new(1, TimeSpan.FromSeconds(1), 2)],
        });
        var service = server["Mattermost"];
        var request = $"GET /api/v4/users/me HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {service.Admin.Token}\r\nConnection: close\r\n\r\n";
        var answer = await SandboxClient.Wire(service, request);
        Assert.Contains("X-Ratelimit-Limit: 21\r\n", answer, StringComparison.Ordinal);
        Assert.Contains("X-Ratelimit-Limit: 3\r\n", answer, StringComparison.Ordinal);

        await SandboxClient.Wire(service, request);
        await SandboxClient.Wire(service, request);
        var refused = await SandboxClient.Wire(service, request);
        Assert.StartsWith("HTTP/1.1 429 Too Many Requests\r\n", refused, StringComparison.Ordinal);
        Assert.Contains("X-Ratelimit-Remaining: 17\r\n", refused, StringComparison.Ordinal);
        Assert.Contains("X-Ratelimit-Remaining: 0\r\n", refused, StringComparison.Ordinal);
        Assert.Contains("X-Request-Id: ", refused, StringComparison.Ordinal);

        service.RateLimits = [];
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", await SandboxClient.Wire(service, request), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_documented_limit_is_off_until_switched_on()
    {
        Assert.Empty(fixture.Service.RateLimits);
        Assert.Equal([new SandboxRateLimit(10, TimeSpan.FromSeconds(1), 100)], fixture.Service.DocumentedRateLimits);
        await using var server = SandboxServer.Start(new() { Platforms = ["Mattermost"], Size = SandboxSize.Small, RateLimit = SandboxRateLimitMode.On });
        using var client = new SandboxClient(server["Mattermost"]);
        Assert.Equal("101", (await client.Get("system/ping")).Header("X-Ratelimit-Limit"));
    }
}

internal static class AnswerExtensions
{
    /// <summary>The error id of an answer that may as well be a list.</summary>
    public static string? ErrorIdOrNull(this Answer answer) => answer.Text.Length > 0 && answer.Json is JsonObject body && body.ContainsKey("status_code") ? (string?)body["id"] : null;
}
