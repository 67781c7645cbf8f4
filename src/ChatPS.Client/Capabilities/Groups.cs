using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Capabilities;

/// <summary>Which groups a list is to have. Of team, room and user at most one is given.</summary>
internal sealed record GroupFilter
{
    /// <summary>Words for the platform's own search.</summary>
    public string? Search { get; init; }

    /// <summary>The team that they are tied to: its id or name.</summary>
    public string? Team { get; init; }

    /// <summary>The room that they are tied to.</summary>
    public RoomRef? Room { get; init; }

    /// <summary>Who belongs to them.</summary>
    public UserRef? User { get; init; }

    /// <summary>The team that they are not tied to: its id or name.</summary>
    public string? NotInTeam { get; init; }
}

/// <summary>What a group is made of.</summary>
internal sealed record NewGroup
{
    public required string Name { get; init; }

    public string? DisplayName { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<UserRef> Users { get; init; } = [];

    /// <summary>Whether messages may mention it; null for yes.</summary>
    public bool? AllowMention { get; init; }
}

/// <summary>What is to change about a group; what is null stays.</summary>
internal sealed record GroupChange
{
    public string? Name { get; init; }

    public string? DisplayName { get; init; }

    public string? Description { get; init; }

    public bool? AllowMention { get; init; }
}

internal interface IGroupReader
{
    IAsyncEnumerable<ChatGroup> ListAsync(GroupFilter filter, PageWindow window, CallContext context);

    /// <param name="group">An id, a name, or the name people see.</param>
    /// <param name="context">The call.</param>
    Task<ChatGroup> GetAsync(string group, CallContext context);
}

internal interface IGroupRestorer
{
    Task<ChatGroup> RestoreAsync(string group, CallContext context);
}

internal interface IGroupUsers
{
    IAsyncEnumerable<ChatGroupUser> ListAsync(string group, PageWindow window, CallContext context);

    Task<long?> CountAsync(string group, CallContext context);

    /// <summary>Takes users in or out together; who is not found fails alone. In the order of the users.</summary>
    Task<IReadOnlyList<Outcome<ChatGroupUser>>> ChangeAsync(string group, IReadOnlyList<UserRef> users, bool add, CallContext context);
}

/// <summary>A team or a room that a group is tied to.</summary>
/// <param name="Team">The team's id or name; with a room, the team that its name is looked for in.</param>
/// <param name="Room">The room's id or name; null for the team itself.</param>
internal sealed record GroupTarget(string? Team, string? Room);

/// <summary>How a group is tied; what is null stays.</summary>
internal sealed record GroupSyncChange(bool? AutoAdd, bool? IsAdmin);

internal interface IGroupSyncs
{
    /// <summary>All that a group is tied to: teams first, then rooms.</summary>
    IAsyncEnumerable<ChatGroupSync> ListAsync(string group, PageWindow window, CallContext context);

    Task<ChatGroupSync> GetAsync(string group, GroupTarget target, CallContext context);

    Task<ChatGroupSync> LinkAsync(string group, GroupTarget target, GroupSyncChange how, CallContext context);

    Task<ChatGroupSync> UpdateAsync(string group, GroupTarget target, GroupSyncChange change, CallContext context);

    Task UnlinkAsync(string group, GroupTarget target, CallContext context);
}

internal interface IDirectoryGroups
{
    IAsyncEnumerable<ChatLdapGroup> ListAsync(string? search, PageWindow window, CallContext context);

    /// <summary>A group of the directory, by what it knows it by or by its name.</summary>
    Task<ChatLdapGroup> GetAsync(string group, CallContext context);

    /// <summary>Links a group of the directory, by what it knows it by or by its name.</summary>
    Task<ChatGroup> LinkAsync(string group, CallContext context);

    Task UnlinkAsync(string group, CallContext context);
}
