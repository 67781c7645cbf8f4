using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using ChatPS.Sandbox;

namespace ChatPS.Tests.Sandbox;

/// <summary>What can be made to go wrong.</summary>
public sealed class SandboxFaultTests : IDisposable
{
    private readonly SandboxServer _server = SandboxServer.Start(new() { Platforms = ["Mattermost"], Size = new(2, 70, 30, 100) });
    private readonly SandboxClient _client;

    public SandboxFaultTests() => _client = new(Service, Service.Admin.Token);

    private SandboxService Service => _server["Mattermost"];

    public void Dispose()
    {
        _client.Dispose();
        _server.StopAsync().GetAwaiter().GetResult();
    }

    [Fact]
    public async Task Latency_holds_answers_back()
    {
        Service.Faults.Latency = TimeSpan.FromMilliseconds(200);
        var watch = Stopwatch.StartNew();
        Assert.Equal(200, (await _client.Get("users/me")).Status);
        Assert.InRange(watch.ElapsedMilliseconds, 190, 5_000);
    }

    // By name: attributes are read before the staged module is in place, and so cannot hold a value of its types.
    [Theory]
    [InlineData(nameof(SandboxRetryAfter.Seconds))]
    [InlineData(nameof(SandboxRetryAfter.Date))]
    [InlineData(nameof(SandboxRetryAfter.Absent))]
    public async Task The_next_requests_are_limited_in_the_platforms_own_form(string name)
    {
        var form = Enum.Parse<SandboxRetryAfter>(name);
        Service.Faults.LimitNext(2, form, TimeSpan.FromSeconds(7));
        for (var i = 0; i < 2; i++)
        {
            var refused = await _client.Get("users/me");
            Assert.Equal((429, "limit exceeded\n", "text/plain"), (refused.Status, refused.Text, refused.Message.Content.Headers.ContentType!.MediaType));
            Assert.Null(refused.Header("X-Request-Id"));
            var expected = form switch
            {
                SandboxRetryAfter.Seconds => "7",
                SandboxRetryAfter.Date => refused.Message.Headers.Date!.Value.AddSeconds(7).ToString("R", CultureInfo.InvariantCulture),
                _ => null,
            };
            Assert.Equal(expected, refused.Header("Retry-After"));
        }

        Assert.Equal(200, (await _client.Get("users/me")).Status);
    }

    [Fact]
    public async Task Server_errors_come_in_the_platforms_form_and_nothing_is_done()
    {
        Service.Faults.FailNext(1, 502);
        var failed = await _client.Put("users/me/patch", new JsonObject { ["nickname"] = "never" });
        Assert.Equal((502, 502), (failed.Status, (int)failed["status_code"]!));
        Assert.Matches("^[a-z0-9]{26}$", (string)failed["request_id"]!);
        Assert.NotEqual("never", (string)(await _client.Get("users/me"))["nickname"]!);
    }

    [Fact]
    public async Task Every_so_many_requests_fail()
    {
        Service.Faults.FailEvery(3);
        var statuses = new List<int>();
        for (var i = 0; i < 7; i++)
            statuses.Add((await _client.Get("users/me")).Status);
        Assert.Equal([200, 200, 503, 200, 200, 503, 200], statuses);
    }

    [Fact]
    public async Task Connections_are_dropped_without_an_answer()
    {
        Service.Faults.DropNext(1);
        Assert.Equal("", await SandboxClient.Wire(Service, "GET /api/v4/system/ping HTTP/1.1\r\nHost: x\r\n\r\n"));
        Assert.Equal(0, _server.Requests[^1].Status);
        Assert.Equal(200, (await _client.Get("system/ping")).Status);
    }

    [Fact]
    public async Task Bodies_are_cut_after_half_of_what_was_promised()
    {
        Service.Faults.CutNext(1);
        var answer = await SandboxClient.Wire(Service, "GET /api/v4/system/ping HTTP/1.1\r\nHost: x\r\n\r\n");
        var (head, body) = (answer[..answer.IndexOf("\r\n\r\n", StringComparison.Ordinal)], answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);
        var promised = int.Parse(head[(head.IndexOf("Content-Length: ", StringComparison.Ordinal) + 16)..].Split('\r')[0], CultureInfo.InvariantCulture);
        Assert.Equal(promised / 2, body.Length);
        Service.Faults.CutNext(1);
        await Assert.ThrowsAsync<HttpRequestException>(() => _client.Get("system/ping"));
    }

    [Fact]
    public async Task Bodies_stall_until_the_client_goes_away()
    {
        Service.Faults.StallNext(1);
        using var patience = new CancellationTokenSource(300);
        using var request = new HttpRequestMessage(HttpMethod.Get, "users");
        using (var response = await _client.Raw(request, patience.Token))
        {
            Assert.Equal(200, (int)response.StatusCode);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => response.Content.ReadAsStringAsync(patience.Token));
        }

        var watch = Stopwatch.StartNew();
        while (_server.ActiveRequests > 0 && watch.ElapsedMilliseconds < 5_000)
            await Task.Delay(10);
        Assert.Equal(0, _server.ActiveRequests);
    }

    [Fact]
    public async Task Faults_can_be_kept_to_some_requests_and_cleared()
    {
        Service.Faults.AppliesTo = (method, path) => method == "GET" && path.EndsWith("/teams", StringComparison.Ordinal);
        Service.Faults.FailNext(100);
        Assert.Equal(200, (await _client.Get("users/me")).Status);
        Assert.Equal(503, (await _client.Get("teams")).Status);
        Service.Faults.Clear();
        Assert.Equal(200, (await _client.Get("teams")).Status);
    }

    [Fact]
    public async Task Pages_can_be_smaller_than_asked_short_in_the_middle_or_of_one_size()
    {
        Assert.Equal(50, (await _client.Get("users?per_page=50")).Items.Count);
        Service.Faults.MaxPageSize = 20;
        Assert.Equal(20, (await _client.Get("users?per_page=50")).Items.Count);
        var second = (await _client.Get("users?per_page=50&page=1")).Items;
        Assert.Equal((string)second[0]["id"]!, (string)(await _client.Get("users?per_page=20&page=1")).Items[0]["id"]!);

        Service.Faults.Clear();
        (Service.Faults.ShortPage, Service.Faults.ShortPageMissing) = (1, 3);
        var sizes = new List<int> { await Size(0), await Size(1), await Size(2) };
        Assert.Equal([20, 17, 20], sizes);

        Service.Faults.Clear();
        Service.Faults.IgnorePageSize = true;
        Assert.Equal(60, (await _client.Get("users?per_page=5")).Items.Count);

        async Task<int> Size(int page) => (await _client.Get($"users?per_page=20&page={page}")).Items.Count;
    }
}
