using System.Collections.Concurrent;
using ChatPS.Sandbox;

namespace ChatPS.Sandboxes;

/// <summary>The running sandboxes of the process. They are servers: every runspace may connect to one.</summary>
internal static class SandboxStore
{
    private static readonly ConcurrentDictionary<SandboxServer, ChatSandbox[]> Running = new();

    public static IEnumerable<ChatSandbox> All => Running.Values.SelectMany(services => services).OrderBy(s => s.Uri.Port);

    public static ChatSandbox[] Start(SandboxOptions options)
    {
        var server = SandboxServer.Start(options);
        var services = server.Services.Select(s => new ChatSandbox(server, s, Enum.Parse<ChatPlatform>(s.Platform))).ToArray();
        Running[server] = services;
        return services;
    }

    public static async Task StopAsync(SandboxServer server)
    {
        Running.TryRemove(server, out _);
        await server.StopAsync().ConfigureAwait(false);
    }

    /// <summary>A running service of the platform, the newest first; null when none runs.</summary>
    public static ChatSandbox? Find(ChatPlatform platform) => All.LastOrDefault(s => s.Platform == platform && s.IsRunning);
}
