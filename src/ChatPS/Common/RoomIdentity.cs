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

    private static string? IdOf(object item) => item switch
    {
        ChatRoom room => room.Id,
        ChatRoomUser member => member.RoomId,
        ChatMessage message => message.RoomId,
        ChatFile file => file.RoomId,
        ChatRoomConnection connection => connection.RoomId,
        ChatLobby lobby => lobby.RoomId,
        _ => null,
    };
}
