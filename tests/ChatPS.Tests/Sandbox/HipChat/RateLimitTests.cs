using System.Globalization;
using System.Text.Json.Nodes;

namespace ChatPS.Tests.Sandbox.HipChat;

public sealed class RateLimitTests : HipChatTest
{
    private protected override bool Limited => true;

    [Fact]
    public async Task Five_hundred_requests_pass_in_five_minutes()
    {
        Answer reply = null!;
        for (var left = 499; left >= 0; left--)
        {
            reply = await Admin.Get("user/" + Service.Admin.UserId);
            Assert.Equal((200, "500", $"{left}"), (reply.Status, reply.Header("X-Ratelimit-Limit"), reply.Header("X-Ratelimit-Remaining")));
        }

        Assert.Equal(Seconds(Noon.AddMinutes(5)), reply.Header("X-Ratelimit-Reset"));
        var refused = await Admin.Get("room");
        IsError(refused, 429);
        Assert.Equal("0", refused.Header("X-Ratelimit-Remaining"));
        Assert.Null(refused.Header("Retry-After"));
        Assert.Equal("499", (await Member.Get("room")).Header("X-Ratelimit-Remaining"));
        Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("499", (await Admin.Get("room")).Header("X-Ratelimit-Remaining"));
    }

    [Fact]
    public async Task A_room_takes_thirty_messages_a_minute()
    {
        for (var left = 29; left >= 0; left--)
        {
            var sent = await Admin.Post("room/Operations/message", Text("Hello"));
            Assert.Equal((201, "30", $"{left}"), (sent.Status, sent.Header("X-FloodControl-Limit"), sent.Header("X-FloodControl-Remaining")));
        }

        var refused = await Member.Post("room/Operations/share/link", new JsonObject { ["link"] = "https://example.com" });
        IsError(refused, 429);
        Assert.Equal(("0", Seconds(Noon.AddMinutes(1)), "499"), (
            refused.Header("X-FloodControl-Remaining"), refused.Header("X-FloodControl-Reset"), refused.Header("X-Ratelimit-Remaining")));

        // Other rooms and people have a count of their own, and what isn't a message has none.
        Assert.Equal(201, (await Admin.Post("room/Backend/message", Text("Hello"))).Status);
        Assert.Equal("29", (await Admin.Post($"user/{Service.Member.UserId}/message", Text("Hello"))).Header("X-FloodControl-Remaining"));
        Assert.Null((await Admin.Get("room/Operations")).Header("X-FloodControl-Limit"));
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(201, (await Admin.Post("room/Operations/message", Text("Hello"))).Status);
    }

    [Fact]
    public async Task The_limits_can_be_switched_off_while_it_runs()
    {
        Service.RateLimits = [];
        var sent = await Admin.Post("room/Operations/message", Text("Hello"));
        Assert.Null(sent.Header("X-Ratelimit-Limit"));
        Assert.Null(sent.Header("X-FloodControl-Limit"));
    }

    private static string Seconds(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
