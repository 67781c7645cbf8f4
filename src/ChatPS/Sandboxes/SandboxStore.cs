using ChatPS.Sandbox;

namespace ChatPS.Sandboxes;

/// <summary>The running sandboxes of the process. They are servers: every runspace may connect to one.</summary>
internal static class SandboxStore
{
    // In the order of their starts.
    private static readonly List<ChatSandbox> Running = [];

    public static ChatSandbox[] All
    {
        get
        {
            lock (Running)
                return [.. Running];
        }
    }

    public static ChatSandbox[] Start(SandboxOptions options)
    {
        var server = SandboxServer.Start(options);
        var services = server.Services.Select(s => new ChatSandbox(server, s, Enum.Parse<ChatPlatform>(s.Platform))).ToArray();
        lock (Running)
            Running.AddRange(services);
        return services;
    }

    public static async Task StopAsync(SandboxServer server)
    {
        lock (Running)
            Running.RemoveAll(s => s.Server == server);
        await server.StopAsync().ConfigureAwait(false);
    }

    /// <summary>The running service of the platform that was started last; null when none runs.</summary>
    public static ChatSandbox? Find(ChatPlatform platform) => All.LastOrDefault(s => s.Platform == platform && s.IsRunning);
}
