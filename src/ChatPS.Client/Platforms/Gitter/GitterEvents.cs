using System.Runtime.CompilerServices;
using System.Text.Json;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Gitter.GitterOperations;

namespace ChatPS.Client.Platforms.Gitter;

/// <summary>What happened around rooms: bans, and what the services that a room is tied to have told.</summary>
internal sealed class GitterEvents(Connection connection) : Resource(connection), IEventReader
{
    private readonly GitterNames _names = new(connection);

    public IAsyncEnumerable<ChatEvent> ListAsync(RoomRef room, PageWindow window, CallContext context) =>
        ListAsync(room, window, context, context.Cancellation);

    /// <summary>A room's events as they come on the wire, newest first.</summary>
    public IAsyncEnumerable<JsonElement> ListRawAsync(string roomId, PageWindow window, CallContext context) =>
        Connection.Api.ListAsync(Call(ListRoomEvents).Path("roomId", roomId).ToRequest(), window, item => item.Clone(), context);

    public ChatEvent ToEvent(JsonElement item, string roomId)
    {
        var happened = item.Deserialize(GitterJson.Default.Event)!;
        return new ChatEvent
        {
            Session = Connection.Session,
            Unnamed = happened.Unnamed,
            Id = happened.Id,
            Kind = "Activity",
            RoomId = roomId,
            Text = happened.Text,
            Timestamp = happened.Sent,
        };
    }

    private async IAsyncEnumerable<ChatEvent> ListAsync(
        RoomRef room, PageWindow window, CallContext context, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var roomId = await _names.RoomIdAsync(room.Value, context).ConfigureAwait(false);
        await foreach (var item in ListRawAsync(roomId, window, context).WithCancellation(cancellation).ConfigureAwait(false))
            yield return ToEvent(item, roomId);
    }
}
