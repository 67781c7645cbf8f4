using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Capabilities;

internal interface IRoomUserReader
{
    /// <param name="room">The room.</param>
    /// <param name="search">Words for the platform's own search; null for all members.</param>
    /// <param name="window">The part that is wanted.</param>
    /// <param name="context">The call.</param>
    IAsyncEnumerable<ChatRoomUser> ListAsync(RoomRef room, string? search, PageWindow window, CallContext context);

    /// <summary>Some of the members, as <see cref="IUserReader.Find"/> finds users.</summary>
    IEnumerable<Task<ChatRoomUser>> Find(RoomRef room, IReadOnlyList<UserRef> users, CallContext context);

    /// <summary>How many members there are; null where the platform doesn't say.</summary>
    Task<long?> CountAsync(RoomRef room, CallContext context);
}

internal interface IRoomUserAdder : IUserWriter
{
    /// <returns>The membership, if it is wanted.</returns>
    Task<ChatRoomUser?> AddAsync(RoomRef room, UserRef user, bool wanted, CallContext context);
}

internal interface IRoomUserRemover : IUserWriter
{
    Task RemoveAsync(RoomRef room, UserRef user, CallContext context);
}

internal interface IRoomUserEditor : IUserWriter
{
    /// <param name="room">The room.</param>
    /// <param name="user">The member.</param>
    /// <param name="roles">Admin or Member, or roles in the platform's words.</param>
    /// <param name="wanted">Whether anybody looks at the result.</param>
    /// <param name="context">The call.</param>
    /// <returns>The membership, if it is wanted.</returns>
    Task<ChatRoomUser?> UpdateAsync(RoomRef room, UserRef user, IReadOnlyList<string> roles, bool wanted, CallContext context);
}
