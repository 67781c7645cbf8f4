using System.Runtime.CompilerServices;
using System.Text.Json;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Gitter.GitterOperations;

namespace ChatPS.Client.Platforms.Gitter;

/// <summary>Messages. Each is found in its room only.</summary>
internal sealed class GitterMessages(Connection connection)
    : Resource(connection), IMessageReader, IMessageSender, IMessageEditor, IMessageRemover, IMessageSearcher
{
    private const int Surroundings = 50;

    private static readonly Pager Found = new OffsetPager("skip", "limit", 100);

    private readonly GitterNames _names = new(connection);

    public IAsyncEnumerable<ChatMessage> ListAsync(MessageFilter filter, PageWindow window, CallContext context)
    {
        Unsupported.IfGiven(filter.Pinned, ChatPlatform.Gitter, "Pinned");
        Unsupported.IfGiven(filter.IncludeDeleted, ChatPlatform.Gitter, "IncludeDeleted");
        Unsupported.IfFlagged(filter, ChatPlatform.Gitter);
        return filter.Within(part => ListRoom(filter, part, context), window);
    }

    public IAsyncEnumerable<ChatMessage> ListThreadAsync(MessageRef message, PageWindow window, CallContext context) =>
        window.Cut(ListThreadAsync(message, window, context, context.Cancellation));

    public async Task<ChatMessage> GetAsync(MessageRef message, CallContext context)
    {
        var roomId = await RoomIdAsync(message.User, message.Room, context).ConfigureAwait(false);
        return await ReadAsync(Call(GetMessage).Path("roomId", roomId).Path("messageId", message.Id), roomId, context).ConfigureAwait(false);
    }

    public async Task<ChatMessage?> SendAsync(NewMessage message, CallContext context)
    {
        Unsupported.IfStyled(message, ChatPlatform.Gitter);
        Unsupported.IfForOne(message, ChatPlatform.Gitter);
        Unsupported.IfGiven(message.Files.Count > 0, ChatPlatform.Gitter, "File");
        Unsupported.IfGiven(message.FileIds.Count > 0, ChatPlatform.Gitter, "FileId");
        Unsupported.IfGiven(message.Props, ChatPlatform.Gitter, "Props");
        var roomId = await RoomIdAsync(message.User, message.Room ?? message.ReplyTo?.Room, context).ConfigureAwait(false);
        var call = Call(SendMessage)
            .Path("roomId", roomId)
            .Body("text", message.Text)
            .Body("status", message.IsStatus ? true : null)
            .Body("parentId", message.ReplyTo is { } reply ? await RootAsync(reply, roomId, context).ConfigureAwait(false) : null);
        return await ReadAsync(call, roomId, context).ConfigureAwait(false);
    }

    public async Task<ChatMessage?> UpdateAsync(MessageRef message, MessageChange change, bool wanted, CallContext context)
    {
        Unsupported.IfMoreThanText(change, ChatPlatform.Gitter);
        var roomId = await RoomIdAsync(message.Room, context).ConfigureAwait(false);
        return await ReadAsync(
            Call(UpdateMessage).Path("roomId", roomId).Path("messageId", message.Id).Body("text", change.Text), roomId, context).ConfigureAwait(false);
    }

    public async Task RemoveAsync(MessageRef message, bool permanent, CallContext context)
    {
        Unsupported.IfGiven(permanent, ChatPlatform.Gitter, "Permanent");
        await SendAsync(
            Call(DeleteMessage)
                .Path("roomId", await RoomIdAsync(message.Room, context).ConfigureAwait(false))
                .Path("messageId", message.Id), context).ConfigureAwait(false);
    }

    public IAsyncEnumerable<ChatMessage> SearchAsync(MessageSearch search, PageWindow window, CallContext context)
    {
        Unsupported.IfGiven(search.AnyWord, ChatPlatform.Gitter, "AnyWord");
        Unsupported.IfGiven(search.IncludeArchived, ChatPlatform.Gitter, "IncludeArchived");
        return WholeLists.LaterAsync(async () =>
        {
            var roomId = await RoomIdAsync(search.Room, context).ConfigureAwait(false);
            var call = Call(ListMessages).Path("roomId", roomId).Query("q", search.Terms);
            return List(call, Found, window, GitterJson.Default.Message, message => ToMessage(message, roomId), context);
        });
    }

    private IAsyncEnumerable<ChatMessage> ListRoom(MessageFilter filter, PageWindow window, CallContext context) => WholeLists.LaterAsync(async () =>
    {
        var roomId = filter.User is { } person
            ? await _names.FindDirectRoomIdAsync(person, context).ConfigureAwait(false)
            : await RoomIdAsync(filter.Room, context).ConfigureAwait(false);
        // A conversation that has not begun has no messages.
        if (roomId is null)
            return null;
        var call = Call(ListMessages).Path("roomId", roomId)
            .Query("beforeId", filter.Before)
            .Query("afterId", filter.After)
            .Query("aroundId", filter.Around)
            // Replies are messages of the room too.
            .Query("includeThreads", true);
        return List(call, roomId, filter.Around is not null && window.First is null ? window with { First = Surroundings } : window, context);
    });

    private async IAsyncEnumerable<ChatMessage> ListThreadAsync(
        MessageRef message, PageWindow window, CallContext context, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var roomId = await RoomIdAsync(message.Room, context).ConfigureAwait(false);
        var root = await GetAsync(message with { Id = message.Thread ?? message.Id, Room = roomId }, context).ConfigureAwait(false);
        if (root.ThreadId is { } rootId)
            root = await GetAsync(new MessageRef(rootId, roomId), context).ConfigureAwait(false);
        yield return root;
        // Without a message to go on from the answer would be the thread's newest.
        var call = Call(ListThreadMessages).Path("roomId", roomId).Path("messageId", root.Id).Query("afterId", root.Id);
        var replies = new PageWindow(window.First + window.Skip - 1);
        await foreach (var reply in List(call, roomId, replies, context).WithCancellation(cancellation).ConfigureAwait(false))
            yield return reply;
    }

    // An answer to a reply would be seen in no thread.
    private async Task<string> RootAsync(MessageRef message, string roomId, CallContext context)
    {
        if (message.Thread is { } known)
            return known;
        var key = "thread of " + message.Id;
        if (!context.Names.TryGetValue(key, out var root))
        {
            var found = await GetAsync(message with { Room = roomId }, context).ConfigureAwait(false);
            context.Names[key] = root = found.ThreadId ?? found.Id;
        }
        return root;
    }

    private Task<string> RoomIdAsync(UserRef? user, string? room, CallContext context) =>
        user is { } person ? _names.DirectRoomIdAsync(person, context) : RoomIdAsync(room, context);

    private Task<string> RoomIdAsync(string? room, CallContext context) => _names.RoomIdAsync(Connection.Session.RoomOr(room), context);

    private IAsyncEnumerable<ChatMessage> List(ApiCall call, string roomId, PageWindow window, CallContext context) =>
        List(call, window, GitterJson.Default.Message, message => ToMessage(message, roomId), context);

    private Task<ChatMessage> ReadAsync(ApiCall call, string roomId, CallContext context) =>
        SendAsync(call, GitterJson.Default.Message, message => ToMessage(message, roomId), context);

    public ChatMessage ToMessage(Wire.Message message, string roomId)
    {
        var from = message.Unnamed?.GetValueOrDefault("fromUser") ?? default;
        return new ChatMessage
        {
            Session = Connection.Session,
            Unnamed = message.Unnamed,
            Id = message.Id,
            RoomId = roomId,
            UserId = from.ValueKind == JsonValueKind.String ? from.GetString() : Text(from, "id"),
            UserName = Text(from, "username"),
            Text = message.Text,
            Html = message.Html,
            Type = message.Status == true ? "status" : null,
            ThreadId = message.ParentId,
            ReplyCount = message.ThreadMessageCount,
            SentAt = message.Sent,
            EditedAt = message.EditedAt,
        };
    }

    private static string? Text(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var text) ? text.GetString() : null;
}
