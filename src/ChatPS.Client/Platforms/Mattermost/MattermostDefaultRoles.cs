namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>The permissions that the built-in roles were released with. No operation tells them, so they come with the module: those of 5.37.</summary>
internal static class MattermostDefaultRoles
{
    private static readonly Lazy<Dictionary<string, string[]>> Roles = new(Read);

    public static string[] Names => [.. Roles.Value.Keys];

    /// <summary>What a role was released with; null for a role that is not built in.</summary>
    public static string[]? Of(string role) => Roles.Value.GetValueOrDefault(role);

    private static Dictionary<string, string[]> Read()
    {
        using var reader = new StreamReader(typeof(MattermostDefaultRoles).Assembly.GetManifestResourceStream("Mattermost.default-roles.txt")!);
        var roles = new Dictionary<string, string[]>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var end = line.IndexOf(':', StringComparison.Ordinal);
            roles[line[..end]] = line[(end + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        }
        return roles;
    }
}
