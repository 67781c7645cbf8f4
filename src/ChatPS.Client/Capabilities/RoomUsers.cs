using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Capabilities;

/// <summary>Which people of a room a list is to have.</summary>
internal sealed record RoomUserFilter
{
    /// <summary>Words for the platform's own search.</summary>
    public string? Search { get; init; }

    /// <summary>Those who are in the room at this moment, instead of those who belong to it.</summary>
    public bool Participant { get; init; }

    /// <summary>Those too who would be in the room if they were online.</summary>
    public bool IncludeOffline { get; init; }
}

/// <summary>What is to change about somebody in a room; what is null stays.</summary>
internal sealed record RoomUserChange
{
    /// <summary>Admin or Member, or roles in the platform's words.</summary>
    public IReadOnlyList<string>? Roles { get; init; }

    /// <summary>Whether the room counts as unread only where somebody speaks to the member.</summary>
    public bool? Muted { get; init; }

    /// <summary>What the member's computer tells of, in the platform's word.</summary>
    public string? Desktop { get; init; }

    /// <summary>What the member's phone tells of.</summary>
    public string? Push { get; init; }

    /// <summary>What the member is told by mail.</summary>
    public string? Email { get; init; }

    /// <summary>The roles, on platforms where there is nothing else to change.</summary>
    /// <exception cref="ChatException">Something else was given.</exception>
    public IReadOnlyList<string> RolesOn(ChatPlatform platform)
    {
        Unsupported.IfGiven(Muted is not null, platform, nameof(Muted));
        Unsupported.IfGiven(Desktop, platform, nameof(Desktop));
        Unsupported.IfGiven(Push, platform, nameof(Push));
        Unsupported.IfGiven(Email, platform, nameof(Email));
        return Roles ?? [];
    }
}

internal interface IRoomUserReader
{
    IAsyncEnumerable<ChatRoomUser> ListAsync(RoomRef room, RoomUserFilter filter, PageWindow window, CallContext context);

    /// <summary>Some of the people in a list, as <see cref="IUserReader.Find"/> finds users.</summary>
    IEnumerable<Task<ChatRoomUser>> Find(RoomRef room, RoomUserFilter filter, IReadOnlyList<UserRef> users, CallContext context);

    /// <summary>How many members there are; null where the platform doesn't say.</summary>
    Task<long?> CountAsync(RoomRef room, CallContext context);
}

internal interface IRoomUserAdder : IUserWriter
{
    /// <param name="room">The room.</param>
    /// <param name="user">Who.</param>
    /// <param name="roles">What the user is to be there; null for an ordinary member.</param>
    /// <param name="wanted">Whether anybody looks at the result.</param>
    /// <param name="context">The call.</param>
    /// <returns>The membership, if it is wanted.</returns>
    Task<ChatRoomUser?> AddAsync(RoomRef room, UserRef user, IReadOnlyList<string>? roles, bool wanted, CallContext context);
}

/// <summary>Takes many users into a room with one request, where the server can.</summary>
internal interface IRoomUserBatchAdder : IRoomUserAdder
{
    /// <summary>How many users are worth gathering for one request; 1 where each turned out to need one of its own.</summary>
    int BatchSize { get; }

    /// <param name="room">The room.</param>
    /// <param name="users">At most <see cref="BatchSize"/> users.</param>
    /// <param name="roles">What they are to be there; null for ordinary members.</param>
    /// <param name="wanted">Whether anybody looks at the results.</param>
    /// <param name="context">The call.</param>
    /// <returns>The memberships, in the order of the users.</returns>
    Task<IReadOnlyList<Outcome<ChatRoomUser>>> AddAsync(
        RoomRef room, IReadOnlyList<UserRef> users, IReadOnlyList<string>? roles, bool wanted, CallContext context);
}

/// <summary>Asks users into rooms; whether they come is theirs to say.</summary>
internal interface IRoomUserInviter : IUserWriter
{
    /// <param name="room">The room.</param>
    /// <param name="user">Who.</param>
    /// <param name="reason">What the user is told; null for nothing.</param>
    /// <param name="context">The call.</param>
    Task InviteAsync(RoomRef room, UserRef user, string? reason, CallContext context);
}

internal interface IRoomUserRemover : IUserWriter
{
    Task RemoveAsync(RoomRef room, UserRef user, CallContext context);
}

internal interface IRoomUserEditor : IUserWriter
{
    /// <param name="room">The room.</param>
    /// <param name="user">The member.</param>
    /// <param name="change">What.</param>
    /// <param name="wanted">Whether anybody looks at the result.</param>
    /// <param name="context">The call.</param>
    /// <returns>The membership, if it is wanted.</returns>
    Task<ChatRoomUser?> UpdateAsync(RoomRef room, UserRef user, RoomUserChange change, bool wanted, CallContext context);
}
