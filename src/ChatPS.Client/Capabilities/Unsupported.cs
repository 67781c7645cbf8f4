namespace ChatPS.Client.Capabilities;

/// <summary>What a resource says to a wish its platform has no place for, before anything is sent.</summary>
internal static class Unsupported
{
    /// <exception cref="ChatException">The value was given.</exception>
    public static void IfGiven(object? value, ChatPlatform platform, string parameter)
    {
        if (value is null or false)
            return;
        throw new ChatException(ChatErrorReason.NotSupported, $"{platform} has nothing for -{parameter} here.")
        {
            Advice = $"Leave -{parameter} out for {platform}.",
        };
    }
}
