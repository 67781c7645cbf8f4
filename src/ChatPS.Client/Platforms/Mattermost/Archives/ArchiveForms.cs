using System.Net.Mail;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ChatPS.Client.Platforms.Mattermost.Archives;

/// <summary>The forms that texts of an archive have.</summary>
internal static partial class ArchiveForms
{
    // What a server has pages of its own for.
    private static readonly string[] Reserved =
        ["admin", "api", "channel", "claim", "error", "files", "help", "landing", "login", "mfa", "oauth", "plug", "post", "signup"];

    private static readonly string[] ReservedUsers = ["all", "channel", "matterbot", "system"];

    public static ArchiveFlaw? Team(string name)
    {
        if (Array.Find(Reserved, start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase)) is { } reserved)
            return new(ChatImportRule.Name, $"A team's name cannot begin with '{reserved}', and '{name}' does.");
        return TeamName().IsMatch(name)
            ? Case(name)
            : new(ChatImportRule.Name, $"A team's name has at least two small letters, digits and hyphens, and no hyphen at its ends: '{name}' does not do.");
    }

    public static ArchiveFlaw? Channel(string name)
    {
        if (OldChannelName().IsMatch(name))
            return Case(name);
        return ChannelName().IsMatch(name)
            ? new(ChatImportRule.Name, $"Older servers refuse a channel's name of one character, or with a hyphen or underscore at its ends: '{name}'.", ChatImportSeverity.Warning)
            : new(ChatImportRule.Name, $"A channel's name has small letters, digits, hyphens and underscores: '{name}' does not do.");
    }

    public static ArchiveFlaw? User(string name)
    {
        if (ReservedUsers.Contains(name, StringComparer.OrdinalIgnoreCase))
            return new(ChatImportRule.Name, $"The server keeps the name '{name}' for itself.");
        return UserName().IsMatch(name)
            ? Case(name)
            : new(ChatImportRule.Name, $"A user name has 1 to 64 small letters, digits, dots, hyphens and underscores: '{name}' does not do.");
    }

    public static ArchiveFlaw? Email(string address) => MailAddress.TryCreate(address, out var parsed) && parsed.Address == address
        ? null
        : new(ChatImportRule.Value, $"'{address}' is no e-mail address.");

    public static ArchiveFlaw? Scheme(string name) => SchemeName().IsMatch(name)
        ? null
        : new(ChatImportRule.Name, $"A scheme's name has 2 to 64 small letters, digits and underscores: '{name}' does not do.");

    public static ArchiveFlaw? Role(string name) => RoleName().IsMatch(name)
        ? null
        : new(ChatImportRule.Name, $"A role's name has 1 to 64 small letters, digits and underscores: '{name}' does not do.");

    /// <summary>Several roles, as somebody has them.</summary>
    public static ArchiveFlaw? Roles(string roles)
    {
        var names = Words(roles);
        if (names is ["system_admin"])
            return new(ChatImportRule.Value, "Nobody is system_admin alone: system_user belongs to it.");
        return names.Select(Role).FirstOrDefault(flaw => flaw is not null);
    }

    public static ArchiveFlaw? Emoji(string name) => EmojiName().IsMatch(name)
        ? null
        : new(ChatImportRule.Name, $"The name of an emoji has 1 to 64 letters, digits, hyphens, underscores and plus signs: '{name}' does not do.");

    /// <summary>The colors of a team, which are JSON in a text.</summary>
    public static ArchiveFlaw? Theme(string theme)
    {
        try
        {
            using var colors = string.IsNullOrWhiteSpace(theme) ? null : JsonDocument.Parse(theme);
            if (colors is null || colors.RootElement is { ValueKind: JsonValueKind.Object } root && root.EnumerateObject().All(color => color.Value.ValueKind == JsonValueKind.String))
                return null;
        }
        catch (JsonException)
        {
        }
        return new(ChatImportRule.Value, "A team's theme is a JSON object of texts.");
    }

    public static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static ArchiveFlaw? Case(string name) => name.Any(char.IsAsciiLetterUpper)
        ? new(ChatImportRule.Name, $"Older servers refuse '{name}' for its capitals, and others make them small.", ChatImportSeverity.Warning)
        : null;

    [GeneratedRegex("^[a-zA-Z0-9]([a-zA-Z0-9-]*|[a-zA-Z0-9]*__[a-zA-Z0-9]*)[a-zA-Z0-9]\\z")]
    private static partial Regex TeamName();

    [GeneratedRegex("^[a-zA-Z0-9][a-zA-Z0-9_-]*[a-zA-Z0-9]\\z")]
    private static partial Regex OldChannelName();

    [GeneratedRegex("^[a-zA-Z0-9_-]+\\z")]
    private static partial Regex ChannelName();

    [GeneratedRegex("^[a-zA-Z0-9._-]{1,64}\\z")]
    private static partial Regex UserName();

    [GeneratedRegex("^[a-z0-9_]{2,64}\\z")]
    private static partial Regex SchemeName();

    [GeneratedRegex("^[a-z0-9_]{1,64}\\z")]
    private static partial Regex RoleName();

    [GeneratedRegex("^[a-zA-Z0-9+_-]{1,64}\\z")]
    private static partial Regex EmojiName();
}
