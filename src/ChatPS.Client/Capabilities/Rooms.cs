using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Capabilities;

/// <summary>A room as the caller means it.</summary>
/// <param name="Value">An id or a name.</param>
/// <param name="Team">The team that a name is looked for in; null for the session's.</param>
/// <param name="App">The app that the room belongs to, on platforms where rooms do; null for the session's.</param>
internal sealed record RoomRef(string Value, string? Team = null, string? App = null);

/// <summary>Which rooms a list is to have.</summary>
internal sealed record RoomFilter
{
    /// <summary>A team's id or name; null for the rooms of all teams.</summary>
    public string? Team { get; init; }

    /// <summary>Words for the platform's own search.</summary>
    public string? Search { get; init; }

    /// <summary>Only the rooms this user is a member of; <c>me</c> for the account itself.</summary>
    public UserRef? User { get; init; }

    public bool IncludeArchived { get; init; }

    /// <summary>The scheme that the rooms have: its id or name.</summary>
    public string? Scheme { get; init; }

    /// <summary>Instead of the rooms the user is a member of those that his client enters by itself.</summary>
    public bool AutoJoin { get; init; }

    /// <summary>The app whose rooms are wanted; null for the session's.</summary>
    public string? App { get; init; }

    /// <summary>The process whose rooms are wanted; null for those of all.</summary>
    public string? Process { get; init; }

    /// <summary>Rooms that run; they are meant too when neither kind is asked for.</summary>
    public bool Active { get; init; }

    /// <summary>Rooms that ran and do no more.</summary>
    public bool Inactive { get; init; }
}

/// <summary>What a room is made of; what is null the platform decides.</summary>
internal sealed record NewRoom
{
    public string? Name { get; init; }

    public string? Team { get; init; }

    public string? DisplayName { get; init; }

    public string? Topic { get; init; }

    public string? Purpose { get; init; }

    public ChatRoomKind? Kind { get; init; }

    /// <summary>The members of a direct or group room.</summary>
    public IReadOnlyList<string> Users { get; init; } = [];

    /// <summary>The app the room belongs to; null for the session's.</summary>
    public string? App { get; init; }

    /// <summary>Where the room shall run.</summary>
    public string? Region { get; init; }

    /// <summary>What the room's server is told about it.</summary>
    public string? Config { get; init; }

    /// <summary>The deployment it shall run on.</summary>
    public string? Deployment { get; init; }

    /// <summary>The addresses that players come from.</summary>
    public IReadOnlyList<string>? ClientIPs { get; init; }

    /// <summary>Whose the room shall be; null for the account's.</summary>
    public UserRef? Owner { get; init; }

    /// <summary>Whether guests may come in without an account.</summary>
    public bool? GuestAccess { get; init; }
}

/// <summary>What is to change about a room; what is null stays.</summary>
internal sealed record RoomChange
{
    public string? Name { get; init; }

    public string? DisplayName { get; init; }

    public string? Topic { get; init; }

    public string? Purpose { get; init; }

    public ChatRoomKind? Privacy { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>The team the room moves to.</summary>
    public string? Team { get; init; }

    /// <summary>Whether those leave the room who are not in that team.</summary>
    public bool RemoveOutsider { get; init; }

    public bool? Archived { get; init; }

    /// <summary>What the room's server is told about it.</summary>
    public string? Config { get; init; }

    /// <summary>Whose the room shall be.</summary>
    public UserRef? Owner { get; init; }

    /// <summary>Whether guests may come in without an account.</summary>
    public bool? GuestAccess { get; init; }

    /// <summary>The scheme the room gets: its id or name; given as null, none.</summary>
    public Given<string> Scheme { get; init; }

    /// <summary>Whether only members of the groups tied to it may be in it.</summary>
    public bool? GroupConstrained { get; init; }

    /// <summary>The room's picture; given as null, none.</summary>
    public Given<FileUpload> Avatar { get; init; }
}

internal interface IRoomReader
{
    /// <summary>Whether a room's name is one of its team, which may be written before it: team/room.</summary>
    bool HasNamesOfTeams => false;

    IAsyncEnumerable<ChatRoom> ListAsync(RoomFilter filter, PageWindow window, CallContext context);

    Task<ChatRoom> GetAsync(RoomRef room, CallContext context);

    /// <summary>How many a list has; null where the platform doesn't say.</summary>
    Task<long?> CountAsync(RoomFilter filter, CallContext context);
}

internal interface IRoomCreator
{
    Task<ChatRoom> CreateAsync(NewRoom room, CallContext context);
}

internal interface IRoomEditor
{
    /// <param name="room">Which.</param>
    /// <param name="change">What.</param>
    /// <param name="wanted">Whether anybody looks at the result.</param>
    /// <param name="context">The call.</param>
    /// <returns>The room as it is then, if it is wanted.</returns>
    Task<ChatRoom?> UpdateAsync(RoomRef room, RoomChange change, bool wanted, CallContext context);
}

internal interface IRoomRemover
{
    /// <param name="room">Which.</param>
    /// <param name="permanent">Beyond recovery, where the platform knows the difference.</param>
    /// <param name="context">The call.</param>
    Task RemoveAsync(RoomRef room, bool permanent, CallContext context);
}

internal interface IRoomRestorer
{
    Task<ChatRoom> RestoreAsync(RoomRef room, CallContext context);
}

internal interface IRoomSuspender
{
    /// <param name="room">Which.</param>
    /// <param name="wanted">Whether anybody looks at the result.</param>
    /// <param name="context">The call.</param>
    /// <returns>The room as it is then, if it is wanted.</returns>
    Task<ChatRoom?> SuspendAsync(RoomRef room, bool wanted, CallContext context);
}

internal interface IRoomResumer
{
    /// <param name="room">Which.</param>
    /// <param name="wanted">Whether anybody looks at the result.</param>
    /// <param name="context">The call.</param>
    /// <returns>The room as it is then, if it is wanted.</returns>
    Task<ChatRoom?> ResumeAsync(RoomRef room, bool wanted, CallContext context);
}
