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
}
