using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Capabilities;

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
}

/// <summary>What a room is made of; what is null the platform decides.</summary>
internal sealed record NewRoom
{
    public string? Name { get; init; }

    public string? Team { get; init; }

    public string? DisplayName { get; init; }

    public string? Topic { get; init; }

    public string? Purpose { get; init; }

    public ChatRoomKind Kind { get; init; }

    /// <summary>The members of a direct or group room.</summary>
    public IReadOnlyList<string> Users { get; init; } = [];
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

    public bool? Archived { get; init; }
}

internal interface IRoomReader
{
    IAsyncEnumerable<ChatRoom> ListAsync(RoomFilter filter, PageWindow window, CallContext context);

    /// <param name="room">An id or a name.</param>
    /// <param name="team">The team a name is looked for in; null for the session's.</param>
    /// <param name="context">The call.</param>
    Task<ChatRoom> GetAsync(string room, string? team, CallContext context);

    /// <summary>How many a list has; null where the platform doesn't say.</summary>
    Task<long?> CountAsync(RoomFilter filter, CallContext context);
}

internal interface IRoomCreator
{
    Task<ChatRoom> CreateAsync(NewRoom room, CallContext context);
}

internal interface IRoomEditor
{
    Task<ChatRoom> UpdateAsync(string room, string? team, RoomChange change, CallContext context);
}

internal interface IRoomRemover
{
    /// <param name="room">An id or a name.</param>
    /// <param name="team">The team a name is looked for in.</param>
    /// <param name="permanent">Beyond recovery, where the platform knows the difference.</param>
    /// <param name="context">The call.</param>
    Task RemoveAsync(string room, string? team, bool permanent, CallContext context);
}

internal interface IRoomRestorer
{
    Task<ChatRoom> RestoreAsync(string room, string? team, CallContext context);
}
