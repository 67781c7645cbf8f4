using ChatPS.Sandbox.Platforms.Gitter;
using ChatPS.Sandbox.Platforms.Hathora;
using ChatPS.Sandbox.Platforms.Heroku;
using ChatPS.Sandbox.Platforms.HipChat;
using ChatPS.Sandbox.Platforms.Mattermost;

namespace ChatPS.Sandbox.Platforms;

/// <summary>The platforms there are: one line each.</summary>
internal static class SandboxPlatforms
{
    public static IReadOnlyDictionary<string, Func<SandboxOptions, SandboxService>> All { get; } =
        new SortedDictionary<string, Func<SandboxOptions, SandboxService>>(StringComparer.OrdinalIgnoreCase)
        {
            ["Gitter"] = options => new GitterService(options),
            ["Hathora"] = options => new HathoraService(options),
            ["Heroku"] = options => new HerokuService(options),
            ["HipChat"] = options => new HipChatService(options),
            ["Mattermost"] = options => new MattermostService(options),
        };
}
