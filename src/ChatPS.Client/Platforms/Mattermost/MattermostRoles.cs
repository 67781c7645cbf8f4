namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Mattermost keeps roles as one text with blanks between them.</summary>
internal static class MattermostRoles
{
    public static string[] Split(string? roles) => roles?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
}
