namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>How people see a user: by the full name, or else the nickname, or else the user name.</summary>
internal static class MattermostDisplayName
{
    public static string Of(Wire.User user) => string.Join(' ', new[] { user.FirstName, user.LastName }.Where(part => !string.IsNullOrEmpty(part))) is { Length: > 0 } name
        ? name
        : user.Nickname is { Length: > 0 } nickname ? nickname : user.Username;
}
