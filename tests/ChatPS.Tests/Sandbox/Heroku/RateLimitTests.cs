using ChatPS.Sandbox;

namespace ChatPS.Tests.Sandbox.Heroku;

public sealed class RateLimitTests : HerokuTest
{
    private protected override bool Limited => true;

    [Fact]
    public async Task An_account_has_an_allowance_that_refills_steadily()
    {
        Assert.Equal("4499", (await Admin.Get("account")).Header("RateLimit-Remaining"));
        // An error counts too.
        Assert.Equal("4498", (await Admin.Get("apps/nobodys")).Header("RateLimit-Remaining"));
        Assert.Equal("4499", (await Member.Get("account")).Header("RateLimit-Remaining"));
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null((await Client(null).Get("account")).Header("RateLimit-Remaining"));
        Assert.Equal("4499", (await Admin.Get("account")).Header("RateLimit-Remaining"));
    }

    [Fact]
    public async Task Beyond_it_is_429_without_a_time_to_wait()
    {
        Service.RateLimits = [new(60, TimeSpan.FromMinutes(1), 1)];
        Assert.Equal("1", (await Admin.Get("account")).Header("RateLimit-Remaining"));
        Assert.Equal("0", (await Admin.Get("account")).Header("RateLimit-Remaining"));
        var refused = await Admin.Get("account");
        IsError(refused, 429, "rate_limit");
        Assert.NotEmpty((string)refused["url"]!);
        Assert.Equal("0", refused.Header("RateLimit-Remaining"));
        Assert.Null(refused.Header("Retry-After"));
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await Admin.Get("account")).Status);
    }

    [Fact]
    public async Task Asking_for_it_is_free()
    {
        await Admin.Get("account");
        for (var i = 0; i < 3; i++)
            Assert.Equal(4499, (int)(await Admin.Get("account/rate-limits"))["remaining"]!);
        Service.RateLimits = [new(1, TimeSpan.FromMinutes(1))];
        Assert.Equal(200, (await Admin.Get("account")).Status);
        Assert.Equal(429, (await Admin.Get("account")).Status);
        Assert.Equal(0, (int)(await Admin.Get("account/rate-limits"))["remaining"]!);
    }

    [Fact]
    public async Task A_fault_may_name_a_time_all_the_same()
    {
        Service.Faults.LimitNext(1, SandboxRetryAfter.Seconds, TimeSpan.FromSeconds(3));
        var refused = await Admin.Get("account");
        IsError(refused, 429, "rate_limit");
        Assert.Equal("3", refused.Header("Retry-After"));
    }
}
