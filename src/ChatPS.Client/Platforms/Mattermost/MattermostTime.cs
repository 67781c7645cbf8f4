namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Mattermost's times are milliseconds since 1970, and 0 means never.</summary>
internal static class MattermostTime
{
    public static DateTimeOffset? Read(long milliseconds) =>
        milliseconds <= 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
