using System.Globalization;

namespace ChatPS.Tests.Sandbox.Gitter;

public sealed class RateLimitTests : GitterTest
{
    private protected override bool Limited => true;

    [Fact]
    public async Task A_hundred_requests_a_minute_pass()
    {
        Reply reply = null!;
        for (var left = 99; left >= 0; left--)
        {
            reply = await GetAsync("v1/user/me");
            Assert.Equal(200, reply.Status);
            Assert.Equal("100", reply.Header("X-RateLimit-Limit"));
            Assert.Equal(left.ToString(CultureInfo.InvariantCulture), reply.Header("X-RateLimit-Remaining"));
        }

        // When the window ends, in milliseconds of the epoch.
        Assert.Equal(Noon.AddSeconds(60).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), reply.Header("X-RateLimit-Reset"));
        var refused = await GetAsync("v1/user/me");
        refused.IsError(429, "Too Many Requests");
        Assert.Equal("0", refused.Header("X-RateLimit-Remaining"));
        Assert.Null(refused.Headers.RetryAfter);

        // Another user has a count of its own.
        Assert.Equal("99", (await GetAsync("v1/user/me", Member)).Header("X-RateLimit-Remaining"));
        Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(429, (await GetAsync("v1/user/me")).Status);
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("99", (await GetAsync("v1/user/me")).Header("X-RateLimit-Remaining"));
    }

    [Fact]
    public async Task An_error_counts_and_a_stranger_does_not()
    {
        using var stranger = new HttpRequestMessage(HttpMethod.Get, "v1/user");
        var reply = await SendAsync(stranger);
        Assert.Equal(401, reply.Status);
        Assert.Null(reply.Header("X-RateLimit-Limit"));
        Assert.Equal("99", (await GetAsync("v1/rooms/nonsense")).Header("X-RateLimit-Remaining"));
    }

    [Fact]
    public async Task An_application_has_a_count_of_its_own()
    {
        await GetAsync("v1/user");
        State.Tokens["another"] = new(State.Users[Admin.UserId], State.OAuthClients.Values.First());
        using var request = new HttpRequestMessage(HttpMethod.Get, "v1/user?access_token=another");
        Assert.Equal("99", (await SendAsync(request)).Header("X-RateLimit-Remaining"));
    }

    [Fact]
    public async Task The_limit_can_be_changed_while_it_runs()
    {
        Service.RateLimits = [new(2, TimeSpan.FromSeconds(5))];
        Assert.Equal("2", (await GetAsync("v1/user")).Header("X-RateLimit-Limit"));
        Assert.Equal(200, (await GetAsync("v1/user")).Status);
        Assert.Equal(429, (await GetAsync("v1/user")).Status);
        Service.RateLimits = [];
        var free = await GetAsync("v1/user");
        Assert.Equal(200, free.Status);
        Assert.Null(free.Header("X-RateLimit-Limit"));
    }
}
