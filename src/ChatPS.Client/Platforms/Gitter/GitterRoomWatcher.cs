using System.Text.Json;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using ChatPS.Client.Streams;
using static ChatPS.Client.Platforms.Gitter.GitterOperations;

namespace ChatPS.Client.Platforms.Gitter;

/// <summary>
/// Watches rooms: messages and events over a stream for each room, and over one Faye connection what the streams have not, which is changes
/// of messages, members and rooms, and what happens to the account itself.
/// </summary>
internal sealed class GitterRoomWatcher(Connection connection) : Resource(connection), IRoomWatcher
{
    // Events are rare: whoever was away for more has missed less than he would read.
    private const int MostMissedEvents = 1000;

    private readonly GitterNames _names = new(connection);

    /// <summary>How long a stream may be silent.</summary>
    public TimeSpan Silence { get; set; } = GitterStream.LongestSilence;

    public async IAsyncEnumerable<Merged<ChatObject>> WatchAsync(WatchQuery query, CallContext context)
    {
        Unsupported.IfGiven(query.Team, ChatPlatform.Gitter, "Team");
        var rooms = query.Rooms.Select(room => new Lazy<Task<string>>(() => _names.RoomIdAsync(room.Value, context))).ToArray();
        var feeds = new List<(int Room, Func<CallContext, IAsyncEnumerable<Merged<ChatObject>>> Read)>();
        for (var i = 0; i < rooms.Length; i++)
        {
            var (room, id) = (i, rooms[i]);
            feeds.Add((room, inner => MessagesAsync(room, id, query.After, inner)));
            if (query.Events)
                feeds.Add((room, inner => EventsAsync(room, id, inner)));
        }
        if (query.Events || query.Account)
            feeds.Add((IRoomWatcher.NoRoom, inner => UpdatesAsync(query, rooms, inner)));

        var failed = new HashSet<int>();
        await foreach (var news in StreamMerge.ReadAsync([.. feeds.Select(feed => feed.Read)], null, Connection.Clock, context).ConfigureAwait(false))
        {
            var item = news.Item ?? new Merged<ChatObject>(feeds[news.Source].Room, null, news.Error);
            // All feeds of a room that is not there end for the same reason.
            if (item.Error is null || failed.Add(item.Source))
                yield return item;
        }
    }

    private async IAsyncEnumerable<Merged<ChatObject>> MessagesAsync(int room, Lazy<Task<string>> id, string? after, CallContext context)
    {
        var roomId = await id.Value.ConfigureAwait(false);
        var overlap = new GitterOverlap();
        if (after is null)
            overlap.Begin((await ListMessagesAsync(roomId, null, new PageWindow(GitterOverlap.Width), context).ConfigureAwait(false)).Reverse());
        else
            overlap.BeginAfter(after);
        var stream = new GitterStream(Connection, StreamMessages, roomId, $"the messages of {roomId}") { Silence = Silence };
        var messages = Connection.Get<GitterMessages>();
        await foreach (var item in stream.ReadAsync(overlap, inner => MessagesAfter(roomId, overlap.Anchor, PageWindow.All, inner), context).ConfigureAwait(false))
            yield return Of(room, () => messages.ToMessage(item.Deserialize(GitterJson.Default.Message)!, roomId));
    }

    private async IAsyncEnumerable<Merged<ChatObject>> EventsAsync(int room, Lazy<Task<string>> id, CallContext context)
    {
        var roomId = await id.Value.ConfigureAwait(false);
        var events = Connection.Get<GitterEvents>();
        var overlap = new GitterOverlap();
        var latest = new List<string>();
        await foreach (var item in events.ListRawAsync(roomId, new PageWindow(GitterOverlap.Width), context).ConfigureAwait(false))
            latest.Insert(0, GitterStream.IdOf(item));
        overlap.Begin(latest);
        var stream = new GitterStream(Connection, StreamEvents, roomId, $"the events of {roomId}") { Silence = Silence };
        await foreach (var item in stream.ReadAsync(overlap, inner => EventsAfterAsync(roomId, overlap.Anchor, inner), context).ConfigureAwait(false))
            yield return Of(room, () => events.ToEvent(item, roomId));
    }

    private async Task<IEnumerable<string>> ListMessagesAsync(string roomId, string? after, PageWindow window, CallContext context)
    {
        var ids = new List<string>();
        await foreach (var item in MessagesAfter(roomId, after, window, context).ConfigureAwait(false))
            ids.Add(GitterStream.IdOf(item));
        return ids;
    }

    private IAsyncEnumerable<JsonElement> MessagesAfter(string roomId, string? after, PageWindow window, CallContext context) => Connection.Api.ListAsync(
        // Replies are messages of the room too.
        Call(ListMessages).Path("roomId", roomId).Query("afterId", after).Query("includeThreads", true).ToRequest(), window, item => item.Clone(), context);

    // There is no way to ask for what came after an event, so one goes back to it.
    private async IAsyncEnumerable<JsonElement> EventsAfterAsync(string roomId, string after, CallContext context)
    {
        var missed = new Stack<JsonElement>();
        await foreach (var item in Connection.Get<GitterEvents>().ListRawAsync(roomId, new PageWindow(MostMissedEvents), context).ConfigureAwait(false))
        {
            if (string.CompareOrdinal(GitterStream.IdOf(item), after) <= 0)
                break;
            missed.Push(item);
        }
        if (missed.Count == MostMissedEvents)
            context.Log.Warning($"More than {MostMissedEvents} events came while the stream was interrupted: the oldest of them are missing here.");
        while (missed.TryPop(out var item))
            yield return item;
    }

    private async IAsyncEnumerable<Merged<ChatObject>> UpdatesAsync(WatchQuery query, Lazy<Task<string>>[] rooms, CallContext context)
    {
        var places = await PlacesAsync(rooms).ConfigureAwait(false);
        var channels = new Dictionary<string, int>(StringComparer.Ordinal);
        var me = query.Account ? Connection.Session.UserId : null;
        foreach (var (roomId, place) in places)
        {
            foreach (var channel in query.Events ? GitterUpdates.OfRoom(roomId) : [])
                channels[channel] = place;
            if (me is not null)
                channels[GitterUpdates.UnreadOf(me, roomId)] = place;
        }
        foreach (var channel in me is not null ? GitterUpdates.OfUser(me) : [])
            channels[channel] = IRoomWatcher.NoRoom;
        if (channels.Count == 0)
            yield break;

        var updates = new GitterUpdates(Connection);
        await foreach (var news in new FayeClient(Connection, [.. channels.Keys]).ReadAsync(context).ConfigureAwait(false))
        {
            var place = channels.GetValueOrDefault(news.Channel, IRoomWatcher.NoRoom);
            if (news.Error is not null)
                yield return new Merged<ChatObject>(place, null, news.Error);
            else if (Of(place, () => updates.ToEvent(news.Channel, news.Data)) is { Item: not null } item)
                yield return item;
        }
    }

    // A room that is not there is told of by its messages.
    private static async Task<Dictionary<string, int>> PlacesAsync(Lazy<Task<string>>[] rooms)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < rooms.Length; i++)
        {
            if (await Outcome.TryAsync(() => rooms[i].Value).ConfigureAwait(false) is { Value: { } roomId })
                places.TryAdd(roomId, i);
        }
        return places;
    }

    private static Merged<ChatObject> Of(int room, Func<ChatObject?> map)
    {
        try
        {
            return new Merged<ChatObject>(room, map(), null);
        }
        catch (JsonException e)
        {
            throw ApiResponse.Malformed(e);
        }
    }
}
