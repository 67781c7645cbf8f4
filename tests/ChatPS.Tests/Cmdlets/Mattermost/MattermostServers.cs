using ChatPS.Sandbox;

namespace ChatPS.Tests.Cmdlets.Mattermost;

/// <summary>
/// The servers that the cmdlets are held to: the sandbox always, and a real one where CHATPS_MATTERMOST_URL names it, with the name and
/// the password of an administrator in CHATPS_MATTERMOST_USER and CHATPS_MATTERMOST_PASSWORD. A test makes what it needs and leaves it there.
/// </summary>
public sealed class MattermostServers : IAsyncLifetime
{
    private const string InMemory = "sandbox";
    private const string Real = "server";

    /// <summary>So that two runs against one server don't meet.</summary>
    private static int _made = Environment.TickCount & 0xFFFF;

    private static string? Url => Environment.GetEnvironmentVariable("CHATPS_MATTERMOST_URL");

    public static TheoryData<string> All
    {
        get
        {
            var all = new TheoryData<string> { InMemory };
            if (!string.IsNullOrEmpty(Url))
                all.Add(Real);
            return all;
        }
    }

    private SandboxServer Server { get; set; } = null!;

    public Task InitializeAsync()
    {
        // Limited as a real one may be, by address and by user, though fast enough for tests.
        var limit = new SandboxRateLimit(200, TimeSpan.FromSeconds(1), 20);
        Server = SandboxServer.Start(new() { Platforms = ["Mattermost"], Size = SandboxSize.Small, RateLimit = SandboxRateLimitMode.On, RateLimits = [limit, limit] });
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await Server.DisposeAsync();

    /// <summary>
    /// A shell with a session of the administrator, and in it: $tag for names of the test's own, $password, $team, $users (four in the
    /// team) and $room with the first three of them.
    /// </summary>
    internal Shell Connect(string server)
    {
        var (uri, name, password) = server == InMemory
            ? (Server["Mattermost"].BaseUri, Server["Mattermost"].Admin.UserName, Server["Mattermost"].Admin.Password)
            : (new Uri(Url!), Variable("USER"), Variable("PASSWORD"));
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

    private static string Variable(string name) => Environment.GetEnvironmentVariable("CHATPS_MATTERMOST_" + name)
        ?? throw new InvalidOperationException($"CHATPS_MATTERMOST_URL is set, and CHATPS_MATTERMOST_{name} is not.");
}
