using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using ChatPS.Sandbox;
using ChatPS.Sandbox.Platforms.Mattermost;
using ChatPS.Tests.Client;

namespace ChatPS.Tests.Cmdlets.Mattermost;

/// <summary>A server that takes ten requests a second and twenty more at once, by two limiters, on a clock that leaps over the waits.</summary>
public sealed class PacingTests : IAsyncLifetime
{
    private const int Channels = 253;
    private const int People = 40;

    private readonly JumpingClock _clock = new(new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
    private SandboxServer _server = null!;

    private SandboxService Mattermost => _server["Mattermost"];

    private MattermostState State => ((MattermostService)Mattermost).State;

    public Task InitializeAsync()
    {
        var limit = new SandboxRateLimit(10, TimeSpan.FromSeconds(1), 20);
        _server = SandboxServer.Start(new SandboxOptions
        {
            Platforms = ["Mattermost"],
            Size = SandboxSize.Small with { Users = 60 },
            RateLimit = SandboxRateLimitMode.On,
            RateLimits = [limit, limit],
            TimeProvider = new SameTime(_clock),
        });
        var team = State.Teams.Sorted[0];
        for (var i = Listed; i < Channels; i++)
            State.NewChannel(team.Id, "O", $"more-{i}", $"More {i}", Mattermost.Admin.UserId, State.Now());
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    private int Listed => State.Channels.Sorted.Count(channel => channel is { IsDirect: false, DeleteAt: 0 });

    [SandboxFact("needs a clock that can be turned")]
    public async Task All_channels_are_listed()
    {
        var session = await ConnectAsync();
        Assert.Equal(Channels, Listed);
        using var shell = new Shell();
        var rooms = shell.Run<ChatRoom>("Get-ChatRoom -Session $args[0]", session);
        Assert.Equal(Channels, rooms.Select(room => room.Id).Distinct().Count());
        Assert.Equal(Channels, rooms.Count);
        Assert.Equal(0, session.Statistics.RateLimited);
    }

    [SandboxTheory("needs a clock that can be turned")]
    [InlineData(1)]
    [InlineData(8)]
    public async Task Forty_users_are_deactivated_all_of_them(int throttle)
    {
        var session = await ConnectAsync();
        using var shell = new Shell();
        var users = shell.Run<ChatUser>("Get-ChatUser -Active -Role system_user -Session $args[0]", session)
            .Where(user => user is { IsAdmin: not true, IsBot: false }).Take(People).ToArray();
        Assert.Equal(People, users.Length);

        shell.RunClean("$args[1] | Set-ChatUser -Active:$false -Session $args[0] -ThrottleLimit $args[2]", session, users.Select(user => user.UserName).ToArray(), throttle);
        Assert.All(users, user => Assert.NotEqual(0, State.Users[user.Id]!.DeleteAt));
        Assert.Equal((0L, 0L), (session.Statistics.RateLimited, session.Statistics.Retries));
        // The names took one request, and nothing was asked twice.
        Assert.Equal(People, _server.Requests.Count(r => r.Target.EndsWith("/active", StringComparison.Ordinal)));
        Assert.Equal(1, _server.Requests.Count(r => r.Target == "/api/v4/users/usernames"));
    }

    private Task<ChatSession> ConnectAsync() => Connection.OpenAsync(
        new ConnectOptions { Platform = ChatPlatform.Mattermost, Uri = Mattermost.BaseUri, Token = new Secret(Mattermost.Admin.Token) }, _clock, CallContext.Silent);
}
