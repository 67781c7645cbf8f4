namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Mattermost keeps roles as one text with blanks between them.</summary>
internal static class MattermostRoles
{
    public static string[] Split(string? roles) => roles?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Whether Admin or Member is meant, which every scheme has; null for roles by the server's own names.</summary>
    public static bool? AsSchemeAdmin(IReadOnlyList<string> roles) => roles is not [var only] ? null
        : only.Equals("Admin", StringComparison.OrdinalIgnoreCase) ? true
        : only.Equals("Member", StringComparison.OrdinalIgnoreCase) ? false
        : null;
}
