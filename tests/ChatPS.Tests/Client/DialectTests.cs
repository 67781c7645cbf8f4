using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Platforms.Gitter;
using ChatPS.Client.Platforms.Hathora;
using ChatPS.Client.Platforms.Heroku;
using ChatPS.Client.Platforms.HipChat;
using ChatPS.Client.Platforms.Mattermost;

namespace ChatPS.Tests.Client;

/// <summary>What each platform's headers and error bodies are understood as.</summary>
public sealed class DialectTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("21", "20", "1", 21, 20, 1)]
    // With two limiters every header comes twice, as lines of their own or folded into one: the tighter counts.
    [InlineData("21;101", "10;0", "2;3", 21, 0, 3)]
    [InlineData("21, 101", "10, 0", "2, 3", 21, 0, 3)]
    public void Mattermosts_limit_refills_steadily(string limit, string remaining, string reset, double expected, double left, double seconds)
    {
        var reading = new MattermostPlatform().ReadRateLimit(Answer(200, "", Lines("X-RateLimit-Limit", limit)
            .Concat(Lines("X-Ratelimit-Remaining", remaining)).Concat(Lines("x-ratelimit-reset", reset))), Now)!;
        Assert.Equal((expected, left, seconds), (reading.Limit, reading.Remaining, reading.UntilFull!.Value.TotalSeconds));
        Assert.True(reading.RefillsSteadily);
    }

    [Fact]
    public void Mattermosts_reset_may_be_a_point_in_time()
    {
        var reading = new MattermostPlatform().ReadRateLimit(Answer(200, "",
            [new("X-Ratelimit-Remaining", "5"), new("X-Ratelimit-Reset", (Now.ToUnixTimeSeconds() + 9).ToString(CultureInfo.InvariantCulture))]), Now)!;
        Assert.Equal(9, reading.UntilFull!.Value.TotalSeconds);
    }

    [Fact]
    public void Gitters_reset_is_in_milliseconds_by_the_servers_clock()
    {
        var server = Now.AddMinutes(7);
        var reading = new GitterPlatform().ReadRateLimit(Answer(200, "",
        [
            new("Date", server.ToString("R", CultureInfo.InvariantCulture)),
            new("X-RateLimit-Limit", "100"),
            new("X-RateLimit-Remaining", "99"),
            new("X-RateLimit-Reset", server.AddSeconds(60).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)),
        ]), Now)!;
        Assert.Equal((100d, 99d, 60d), (reading.Limit, reading.Remaining, reading.UntilFull!.Value.TotalSeconds));
        Assert.False(reading.RefillsSteadily);
    }

    [Fact]
    public void Answers_without_the_headers_say_nothing()
    {
        Assert.Null(new MattermostPlatform().ReadRateLimit(Answer(200, "", []), Now));
        Assert.Null(new GitterPlatform().ReadRateLimit(Answer(200, "", []), Now));
    }

    [Theory]
    [InlineData(404, """{"id":"api.context.404.app_error","message":"Sorry","status_code":404}""", "NotSupported")]
    [InlineData(404, """{"id":"app.user.missing_account.const","message":"No","request_id":"abc"}""", "NotFound")]
    [InlineData(400, """{"id":"app.team.save.existing.app_error","message":"No"}""", "Conflict")]
    [InlineData(400, """{"id":"store.sql_channel.save_channel.exists.app_error","message":"No"}""", "Conflict")]
    [InlineData(400, """{"id":"api.context.invalid_url_param.app_error","message":"No"}""", "InvalidRequest")]
    [InlineData(501, """{"id":"api.ldap_groups.license_error","message":"No"}""", "NotSupported")]
    [InlineData(403, """{"id":"api.license.error","message":"No"}""", "NotSupported")]
    [InlineData(403, """{"id":"api.context.permissions.app_error","message":"No"}""", "Forbidden")]
    [InlineData(429, "limit exceeded\n", "RateLimited")]
    [InlineData(502, "<html><body>Bad gateway</body></html>", "ServerError")]
    [InlineData(500, "", "ServerError")]
    [InlineData(302, "", "InvalidResponse")]
    public async Task Mattermosts_errors_have_a_reason(int status, string body, string reason)
    {
        var error = await FailAsync(ChatPlatform.Mattermost, status, body, MattermostOperations.GetAllTeams);
        Assert.Equal(reason, error.Reason.ToString());
        Assert.Equal(status, error.StatusCode);
        Assert.NotEmpty(error.Message);
        Assert.NotNull(error.Advice);
    }

    [Theory]
    [InlineData(401, """{"error":"Unauthorized"}""", "Unauthorized", "Unauthorized")]
    [InlineData(403, """{"error":"Forbidden"}""", "Forbidden", "Forbidden")]
    [InlineData(404, """{"error":"Not Found"}""", "NotFound", "Not Found")]
    [InlineData(429, """{"error":"Too Many Requests"}""", "RateLimited", "Too Many Requests")]
    [InlineData(500, """{"error":"Internal Server Error","uniqueId":1700000000000}""", "ServerError", "Internal Server Error")]
    [InlineData(400, "nonsense", "InvalidRequest", "nonsense")]
    public async Task Gitters_errors_have_a_reason(int status, string body, string reason, string said)
    {
        var error = await FailAsync(ChatPlatform.Gitter, status, body, GitterOperations.ListRooms);
        Assert.Equal((reason, said), (error.Reason.ToString(), error.ServerMessage));
        if (body.Contains("uniqueId", StringComparison.Ordinal))
            Assert.Equal("1700000000000", error.RequestId);
    }

    [Theory]
    [InlineData(429, "rate_limit", "RateLimited", "Get-ChatRateLimit")]
    [InlineData(403, "two_factor", "Forbidden", "-TwoFactorCode")]
    [InlineData(403, "suspended", "Forbidden", "support")]
    [InlineData(402, "verification_required", "Forbidden", "verified")]
    [InlineData(402, "delinquent", "Forbidden", "Get-ChatInvoice")]
    [InlineData(401, "unauthorized", "Unauthorized", "Connect-ChatService")]
    [InlineData(403, "forbidden", "Forbidden", "permission")]
    [InlineData(404, "not_found", "NotFound", "id or name")]
    [InlineData(422, "invalid_params", "InvalidRequest", "value")]
    [InlineData(400, "bad_request", "InvalidRequest", "Get-ChatOperation")]
    [InlineData(409, "conflict", "Conflict", "exists already")]
    // An id that only its status explains.
    [InlineData(503, "something_new", "ServerError", "Try again later")]
    public async Task Herokus_errors_have_a_reason_an_address_and_advice(int status, string id, string reason, string advice)
    {
        using var server = new ScriptedServer(r => r.Target == "/account"
            ? new("""{"id":"x","email":"x@example.com"}""")
            : new($$"""{"id":"{{id}}","message":"No.","url":"https://docs.example.com/{{id}}"}""", status, Headers: new() { ["Request-Id"] = $"{r.Headers["Request-Id"]},own" }));
        var connection = await Connections.OpenAsync(ChatPlatform.Heroku, server.Uri, retry: ChatRetryPolicy.None);
        var error = await Assert.ThrowsAsync<ChatException>(() =>
            connection.Api.SendAsync(connection.Platform.Call(HerokuOperations.AppList).ToRequest(), CallContext.Silent));
        Assert.Equal((reason, id, "No."), (error.Reason.ToString(), error.ErrorId, error.ServerMessage));
        Assert.Contains(advice, error.Advice, StringComparison.Ordinal);
        Assert.Equal("https://docs.example.com/" + id, error.Url);
        Assert.Equal(server.Requests.Last().Headers["Request-Id"] + ",own", error.RequestId);
    }

    [Fact]
    public void Herokus_limit_is_what_remains_of_a_bucket_that_refills_steadily()
    {
        var reading = new HerokuPlatform().ReadRateLimit(Answer(200, "", [new("RateLimit-Remaining", "4321")]), Now)!;
        Assert.Equal(4321, reading.Remaining);
        Assert.True(reading.RefillsSteadily);
        Assert.Null(new HerokuPlatform().ReadRateLimit(Answer(200, "", []), Now));
        Assert.Equal((4500d, 75d), (new HerokuPlatform().Budget.Limit, new HerokuPlatform().Budget.Limit / new HerokuPlatform().Budget.Window.TotalMinutes));
    }

    [Fact]
    public void Herokus_warnings_are_told_once_each()
    {
        var warnings = new HerokuPlatform().ReadWarnings(Answer(200, "",
            [new("X-Heroku-Warning", "Old stack."), new("Warning", "Old stack."), new("Warning-Message", "Slow.")]));
        Assert.Equal(["Old stack.", "Slow."], warnings);
    }

    [Fact]
    public void HipChats_limits_are_windows_that_end_at_a_point_in_time_by_the_servers_clock()
    {
        var server = Now.AddMinutes(-7);
        var answer = Answer(200, "",
        [
            new("Date", server.ToString("R", CultureInfo.InvariantCulture)),
            new("X-Ratelimit-Limit", "500"),
            new("X-Ratelimit-Remaining", "498"),
            new("X-Ratelimit-Reset", server.AddSeconds(120).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            new("X-FloodControl-Limit", "30"),
            new("X-FloodControl-Remaining", "29"),
            new("X-FloodControl-Reset", server.AddSeconds(60).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
        ]);
        var reading = new HipChatPlatform().ReadRateLimit(answer, Now)!;
        Assert.Equal((500d, 498d, 120d, false), (reading.Limit, reading.Remaining, reading.UntilFull!.Value.TotalSeconds, reading.RefillsSteadily));
        reading = new HipChatPlatform().ReadLaneLimit(answer, Now)!;
        Assert.Equal((30d, 29d, 60d, false), (reading.Limit, reading.Remaining, reading.UntilFull!.Value.TotalSeconds, reading.RefillsSteadily));

        var past = Answer(200, "", [new("X-Ratelimit-Remaining", "1"), new("X-Ratelimit-Reset", "1")]);
        Assert.Equal(TimeSpan.Zero, new HipChatPlatform().ReadRateLimit(past, Now)!.UntilFull);
        Assert.Null(new HipChatPlatform().ReadRateLimit(Answer(200, "", []), Now));
        Assert.Null(new HipChatPlatform().ReadLaneLimit(past, Now));
        Assert.Equal((500d, 5d), (new HipChatPlatform().Budget.Limit, new HipChatPlatform().Budget.Window.TotalMinutes));
    }

    [Theory]
    [InlineData(400, "Invalid content type", "InvalidRequest")]
    [InlineData(401, "Invalid token", "Unauthorized")]
    [InlineData(403, "Not for you", "Forbidden")]
    [InlineData(404, "Room not found", "NotFound")]
    [InlineData(405, "Not so", "NotSupported")]
    [InlineData(409, "Taken", "Conflict")]
    [InlineData(429, "Too many", "RateLimited")]
    [InlineData(500, "Broken", "ServerError")]
    [InlineData(503, "Away", "ServerError")]
    public async Task HipChats_errors_have_a_reason(int status, string message, string reason)
    {
        foreach (var body in new[] { $$$"""{"error":{"code":{{{status}}},"type":"x","message":"{{{message}}}"}}""", message })
        {
            using var server = new ScriptedServer(r => IsIdentity(r) ? new("""{"scopes":[]}""") : new(body, status));
            var connection = await Connections.OpenAsync(ChatPlatform.HipChat, server.Uri, retry: ChatRetryPolicy.None);
            var error = await Assert.ThrowsAsync<ChatException>(
                () => connection.Api.SendAsync(connection.Platform.Call(HipChatOperations.GetAllRooms).ToRequest(), CallContext.Silent));
            Assert.Equal((reason, message), (error.Reason.ToString(), error.ServerMessage));
            Assert.NotNull(error.Advice);
        }
    }

    [Theory]
    // The next page is where the link says, whatever host it names.
    [InlineData("""{"items":[1,2],"links":{"self":"x","next":"https://elsewhere.example.com/v2/room?max-results=2&start-index=2"}};{"items":[3],"links":{"self":"x"}}""", "0,2")]
    [InlineData("""{"items":[1,2],"links":{"next":"/v2/room?start-index=7"}};{"items":[3],"links":{}}""", "0,7")]
    // An answer without links is followed until nothing comes.
    [InlineData("""{"items":[1,2],"startIndex":0};{"items":[3]};{"items":[]}""", "0,2,3")]
    [InlineData("""{"items":[1,2,3],"links":{"self":"x"}}""", "0")]
    public async Task HipChats_lists_are_followed_by_links_or_else_by_numbers(string pages, string starts)
    {
        var answers = new Queue<string>(pages.Split(';'));
        using var server = new ScriptedServer(r => new(IsIdentity(r) ? """{"scopes":[]}""" : answers.Dequeue()));
        var connection = await Connections.OpenAsync(ChatPlatform.HipChat, server.Uri);
        var items = await connection.Api.ListAsync(
            connection.Platform.Call(HipChatOperations.GetAllRooms).ToRequest(), PageWindow.All, item => item.GetInt32(), CallContext.Silent).ToListAsync();
        Assert.Equal([1, 2, 3], items);
        Assert.Equal(starts, string.Join(',', server.Requests.Skip(1).Select(r => r.Query.GetValueOrDefault("start-index") ?? "0")));
        Assert.All(server.Requests.Skip(1), r => Assert.StartsWith("/v2/room?", r.Target, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"2016-02-19T22:10:27.5+00:00\"", true)]
    [InlineData("\"2016-02-19T23:10:27.5+01:00\"", true)]
    [InlineData("\"2016-02-19T22:10:27.5\"", true)]
    [InlineData("1455919827.5", true)]
    [InlineData("\"1455919827.5\"", true)]
    [InlineData("null", false)]
    [InlineData("\"never\"", false)]
    public void HipChats_times_have_many_forms(string json, bool isTime)
    {
        var message = JsonSerializer.Deserialize($$"""{"id":"x","date":{{json}}}""", HipChatJson.Default.Message)!;
        Assert.Equal(isTime ? new DateTimeOffset(2016, 2, 19, 22, 10, 27, 500, TimeSpan.Zero) : null, message.Date?.ToUniversalTime());
    }

    [Theory]
    [InlineData("42", "42")]
    [InlineData("\"42\"", "42")]
    [InlineData("9007199254740993", "9007199254740993")]
    [InlineData("\"5d1c9e52-7d1f\"", "5d1c9e52-7d1f")]
    public void HipChats_ids_are_numbers_or_texts(string json, string id) =>
        Assert.Equal(id, JsonSerializer.Deserialize($$"""{"id":{{json}}}""", HipChatJson.Default.Message)!.Id);

    [Theory]
    [InlineData("""{"message":{"id":"1","message":"hello"}}""")]
    [InlineData("""{"id":"1","message":"hello"}""")]
    public async Task A_message_of_HipChats_comes_wrapped_or_bare(string body)
    {
        using var server = new ScriptedServer(r => new(IsIdentity(r) ? """{"scopes":[]}""" : body));
        var connection = await Connections.OpenAsync(ChatPlatform.HipChat, server.Uri);
        var message = await connection.Get<HipChatMessages>().GetAsync(new("1", "ops"), CallContext.Silent);
        Assert.Equal(("1", "hello", "ops"), (message.Id, message.Text, message.RoomId));
    }

    private static bool IsIdentity(ScriptedServer.Received request) => request.Target.StartsWith("/v2/oauth/token/", StringComparison.Ordinal);

    [Theory]
    [InlineData(400, """{"message":"No."}""", "InvalidRequest", "No.", "value")]
    [InlineData(401, """{"message":"No."}""", "Unauthorized", "No.", "scopes")]
    [InlineData(402, """{"message":"No."}""", "Forbidden", "No.", "Get-ChatUsageLimit")]
    [InlineData(404, """{"message":"No."}""", "NotFound", "No.", "id or name")]
    [InlineData(408, """{"message":"No."}""", "Timeout", "No.", "-Timeout")]
    [InlineData(410, """{"message":"No."}""", "NotFound", "No.", "Save-ChatLog")]
    [InlineData(422, """{"message":"No."}""", "InvalidRequest", "No.", "value")]
    [InlineData(429, """{"message":"No."}""", "RateLimited", "No.", "Get-ChatRateLimit")]
    [InlineData(500, """{"message":"No."}""", "ServerError", "No.", "Try again later")]
    // Not the API's own form, and not its own status.
    [InlineData(418, "<html>\n<b>No.</b></html>", "InvalidRequest", "<html> <b>No.</b></html>", "value")]
    [InlineData(502, "", "ServerError", null, "Try again later")]
    [InlineData(422, """{"message":["No."]}""", "InvalidRequest", """{"message":["No."]}""", "value")]
    public async Task Hathoras_errors_have_a_reason_and_advice(int status, string body, string reason, string? said, string advice)
    {
        using var server = new ScriptedServer(r => r.Target == "/orgs/v1" ? new("""{"orgs":[]}""") : new(body, status, "text/html"));
        var connection = await Connections.OpenAsync(ChatPlatform.Hathora, server.Uri, retry: ChatRetryPolicy.None);
        var error = await Assert.ThrowsAsync<ChatException>(() =>
            connection.Api.SendAsync(connection.Platform.Call(HathoraOperations.GetApps).ToRequest(), CallContext.Silent));
        Assert.Equal((reason, status, said), (error.Reason.ToString(), error.StatusCode, error.ServerMessage));
        Assert.Contains(advice, error.Advice, StringComparison.Ordinal);
        Assert.Equal((body.Length > 0 ? body : null, "text/html"), (error.Body, error.ContentType));
    }

    [Fact]
    public void Hathoras_headers_tell_of_no_limit()
    {
        var platform = new HathoraPlatform();
        Assert.Null(platform.ReadRateLimit(Answer(429, "", [new("X-RateLimit-Remaining", "0"), new("Retry-After", "7")]), Now));
        Assert.Null(platform.Budget);
    }

    [Theory]
    [InlineData("<html>Sign in</html>")]
    [InlineData("""[{"id":""")]
    [InlineData("""[{"id":{"not":"text"}}]""")]
    public async Task An_answer_that_is_not_what_was_promised_is_an_error(string body)
    {
        using var server = new ScriptedServer(r => new(r.Target.Contains("/me", StringComparison.Ordinal) ? """{"id":"x","username":"x"}""" : body));
        var connection = await Connections.OpenAsync(ChatPlatform.Mattermost, server.Uri);
        var list = connection.Get<MattermostRooms>().ListAsync(new(), new(First: 5), CallContext.Silent).ToListAsync();
        Assert.Equal(ChatErrorReason.InvalidResponse, (await Assert.ThrowsAsync<ChatException>(() => list)).Reason);
    }

    private static async Task<ChatException> FailAsync(ChatPlatform platform, int status, string body, string operation)
    {
        using var server = new ScriptedServer(r => r.Target.EndsWith("/me", StringComparison.Ordinal)
            ? new("""{"id":"x","username":"x"}""")
            : new(body, status, body.StartsWith('{') ? "application/json" : "text/plain"));
        var connection = await Connections.OpenAsync(platform, server.Uri, retry: ChatRetryPolicy.None);
        return await Assert.ThrowsAsync<ChatException>(() => connection.Api.SendAsync(connection.Platform.Call(operation).ToRequest(), CallContext.Silent));
    }

    private static IEnumerable<KeyValuePair<string, string>> Lines(string name, string values) =>
        values.Split(';').Select(value => KeyValuePair.Create(name, value));

    private static ApiResponse Answer(int status, string body, IEnumerable<KeyValuePair<string, string>> headers) => new()
    {
        Status = (HttpStatusCode)status,
        Headers = [.. headers],
        Content = Encoding.UTF8.GetBytes(body),
    };
}
