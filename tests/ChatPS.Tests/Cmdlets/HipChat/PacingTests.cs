using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using ChatPS.Sandbox;
using ChatPS.Sandbox.Platforms.HipChat;
using ChatPS.Sandbox.Platforms.HipChat.Model;
using ChatPS.Tests.Client;

namespace ChatPS.Tests.Cmdlets.HipChat;

/// <summary>Many changes against the limit of 500 requests in 5 minutes, on a clock that leaps over the waits.</summary>
public sealed class PacingTests : IAsyncLifetime
{
    private const int People = 600;

    private readonly JumpingClock _clock = new(new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
    private SandboxServer _server = null!;

    private SandboxService HipChat => _server["HipChat"];

    private HipChatState State => ((HipChatService)HipChat).State;

    public Task InitializeAsync()
    {
        _server = SandboxServer.Start(new SandboxOptions
        {
            Platforms = ["HipChat"],
            Size = SandboxSize.Small,
            RateLimit = SandboxRateLimitMode.On,
            TimeProvider = new SameTime(_clock),
        });
        _clock.IsBusy = () => _server.ActiveRequests > 0;
        for (var i = 1; i <= People; i++)
        {
            var id = 5_000_000 + i;
            State.Users.Add(id, new User
            {
                Id = id,
                Name = $"Person {i}",
                MentionName = $"person{i}",
                Email = $"person{i}@example.com",
                Password = "",
                Created = _clock.GetUtcNow(),
                Version = "",
            });
        }
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public async Task Twelve_hundred_changes_stay_within_the_limit_and_use_all_of_it(int throttle)
    {
        var session = await ConnectAsync();
        Change(session, 1, People, throttle);
        AssertPaced(2 * People, session);
    }

    [Fact]
    public async Task So_do_two_runspaces_that_share_a_token()
    {
        var sessions = new[] { await ConnectAsync(), await ConnectAsync() };
        await Task.WhenAll(
            Task.Run(() => Change(sessions[0], 1, People / 2, 4)),
            Task.Run(() => Change(sessions[1], (People / 2) + 1, People, 4)));
        AssertPaced(2 * People, sessions);
    }

    private Task<ChatSession> ConnectAsync() => Connection.OpenAsync(
        new ConnectOptions { Platform = ChatPlatform.HipChat, Uri = HipChat.BaseUri, Token = new Secret(HipChat.Admin.Token) }, _clock, CallContext.Silent);

    /// <summary>Takes people into a room and out again.</summary>
    private static void Change(ChatSession session, int first, int last, int throttle)
    {
        using var shell = new Shell();
        shell.RunClean(
            """
            $people = $args[1]..$args[2] | ForEach-Object { "@person$_" }
            $people | Add-ChatRoomUser -Room Operations -Session $args[0] -ThrottleLimit $args[3]
            $people | Remove-ChatRoomUser -Room Operations -Session $args[0] -ThrottleLimit $args[3]
            """,
            session, first, last, throttle);
    }

    private void AssertPaced(int changes, params ChatSession[] sessions)
    {
        Assert.All(sessions, session => Assert.Equal((0L, 0L), (session.Statistics.RateLimited, session.Statistics.Retries)));
        Assert.Equal(changes, _server.Requests.Count(r => r.Target.StartsWith("/v2/room/Operations/member/", StringComparison.Ordinal)));
        Assert.DoesNotContain(State.FindRoom("Operations")!.Members, member => member.User.Id > 5_000_000);
        // 500 at once, as many after five minutes, the rest after five more; what is beyond that is at most a twentieth.
        Assert.InRange((_server.Requests[^1].Time - _server.Requests[0].Time).TotalSeconds, 600, 630);
    }
}
