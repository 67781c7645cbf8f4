namespace ChatPS.Client.Platforms;

/// <summary>The platforms there are.</summary>
internal static class PlatformRegistry
{
    public static IReadOnlyList<Platform> All { get; } =
    [
        new Gitter.GitterPlatform(),
        new Hathora.HathoraPlatform(),
        new Heroku.HerokuPlatform(),
        new Mattermost.MattermostPlatform(),
    ];

    /// <exception cref="ChatException">The platform has no client yet.</exception>
    public static Platform Get(ChatPlatform name) => All.FirstOrDefault(p => p.Name == name) ?? throw new ChatException(
        ChatErrorReason.NotSupported, $"This version of ChatPS does not connect to {name}.")
    {
        Advice = $"It connects to {string.Join(" and ", All.Select(p => p.Name))}.",
    };

    /// <summary>The platforms that can do what an interface says.</summary>
    public static IEnumerable<ChatPlatform> With<T>() =>
        All.Where(p => p.Resources.Any(typeof(T).IsAssignableFrom)).Select(p => p.Name);
}
