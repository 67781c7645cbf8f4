namespace ChatPS.Client.Capabilities;

/// <summary>What a resource says to a wish its platform has no place for, before anything is sent.</summary>
internal static class Unsupported
{
    /// <exception cref="ChatException">The value was given.</exception>
    public static void IfGiven(object? value, ChatPlatform platform, string parameter)
    {
        if (value is not (null or false))
            throw Of(platform, parameter);
    }

    /// <summary>What is said then.</summary>
    public static ChatException Of(ChatPlatform platform, string parameter) => new(
        ChatErrorReason.NotSupported, $"{platform} has nothing for -{parameter} here.")
    {
        Advice = $"Leave -{parameter} out for {platform}.",
    };

    /// <summary>What platforms whose rooms belong to no app say to one.</summary>
    /// <exception cref="ChatException">An app was named.</exception>
    public static void IfOfApp(RoomRef room, ChatPlatform platform) => IfGiven(room.App, platform, "App");

    /// <summary>The same to a list of rooms.</summary>
    /// <exception cref="ChatException">Something was given that only rooms of apps have.</exception>
    public static void IfOfApp(RoomFilter filter, ChatPlatform platform)
    {
        IfGiven(filter.App, platform, "App");
        IfGiven(filter.Process, platform, "Process");
        IfGiven(filter.Active, platform, "Active");
        IfGiven(filter.Inactive, platform, "Inactive");
    }

    /// <summary>The same to a new room.</summary>
    /// <exception cref="ChatException">Something was given that only rooms of apps have.</exception>
    public static void IfOfApp(NewRoom room, ChatPlatform platform)
    {
        IfGiven(room.App, platform, "App");
        IfGiven(room.Region, platform, "Region");
        IfGiven(room.Config, platform, "Config");
        IfGiven(room.Deployment, platform, "Deployment");
        IfGiven(room.ClientIPs, platform, "ClientIP");
    }
}
