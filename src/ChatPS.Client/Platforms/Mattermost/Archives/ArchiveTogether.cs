using System.Text.Json;

namespace ChatPS.Client.Platforms.Mattermost.Archives;

/// <summary>What has to hold of several fields of a line together.</summary>
internal static class ArchiveTogether
{
    private const int Pair = 2;
    private const int FewestInGroup = 3;
    private const int MostInGroup = 8;

    private static readonly string[] TeamRoles = ["default_team_admin_role", "default_team_user_role"];
    private static readonly string[] ChannelRoles = ["default_channel_admin_role", "default_channel_user_role"];

    /// <summary>A scheme has the roles of its scope, and is found by those it is for.</summary>
    public static void Scheme(JsonElement scheme, ArchiveLineCheck line)
    {
        var scope = scheme.Text("scope");
        if (scope is not ("team" or "channel"))
            return;
        foreach (var role in (string[])[.. scope == "team" ? TeamRoles : [], .. ChannelRoles])
        {
            if (!scheme.Has(role))
                line.Report(ChatImportRule.Required, role, null, $"A scheme for a {scope} needs {role}.");
        }
        foreach (var role in scope == "channel" ? TeamRoles.Where(role => scheme.Has(role)) : [])
            line.Report(ChatImportRule.Value, role, null, $"A scheme for a channel has no {role}.");
        if (scheme.Text("name") is { } name)
            line.Known.Make(scope == "team" ? ArchiveNoun.TeamScheme : ArchiveNoun.ChannelScheme, name, line.Number);
    }

    /// <summary>Newer servers take the name for one that is shown.</summary>
    public static void Channel(JsonElement channel, ArchiveLineCheck line)
    {
        if (string.IsNullOrEmpty(channel.Text("display_name")))
            line.Report(ChatImportRule.Required, "display_name", null, "Older servers refuse a channel without a display_name.", ChatImportSeverity.Warning);
    }

    /// <summary>Who signs in elsewhere has no password here, an address is one person's, and who is a guest is one everywhere.</summary>
    public static void User(JsonElement user, ArchiveLineCheck line)
    {
        if (user.Has("auth_data") && user.Has("password"))
            line.Report(ChatImportRule.Value, "password", null, "Whoever has auth_data has no password.");
        if (user.Text("auth_service") is { Length: > 0 } != user.Text("auth_data") is { Length: > 0 })
            line.Report(ChatImportRule.Required, "auth_data", null, "There are auth_service and auth_data, or neither of them.");
        if (user.Text("email") is { } email && line.Options.Target?.Emails.GetValueOrDefault(email) is { } owner
            && !owner.Equals(user.Text("username"), StringComparison.OrdinalIgnoreCase))
            line.Report(ChatImportRule.Duplicate, "email", email, $"The address '{email}' is that of '{owner}' on the server.");
        Guests(user, line);
    }

    /// <summary>Members are named in one of two ways, and those who like the channel are of them.</summary>
    public static void DirectChannel(JsonElement channel, ArchiveLineCheck line)
    {
        if (!channel.Has("members") && !channel.Has("participants"))
            line.Report(ChatImportRule.Required, "members", null, "There are no members.");
        // The server leaves such a channel out and goes on.
        foreach (var field in (string[])["members", "participants"])
            Count(channel, field, ChatImportSeverity.Warning, line);
        string[] members = [.. channel.Texts("members"), .. channel.Items("participants").Select(member => member.Text("username")).OfType<string>()];
        foreach (var field in (string[])["favorited_by", "shown_by"])
            Among(channel, field, members, line);
    }

    public static void DirectPost(JsonElement post, ArchiveLineCheck line)
    {
        Count(post, "channel_members", ChatImportSeverity.Error, line);
        Among(post, "flagged_by", [.. post.Texts("channel_members")], line);
    }

    private static void Count(JsonElement line, string field, ChatImportSeverity severity, ArchiveLineCheck check)
    {
        if (line.Has(field) && line.Items(field).Count() is var count && count != Pair && count is < FewestInGroup or > MostInGroup)
            check.Report(ChatImportRule.Value, field, null, $"There are {Pair} members, or {FewestInGroup} to {MostInGroup}, and not {count}.", severity);
    }

    private static void Among(JsonElement line, string field, string[] members, ArchiveLineCheck check)
    {
        foreach (var name in line.Texts(field).Except(members, StringComparer.OrdinalIgnoreCase))
            check.Report(ChatImportRule.Reference, field, name, $"'{name}' is no member.");
    }

    private static void Guests(JsonElement user, ArchiveLineCheck line)
    {
        if (user.Text("roles") is not { } roles)
            return;
        var teams = user.Items("teams").ToList();
        var channels = teams.SelectMany(team => team.Items("channels")).ToList();
        foreach (var (places, role, what) in new[] { (teams, "team_guest", "team"), (channels, "channel_guest", "channel") })
        {
            var guest = places.Count(place => Is(place.Text("roles"), role));
            if (Is(roles, "system_guest") ? guest < places.Count : guest == places.Count && guest > 0)
                line.Report(ChatImportRule.Value, "roles", role, $"Who is system_guest is {role} of each {what}, and who is {role} of each {what} is system_guest.");
        }
    }

    private static bool Is(string? roles, string role) => roles is not null && ArchiveForms.Words(roles).Contains(role);
}
