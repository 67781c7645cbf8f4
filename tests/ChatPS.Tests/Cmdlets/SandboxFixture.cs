using ChatPS.Sandbox;

namespace ChatPS.Tests.Cmdlets;

/// <summary>A sandbox of a test class's own, without rate limits unless the test sets some.</summary>
public sealed class SandboxFixture : IAsyncLifetime
{
    internal SandboxServer Server { get; private set; } = null!;

    internal SandboxService Mattermost => Server["Mattermost"];

    internal SandboxService Gitter => Server["Gitter"];

    internal SandboxService Hathora => Server["Hathora"];

    internal SandboxService Heroku => Server["Heroku"];

    internal SandboxService HipChat => Server["HipChat"];

    public Task InitializeAsync()
    {
        Server = SandboxServer.Start(new SandboxOptions { Size = SandboxSize.Small, RateLimit = SandboxRateLimitMode.Off });
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await Server.DisposeAsync();

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

    /// <summary>The requests since the shell connected, as method and path with query.</summary>
    internal IEnumerable<string> Wire => Server.Requests.Select(r => $"{r.Method} {r.Target}");
}
