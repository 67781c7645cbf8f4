using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Capabilities;

/// <summary>What is to change about who may enter and who runs a room; what is null or not given stays.</summary>
/// <param name="Type">What the room's people come from, in the platform's word; given as null, nothing but names.</param>
/// <param name="Admins">All those who are administrators by name.</param>
internal sealed record RoomSecurityChange(Given<string> Type, IReadOnlyList<UserRef>? Admins);

internal interface IRoomSecurityReader
{
    Task<ChatRoomSecurity> GetAsync(RoomRef room, CallContext context);
}

internal interface IRoomSecurityEditor
{
    Task<ChatRoomSecurity> UpdateAsync(RoomRef room, RoomSecurityChange change, CallContext context);
}

/// <summary>Reads what happened in rooms.</summary>
internal interface IEventReader
{
    /// <summary>A room's events, newest first.</summary>
    IAsyncEnumerable<ChatEvent> ListAsync(RoomRef room, PageWindow window, CallContext context);
}

/// <summary>Reads the rooms that belong to a repository, an organization or a person.</summary>
internal interface IChannelReader
{
    /// <summary>The account's own.</summary>
    IAsyncEnumerable<ChatRoom> ListAsync(PageWindow window, CallContext context);
}
