using ChatPS.Client.Http;

namespace ChatPS.Client.Capabilities;

/// <summary>Reads what members and guests may do in a room.</summary>
internal interface IRoomModerationReader
{
    Task<IReadOnlyList<ChatRoomModeration>> GetAsync(RoomRef room, CallContext context);
}

internal interface IRoomModerationEditor
{
    /// <param name="room">The room.</param>
    /// <param name="permissions">What they may do or not, in the platform's words.</param>
    /// <param name="members">Whether members may; null to leave it.</param>
    /// <param name="guests">Whether guests may; null to leave it.</param>
    /// <param name="context">The call.</param>
    /// <returns>How it is then.</returns>
    Task<IReadOnlyList<ChatRoomModeration>> UpdateAsync(
        RoomRef room, IReadOnlyList<string> permissions, bool? members, bool? guests, CallContext context);
}
