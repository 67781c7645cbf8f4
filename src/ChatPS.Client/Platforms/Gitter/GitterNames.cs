using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Gitter.GitterOperations;

namespace ChatPS.Client.Platforms.Gitter;

/// <summary>Finds the ids that paths want for the names that people give.</summary>
internal sealed class GitterNames(Connection connection)
{
    private const int IdLength = 24;

    public static bool IsId(string value) => value.Length == IdLength && value.All(char.IsAsciiHexDigit);

    /// <summary>A room's id, for its id or URI.</summary>
    public async Task<string> RoomIdAsync(string room, CallContext context)
    {
        if (IsId(room))
            return room;
        var key = "room " + room;
        if (!context.Names.TryGetValue(key, out var id))
            context.Names[key] = id = (await FindRoomAsync(room, context).ConfigureAwait(false)).Id;
        return id;
    }

    /// <summary>A room by id or URI.</summary>
    public Task<Wire.Room> FindRoomAsync(string room, CallContext context) => connection.Api.GetAsync(
        (IsId(room)
            ? connection.Platform.Call(GetRoom).Path("roomId", room)
            : connection.Platform.Call(ResolveRoom).Body("uri", room)).ToRequest(),
        GitterJson.Default.Room, context);
}
