using ChatPS.Sandbox;
using ChatPS.Sandbox.RateLimiting;

namespace ChatPS.Tests.Sandbox;

public sealed class SteadyLimiterTests
{
    [Fact]
    public void A_request_that_was_overtaken_is_counted_at_its_turn()
    {
        var limiter = new SteadyLimiter(new SandboxRateLimit(10, TimeSpan.FromSeconds(1), 1));
        var start = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
        Assert.True(limiter.Take("user", start, costs: true).Allowed);
        Assert.True(limiter.Take("user", start, costs: true).Allowed);
        // In a second two have room again: the one that came now, and the one that came before and is late.
        Assert.True(limiter.Take("user", start.AddSeconds(1), costs: true).Allowed);
        Assert.True(limiter.Take("user", start.AddMilliseconds(1), costs: true).Allowed);
        Assert.False(limiter.Take("user", start.AddMilliseconds(2), costs: true).Allowed);
    }
}
