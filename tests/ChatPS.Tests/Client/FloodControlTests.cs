using System.Globalization;
using ChatPS.Client.Http;
using ChatPS.Client.Platforms.HipChat;
using ChatPS.Client.Sessions;
using ChatPS.Sandbox;

namespace ChatPS.Tests.Client;

/// <summary>HipChat's limit of messages to one room or person, beside that of all requests.</summary>
public sealed class FloodControlTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly JumpingClock _clock = new(Start);

    [Fact]
    public async Task A_hundred_messages_meet_the_limit_of_their_room_and_hold_up_no_other()
    {
        await using var server = SandboxServer.Start(new SandboxOptions { Platforms = ["HipChat"], Size = SandboxSize.Small, TimeProvider = _clock });
        var hipChat = server["HipChat"];
        var connection = await Connections.OpenAsync(ChatPlatform.HipChat, hipChat.BaseUri, _clock, hipChat.Admin.Token);
        await connection.Api.SendAsync(connection.Platform.Call(HipChatOperations.CreateRoom).Body("name", "Quiet").ToRequest(), CallContext.Silent);

        await SendAsync(connection, "Operations", 30);
        var full = _clock.GetUtcNow();
        await SendAsync(connection, "Quiet", 30);
        Assert.InRange(_clock.GetUtcNow() - full, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        await SendAsync(connection, "Operations", 70);

        Assert.Equal(0, connection.Session.Statistics.RateLimited);
        Assert.InRange(_clock.GetUtcNow() - Start, TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(4));
        Assert.Equal(100, server.Requests.Count(r => r.Target == "/v2/room/Operations/message"));
    }

    [Fact]
    public async Task A_limit_that_others_have_spent_closes_the_room_alone()
    {
        var refused = 0;
        using var server = new ScriptedServer(r => r.Target switch
        {
            "/v2/room/busy/message" when refused++ == 0 => new("""{"error":{"code":429,"type":"Too Many Requests","message":"No."}}""", 429, Headers: new()
            {
                ["Date"] = _clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture),
                ["X-Ratelimit-Limit"] = "500",
                ["X-Ratelimit-Remaining"] = "400",
                ["X-Ratelimit-Reset"] = _clock.GetUtcNow().AddMinutes(4).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
                ["X-FloodControl-Limit"] = "30",
                ["X-FloodControl-Remaining"] = "0",
                ["X-FloodControl-Reset"] = _clock.GetUtcNow().AddSeconds(40).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            }),
            _ => new("""{"scopes":["send_message"],"id":"1"}"""),
        });
        var connection = await Connections.OpenAsync(ChatPlatform.HipChat, server.Uri, _clock, retry: ChatRetryPolicy.None);
        await Assert.ThrowsAsync<ChatException>(() => SendAsync(connection, "busy", 1));
        await SendAsync(connection, "quiet", 1);
        Assert.Equal(Start, _clock.GetUtcNow());
        await SendAsync(connection, "busy", 1);
        Assert.Equal(Start.AddSeconds(40), _clock.GetUtcNow());
    }

    [Theory]
    [InlineData("POST", "v2/room/Ops%20one/message", "room OPS%20ONE")]
    [InlineData("POST", "v2/room/Ops/notification", "room OPS")]
    [InlineData("POST", "v2/room/Ops/reply", "room OPS")]
    [InlineData("POST", "v2/room/Ops/share/link", "room OPS")]
    [InlineData("POST", "v2/user/42/message", "user 42")]
    [InlineData("POST", "v2/user/42/share/file", "user 42")]
    [InlineData("GET", "v2/room/Ops/history", null)]
    [InlineData("POST", "v2/room/Ops/webhook", null)]
    [InlineData("POST", "v2/room", null)]
    public void Messages_of_every_kind_count_to_whom_they_go(string method, string path, string? lane) =>
        Assert.Equal(lane, new HipChatPlatform().LaneOf(new ApiRequest { Method = method, Path = path, IsIdempotent = false })?.Name);

    private static async Task SendAsync(Connection connection, string room, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await connection.Api.SendAsync(
                connection.Platform.Call(HipChatOperations.SendMessage).Path("room_id_or_name", room).Body("message", $"{i}").ToRequest(), CallContext.Silent);
        }
    }
}
