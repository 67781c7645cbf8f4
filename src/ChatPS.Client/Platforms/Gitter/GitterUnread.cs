using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Gitter.GitterOperations;

namespace ChatPS.Client.Platforms.Gitter;

/// <summary>What the account has not read.</summary>
internal sealed class GitterUnread(Connection connection) : Resource(connection), IUnreadReader, IUnreadEditor
{
    private readonly GitterNames _names = new(connection);

    private string Me => Connection.Session.UserId ?? "me";

    public IAsyncEnumerable<ChatUnread> ListAsync(PageWindow window, CallContext context) => List(
        Call(ListAggregatedUnreadItems).Path("userId", Me),
        window,
        GitterJson.Default.UnreadRoom,
        room => new ChatUnread
        {
            Session = Connection.Session,
            Unnamed = room.Unnamed,
            RoomId = room.Id,
            RoomName = room.Uri,
            Count = room.Count,
            MentionCount = room.Mentions,
        },
        context);

    public async Task<ChatUnread> GetAsync(RoomRef room, CallContext context)
    {
        var roomId = await _names.RoomIdAsync(room.Value, context).ConfigureAwait(false);
        return await SendAsync(InRoom(ListUnreadItems, roomId), GitterJson.Default.UnreadItems, ToUnread, context).ConfigureAwait(false);

        ChatUnread ToUnread(Wire.UnreadItems items) => new()
        {
            Session = Connection.Session,
            Unnamed = items.Unnamed,
            RoomId = roomId,
            RoomName = GitterNames.IsId(room.Value) ? null : room.Value,
            Count = items.Chat?.Count ?? 0,
            MentionCount = items.Mention?.Count ?? 0,
            MessageIds = items.Chat ?? [],
            MentionIds = items.Mention ?? [],
        };
    }

    public async Task ClearAsync(RoomRef room, CallContext context) =>
        await SendAsync(InRoom(MarkAllRead, await _names.RoomIdAsync(room.Value, context).ConfigureAwait(false)), context).ConfigureAwait(false);

    public async Task ClearAsync(RoomRef room, IReadOnlyList<string> messages, CallContext context) => await SendAsync(
        InRoom(MarkUnreadItemsRead, await _names.RoomIdAsync(room.Value, context).ConfigureAwait(false)).Body("chat", messages), context).ConfigureAwait(false);

    private ApiCall InRoom(string operation, string roomId) => Call(operation).Path("userId", Me).Path("roomId", roomId);
}
