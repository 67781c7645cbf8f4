using ChatPS.Client.Http;

namespace ChatPS.Client.Capabilities;

/// <summary>Reads how players get to rooms.</summary>
internal interface IRoomConnectionReader
{
    Task<ChatRoomConnection> GetAsync(RoomRef room, CallContext context);

    /// <summary>Waits until a room can be reached.</summary>
    /// <param name="room">The room.</param>
    /// <param name="timeout">How long to wait at most.</param>
    /// <param name="context">The call.</param>
    /// <exception cref="ChatException">It could not be reached in that time, or never will.</exception>
    Task<ChatRoomConnection> WaitAsync(RoomRef room, TimeSpan timeout, CallContext context);
}
