using ChatPS.Client.Capabilities;

namespace ChatPS.Common;

/// <summary>Names a room.</summary>
/// <param name="value">A room's id or name, or an object that belongs to a room.</param>
public sealed class RoomIdentity(object value) : Identity(value, IdOf, "room")
{
    /// <summary>The room as the client takes it.</summary>
    /// <param name="team">The team that was named.</param>
    /// <param name="app">The app that was named; an object tells its app itself otherwise.</param>
    internal RoomRef Ref(TeamIdentity? team, AppIdentity? app) => new(Literal, team?.Value, app?.Literal ?? AppId);

    /// <summary>The message that named the room, if it was one.</summary>
    internal MessageIdentity? Message { get; } =
        (value is System.Management.Automation.PSObject wrapped ? wrapped.BaseObject : value) is ChatMessage message ? new MessageIdentity(message) : null;

    private static string? IdOf(object item) => item switch
    {
        ChatRoom room => room.Id,
        ChatRoomUser member => member.RoomId,
        ChatMessage message => message.RoomId,
        ChatFile file => file.RoomId,
        ChatRoomConnection connection => connection.RoomId,
        ChatLobby lobby => lobby.RoomId,
        ChatEvent happened => happened.RoomId,
        ChatUnread unread => unread.RoomId,
        ChatRepo repo => repo.RoomId,
        ChatRoomSecurity security => security.RoomId,
        ChatRoomModeration moderation => moderation.RoomId,
        ChatWebhook webhook => webhook.RoomId,
        _ => null,
    };
}
