namespace ChatPS;

/// <summary>A group of a server's users: one of the directory that is linked, or one that people made themselves.</summary>
public sealed class ChatGroup : ChatObject
{
    /// <summary>The platform's id of the group.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string GroupId => Id;

    /// <summary>The name by which messages mention the group; null for a linked one that has none yet.</summary>
    public string? Name { get; init; }

    /// <summary>The name people see.</summary>
    public string? DisplayName { get; init; }

    /// <summary>What the group is for.</summary>
    public string? Description { get; init; }

    /// <summary>Where its members come from: ldap or custom.</summary>
    public string? Source { get; init; }

    /// <summary>What the directory knows it by, where it comes from there.</summary>
    public string? RemoteId { get; init; }

    /// <summary>How many members it has, where the platform tells it.</summary>
    public int? MemberCount { get; init; }

    /// <summary>Whether it is tied to teams or rooms.</summary>
    public bool IsSynced { get; init; }

    /// <summary>Whether messages may mention it.</summary>
    public bool AllowMention { get; init; }

    /// <summary>In the groups of a team or a room: whether their members run it; null elsewhere.</summary>
    public bool? IsAdmin { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>When it was deleted or unlinked; null while it is there.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>The name people see.</summary>
    /// <returns><see cref="DisplayName"/>, or the name.</returns>
    public override string ToString() => DisplayName ?? Name ?? Id;

    internal override string? ShownAs => DisplayName ?? Name;
}
