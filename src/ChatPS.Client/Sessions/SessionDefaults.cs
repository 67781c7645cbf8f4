namespace ChatPS.Client.Sessions;

/// <summary>What a session fills in where nothing was named.</summary>
internal static class SessionDefaults
{
    /// <summary>The room that was named, or else the session's.</summary>
    /// <exception cref="ChatException">There is neither.</exception>
    public static string RoomOr(this ChatSession session, string? room) => room ?? session.Room ?? throw new ChatException(
        ChatErrorReason.InvalidRequest, "No room was named.")
    {
        Advice = "Name it with -Room, or give the session a default one with Set-ChatSession -Room.",
    };

    /// <summary>The team that was named, or else the session's.</summary>
    /// <exception cref="ChatException">There is neither.</exception>
    public static string TeamOr(this ChatSession session, string? team) => team ?? session.Team ?? throw new ChatException(
        ChatErrorReason.InvalidRequest, "No team was named, and the session has no default one.")
    {
        Advice = "Name the team with -Team, or give the session a default one with Set-ChatSession -Team.",
    };

    /// <summary>The app that was named, or else the session's.</summary>
    /// <exception cref="ChatException">There is neither.</exception>
    public static string AppOr(this ChatSession session, string? app) => app ?? session.App ?? throw new ChatException(
        ChatErrorReason.InvalidRequest, "No app was named.")
    {
        Advice = "Name it with -App, or give the session a default one with Set-ChatSession -App.",
    };
}
