using ChatPS.Sandbox;
using ChatPS.Sandbox.Platforms.Mattermost;
using ChatPS.Tests.Cmdlets.Mattermost.Real;

namespace ChatPS.Tests.Cmdlets;

/// <summary>
/// A sandbox of a test class's own, without rate limits unless the test sets some. Where a real Mattermost is asked for, it stands in the place of the sandbox's.
/// </summary>
public sealed class SandboxFixture : IAsyncLifetime
{
    private IDisposable? _turn;

    /// <summary>For one beside the class's own, which is never a real server.</summary>
    internal bool IsBeside { get; init; }

    internal SandboxServer Server { get; private set; } = null!;

    internal SandboxService Mattermost => Server["Mattermost"];

    internal SandboxService Gitter => Server["Gitter"];

    internal SandboxService Hathora => Server["Hathora"];

    internal SandboxService Heroku => Server["Heroku"];

    internal SandboxService HipChat => Server["HipChat"];

    /// <summary>The sandbox's own Mattermost; null where a real server stands in its place.</summary>
    internal MattermostService? Simulated => Mattermost as MattermostService;

    /// <summary>Where Mattermost finds itself.</summary>
    internal Uri MattermostSite => Simulated is null ? new Uri(RealServer.Url!) : Mattermost.BaseUri;

    public async Task InitializeAsync()
    {
        var options = new SandboxOptions { Size = SandboxSize.Small, RateLimit = SandboxRateLimitMode.Off };
        var isReal = RealServer.IsAsked && !IsBeside;
        if (isReal)
            _turn = await RealServer.EnterAsync();
        Server = isReal ? await RealMattermost.StartAsync(options) : SandboxServer.Start(options);
    }

    public async Task DisposeAsync()
    {
        if (Server is not null)
            await Server.DisposeAsync();
        _turn?.Dispose();
    }

    /// <summary>A shell with a session on the platform, as one of its accounts.</summary>
    internal Shell Connect(SandboxService service, SandboxAccount? account = null)
    {
        var shell = new Shell();
        shell.RunClean(
            "$null = Connect-ChatService $args[0] $args[1] -Token $args[2]",
            service.Platform,
            service.BaseUri,
            Protect((account ?? service.Admin).Token));
        Server.ClearRequests();
        return shell;
    }

    /// <summary>A shell with a session on Heroku as its administrator, and apps of the test's own.</summary>
    internal Shell ConnectWithApps(params string[] apps)
    {
        var shell = Connect(Heroku);
        foreach (var app in apps)
            shell.RunClean("$null = New-ChatApp $args[0]", app);
        Server.ClearRequests();
        return shell;
    }

    internal static System.Security.SecureString Protect(string secret) => new System.Net.NetworkCredential("", secret).SecurePassword;

    /// <summary>That this is the picture as Mattermost gives it back: the sandbox as it came, a real one drawn anew as a PNG.</summary>
    internal void AssertKept(TestPicture picture, byte[] saved)
    {
        if (Simulated is not null)
            Assert.Equal(Convert.FromBase64String(picture.Base64), saved);
        else
            Assert.StartsWith("89504E470D0A1A0A", Convert.ToHexString(saved), StringComparison.Ordinal);
    }

    /// <summary>The requests since the shell connected, as method and path with query.</summary>
    internal IEnumerable<string> Wire => Server.Requests.Select(r => $"{r.Method} {r.Target}");
}
