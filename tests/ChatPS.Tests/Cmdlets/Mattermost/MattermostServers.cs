using ChatPS.Sandbox;
using ChatPS.Tests.Cmdlets.Mattermost.Real;

namespace ChatPS.Tests.Cmdlets.Mattermost;

/// <summary>
/// The servers that the cmdlets are held to: the sandbox always, and a real one where there is one (<see cref="RealServer"/>).
/// A test makes what it needs and leaves it there.
/// </summary>
public sealed class MattermostServers : IAsyncLifetime
{
    private const string InMemory = "sandbox";
    private const string Real = "server";

    /// <summary>So that two runs against one server don't meet.</summary>
    private static int _made = Environment.TickCount & 0xFFFF;

    public static TheoryData<string> All
    {
        get
        {
            var all = new TheoryData<string> { InMemory };
            if (RealServer.IsAsked)
                all.Add(Real);
            return all;
        }
    }

    private IDisposable? _turn;

    private SandboxServer Server { get; set; } = null!;

    public async Task InitializeAsync()
    {
        if (RealServer.IsAsked)
            _turn = await RealServer.EnterAsync();
        // Limited as a real one may be, by address and by user, though fast enough for tests.
        var limit = new SandboxRateLimit(200, TimeSpan.FromSeconds(1), 20);
        Server = SandboxServer.Start(new() { Platforms = ["Mattermost"], Size = SandboxSize.Small, RateLimit = SandboxRateLimitMode.On, RateLimits = [limit, limit] });
    }

    public async Task DisposeAsync()
    {
        if (Server is not null)
            await Server.DisposeAsync();
        _turn?.Dispose();
    }

    /// <summary>
    /// A shell with a session of the administrator, and in it: $tag for names of the test's own, $password, $team, $users (four in the
    /// team) and $room with the first three of them.
    /// </summary>
    internal Shell Connect(string server)
    {
        var (uri, name, password) = server == InMemory
            ? (Server["Mattermost"].BaseUri, Server["Mattermost"].Admin.UserName, Server["Mattermost"].Admin.Password)
            : (new Uri(RealServer.Url!), RealServer.UserName, RealServer.Password);
        var shell = new Shell();
        shell.RunClean(
            """
            $uri, $tag, $password = $args[0], $args[2], $args[3]
            $null = Connect-ChatService Mattermost $uri -Credential $args[1]
            $team = New-ChatTeam "team-$tag" "Team $tag"
            $users = 1..4 | ForEach-Object { New-ChatUser "user$_.$tag" "user$_.$tag@example.com" $password -FirstName "First$_" -LastName $tag }
            $users | Add-ChatTeamUser -Team $team
            $room = New-ChatRoom "room-$tag" -Team $team -DisplayName "Room $tag"
            $users[0..2] | Add-ChatRoomUser -Room $room
            """,
            uri,
            new System.Management.Automation.PSCredential(name, SandboxFixture.Protect(password)),
            $"t{Interlocked.Increment(ref _made):x}{Environment.ProcessId:x}",
            SandboxFixture.Protect("Correct-horse-9!"));
        return shell;
    }
}
