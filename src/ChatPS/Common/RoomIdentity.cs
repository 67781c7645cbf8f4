namespace ChatPS.Common;

/// <summary>Names a room.</summary>
/// <param name="value">A room's id or name, or an object that belongs to a room.</param>
public sealed class RoomIdentity(object value) : Identity(value, IdOf, "room")
{
    private static string? IdOf(object item) => item switch
    {
        ChatRoom room => room.Id,
        ChatRoomUser member => member.RoomId,
        ChatMessage message => message.RoomId,
        ChatFile file => file.RoomId,
        ChatEvent happened => happened.RoomId,
        ChatUnread unread => unread.RoomId,
        ChatRepo repo => repo.RoomId,
        ChatRoomSecurity security => security.RoomId,
        _ => null,
    };
}
