using System.Text.Json.Serialization;

namespace ChatPS.Sandbox.Platforms.Mattermost;

// What administrators keep on a server, as the API writes it.

internal sealed class Role
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string DisplayName { get; init; }

    public required string Description { get; init; }

    public long CreateAt { get; init; }

    public long UpdateAt { get; set; }

    public long DeleteAt { get; set; }

    public required List<string> Permissions { get; set; }

    public bool SchemeManaged { get; init; }

    public bool BuiltIn { get; init; }
}

internal sealed class Scheme
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    public required string DisplayName { get; set; }

    public string Description { get; set; } = "";

    public long CreateAt { get; init; }

    public long UpdateAt { get; set; }

    public long DeleteAt { get; set; }

    public required string Scope { get; init; }

    public string DefaultTeamAdminRole { get; init; } = "";

    public string DefaultTeamUserRole { get; init; } = "";

    public required string DefaultChannelAdminRole { get; init; }

    public required string DefaultChannelUserRole { get; init; }

    public string DefaultTeamGuestRole { get; init; } = "";

    public required string DefaultChannelGuestRole { get; init; }

    [JsonIgnore]
    public IEnumerable<string> Roles => new[]
    {
        DefaultTeamAdminRole, DefaultTeamUserRole, DefaultTeamGuestRole, DefaultChannelAdminRole, DefaultChannelUserRole, DefaultChannelGuestRole,
    }.Where(role => role.Length > 0);
}

internal sealed class Group
{
    public required string Id { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Name { get; set; }

    public required string DisplayName { get; set; }

    public string Description { get; set; } = "";

    /// <summary>ldap or custom.</summary>
    public required string Source { get; init; }

    public string RemoteId { get; init; } = "";

    public long CreateAt { get; init; }

    public long UpdateAt { get; set; }

    public long DeleteAt { get; set; }

    public bool HasSyncables { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? MemberCount { get; set; }

    public bool AllowReference { get; set; }

    /// <summary>In lists of a team's or channel's groups: whether they make administrators.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? SchemeAdmin { get; set; }

    [JsonIgnore]
    public List<User> Members { get; private set; } = [];

    public Group Seen(bool hasSyncables, bool counted = false, bool? schemeAdmin = null)
    {
        var copy = (Group)MemberwiseClone();
        (copy.HasSyncables, copy.MemberCount, copy.SchemeAdmin) = (hasSyncables, counted ? Members.Count(member => member.DeleteAt == 0) : null, schemeAdmin);
        return copy;
    }
}

/// <summary>A group of the directory, linked or not.</summary>
internal sealed record DirectoryGroup(string RemoteId, string Name, IReadOnlyList<User> Members);

/// <summary>That a group's members belong to a team or a channel.</summary>
internal sealed class GroupSync
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TeamId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TeamDisplayName { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TeamType { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ChannelId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ChannelDisplayName { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ChannelType { get; set; }

    public string Type => ChannelId is null ? "Team" : "Channel";

    public required string GroupId { get; init; }

    public bool AutoAdd { get; set; }

    public bool SchemeAdmin { get; set; }

    public long CreateAt { get; set; }

    public long DeleteAt { get; set; }

    public long UpdateAt { get; set; }
}

internal sealed class AuditEntry
{
    public required string Id { get; init; }

    public required long CreateAt { get; init; }

    public required string UserId { get; init; }

    public required string Action { get; init; }

    public required string ExtraInfo { get; init; }

    public required string IpAddress { get; init; }

    public required string SessionId { get; init; }
}
