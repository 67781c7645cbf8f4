using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using ChatPS.Sandbox;

namespace ChatPS.Tests.Sandbox;

/// <summary>The server as such: start and stop, the wire, the log, reproducible data.</summary>
public sealed class SandboxServerTests
{
    private static readonly SandboxOptions Small = new() { Platforms = ["mattermost"], Size = SandboxSize.Small };

    [Fact]
    public async Task Stopping_frees_the_port_and_ends_everything()
    {
        var server = SandboxServer.Start(Small);
        var (service, port) = (server["Mattermost"], server["Mattermost"].BaseUri.Port);
        using var client = new SandboxClient(service);
        service.Faults.StallNext(1);
        using var request = new HttpRequestMessage(HttpMethod.Get, "system/ping");
        using var stalled = await client.Raw(request);
        Assert.Equal(1, server.ActiveRequests);

        await server.StopAsync();
        await server.StopAsync();

        Assert.False(server.IsRunning);
        Assert.Equal(0, server.ActiveRequests);
        await Assert.ThrowsAnyAsync<IOException>(() => stalled.Content.ReadAsByteArrayAsync().ContinueWith(t => throw Deepest(t.Exception!), TaskScheduler.Default));
        using var again = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ExclusiveAddressUse = true };
        again.Bind(new IPEndPoint(IPAddress.Loopback, port));
    }

    [Fact]
    public async Task Stopping_ends_what_is_done_beside_the_requests()
    {
        var server = SandboxServer.Start(Small);
        var ended = false;
        server["Mattermost"].Background.Begin(async stopping =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ended = true;
        });

        await server.StopAsync();

        Assert.True(ended);
    }

    private static Exception Deepest(Exception error) => error is AggregateException or HttpRequestException && error.InnerException is { } inner ? Deepest(inner) : error;

    [Fact]
    public async Task A_chosen_port_is_used_and_a_taken_one_is_an_error()
    {
        await using var first = SandboxServer.Start(Small);
        var taken = first["Mattermost"].BaseUri.Port;
        Assert.Throws<SocketException>(() => SandboxServer.Start(new() { Platforms = ["Mattermost"], Size = SandboxSize.Small, Port = taken }));

        await first.StopAsync();
        await using var second = SandboxServer.Start(new() { Platforms = ["Mattermost"], Size = SandboxSize.Small, Port = taken });
        Assert.Equal(taken, second["Mattermost"].BaseUri.Port);
    }

    [Fact]
    public void An_unknown_platform_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => SandboxServer.Start(new() { Platforms = ["Slack"] }));
        Assert.Contains("Mattermost", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_sandboxes_live_side_by_side()
    {
        await using var one = SandboxServer.Start(Small);
        await using var other = SandboxServer.Start(Small);
        using var mine = new SandboxClient(one["Mattermost"], one["Mattermost"].Admin.Token);
        using var foreign = new SandboxClient(other["Mattermost"], one["Mattermost"].Admin.Token);

        Assert.Equal(200, (await mine.Get("users/me")).Status);
        Assert.Equal(401, (await foreign.Get("users/me")).Status);
        Assert.Single(one.Requests);
        Assert.Single(other.Requests);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_data_and_other_secrets()
    {
        var time = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        var (one, oneSecrets) = await Snapshot(7);
        var (same, sameSecrets) = await Snapshot(7);
        var (different, _) = await Snapshot(8);

        Assert.Equal(one, same);
        Assert.NotEqual(one, different);
        Assert.Empty(oneSecrets.Intersect(sameSecrets));

        async Task<(string Data, string[] Secrets)> Snapshot(int seed)
        {
            await using var server = SandboxServer.Start(new() { Platforms = ["Mattermost"], Size = SandboxSize.Small, Seed = seed, SeedTime = time });
            var service = server["Mattermost"];
            using var client = new SandboxClient(service, service.Admin.Token);
            var users = (await client.Get("users")).Text;
            var channels = (await client.Get("channels?include_deleted=true")).Text;
            var busy = (string)JsonNode.Parse(channels)!.AsArray().First(channel => (string)channel!["name"]! == "backend")!["id"]!;
            var posts = (await client.Get($"channels/{busy}/posts?per_page=200")).Text;
            return (users + channels + posts, [.. service.Accounts.SelectMany(account => new[] { account.Password, account.Token })]);
        }
    }

    [Fact]
    public async Task Sizes_are_what_they_say_and_start_fast()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await using var server = SandboxServer.Start(new() { Platforms = ["Mattermost"], Size = new(2, 10_000, 100, 500) });
        Assert.InRange(watch.ElapsedMilliseconds, 0, 5_000);
        using var client = new SandboxClient(server["Mattermost"], server["Mattermost"].Admin.Token);
        var names = new HashSet<string>();
        for (var page = 0; ; page++)
        {
            var users = (await client.Get($"users?per_page=200&page={page}")).Items;
            if (users.Count == 0)
                break;
            Assert.All(users, user => Assert.True(names.Add((string)user["username"]!)));
        }

        Assert.Equal(10_000 + 3, names.Count);
    }

    [Fact]
    public async Task Many_requests_are_served_at_once()
    {
        await using var server = SandboxServer.Start(Small);
        using var client = new SandboxClient(server["Mattermost"], server["Mattermost"].Admin.Token);
        server["Mattermost"].Faults.Latency = TimeSpan.FromMilliseconds(300);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => client.Get("users/me")));
        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        Assert.InRange(watch.ElapsedMilliseconds, 250, 10_000);
        Assert.Equal(50, server.Requests.Count);
    }

    [Fact]
    public async Task Chunked_bodies_pipelined_requests_and_any_host_name_are_taken()
    {
        await using var server = SandboxServer.Start(Small);
        var service = server["Mattermost"];
        var answer = await SandboxClient.Wire(service,
            $"POST /api/v4/users/ids HTTP/1.1\r\nHost: localhost\r\nAuthorization: bEaReR {service.Admin.Token}\r\nTransfer-Encoding: chunked\r\n\r\n"
            + $"5;x=y\r\n[\"abc\r\n2\r\n\"]\r\n0\r\nTrailer: t\r\n\r\n"
            + "GET /api/v4/system/ping HTTP/1.1\r\nHost: whatever\r\nConnection: close\r\n\r\n");
        Assert.Equal(2, answer.Split("HTTP/1.1 200 OK").Length - 1);
        Assert.Equal("""["abc"]""", server.Requests[0].Body);
    }

    [Fact]
    public async Task A_client_that_waits_for_leave_to_send_gets_it()
    {
        await using var server = SandboxServer.Start(Small);
        var answer = await SandboxClient.Wire(server["Mattermost"],
            "POST /api/v4/users/logout HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
        Assert.StartsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NONSENSE\r\n\r\n", 400)]
    [InlineData("GET relative HTTP/1.1\r\n\r\n", 400)]
    [InlineData("GET / HTTP/2.0\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nContent-Length: many\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nContent-Length: 999999999\r\n\r\n", 413)]
    public async Task Malformed_requests_are_refused(string request, int status)
    {
        await using var server = SandboxServer.Start(Small);
        Assert.StartsWith($"HTTP/1.1 {status} ", await SandboxClient.Wire(server["Mattermost"], request), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Head_answers_without_a_body()
    {
        await using var server = SandboxServer.Start(Small);
        var answer = await SandboxClient.Wire(server["Mattermost"], "HEAD /api/v4/system/ping HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", answer, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Content-Length: 0", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paths_reach_the_service_as_they_were_sent()
    {
        await using var server = SandboxServer.Start(Small);
        var service = server["Mattermost"];
        foreach (var path in (string[])["/api/v4/users/../teams", "/api/v4/users/%2e%2e/teams", "/api/v4/users/a%2Fb", "/api/v4//users"])
        {
            var answer = await SandboxClient.Wire(service, $"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            Assert.StartsWith("HTTP/1.1 404 Not Found\r\n", answer, StringComparison.Ordinal);
            Assert.Equal(path, server.Requests[^1].Target);
        }
    }

    [Fact]
    public async Task The_log_shows_the_wire_is_bounded_and_prints_no_secret()
    {
        await using var server = SandboxServer.Start(new() { Platforms = ["Mattermost"], Size = SandboxSize.Small, RequestLogCapacity = 3 });
        var service = server["Mattermost"];
        using var client = new SandboxClient(service, service.Admin.Token);
        for (var i = 0; i < 5; i++)
            await client.Get($"users?page={i}");
        Assert.Equal(["/api/v4/users?page=2", "/api/v4/users?page=3", "/api/v4/users?page=4"], server.Requests.Select(request => request.Target));

        await client.Put("users/me/patch", new JsonObject { ["nickname"] = "Höld" });
        var record = server.Requests[^1];
        Assert.Equal(("Mattermost", "PUT", 200), (record.Platform, record.Method, record.Status));
        Assert.Equal("Höld", (string)JsonNode.Parse(record.Body)!["nickname"]!);
        Assert.Equal($"Bearer {service.Admin.Token}", record.Header("authorization"));
        Assert.DoesNotContain(service.Admin.Token, record.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(service.Admin.Password, service.Admin.ToString(), StringComparison.Ordinal);

        server.ClearRequests();
        Assert.Empty(server.Requests);
    }
}
