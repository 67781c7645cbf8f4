using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using ChatPS.Client.Streams;
using ChatPS.Common;

namespace ChatPS.Rooms;

/// <summary>Emits messages of rooms as they are sent, those of several rooms as they come, and on demand what else happens.</summary>
[Cmdlet(VerbsCommon.Watch, "ChatRoom")]
[OutputType(typeof(ChatMessage), typeof(ChatEvent))]
public sealed class WatchChatRoomCommand : SessionCmdlet
{
    // Each platform, and each account there, watches its rooms together.
    private readonly List<Watch> _watches = [];

    /// <summary>The rooms: ids, names or objects. Left out, the session's default room; with -Team the rooms of the team, with -Me none.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RoomId")]
    [ArgumentCompleter(typeof(RoomCompleter))]
    public RoomIdentity[]? Room { get; set; }

    /// <summary>
    /// The team that a room's name belongs to; left out, the session's. Without -Room all the rooms of the team are watched that you are in, also those
    /// that you come into later (Mattermost).
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    /// <summary>Begins with the messages that came after this one, an id or an object, instead of with those that come from now on. It goes with one room.</summary>
    [Parameter]
    public MessageIdentity? After { get; set; }

    /// <summary>
    /// Emits events too: messages that are changed or removed, reactions, members who come and go or type, changes of the room, and what happens
    /// around it, such as bans and pushes to its repository.
    /// </summary>
    [Parameter]
    public SwitchParameter Event { get; set; }

    /// <summary>
    /// Emits what happens to your own account too: rooms you come into or leave, and what you have not read; on Mattermost also what the server tells
    /// everybody, such as new users and changes of its configuration.
    /// </summary>
    [Parameter]
    public SwitchParameter Me { get; set; }

    /// <summary>Ends after so many objects. Left out, there is no such end.</summary>
    [Parameter]
    [ValidateRange(1, long.MaxValue)]
    public long? Count { get; set; }

    /// <summary>After what time to end: a time span or a number of seconds. It is no error. Left out, watching ends with -Count or Ctrl+C.</summary>
    [Parameter]
    [TimeSpanTransformation]
    public TimeSpan? Timeout { get; set; }

    private protected override void Process()
    {
        if (Room is null && (Me || Team is not null))
            Guard(Team, () => WatchFor(Team));
        else
        {
            foreach (var room in RoomsOrDefault(Room))
                Guard(room, () => WatchFor(room).Add(room));
        }
    }

    private protected override void End()
    {
        if (_watches.Count == 0)
            return;
        if (After is not null && _watches is not [{ Rooms.Count: 1 }])
            throw new ChatException(ChatErrorReason.InvalidRequest, "-After goes with one room.") { Advice = "Watch that room by itself, or leave -After out." };
        TakeEach(
            context => StreamMerge.ReadAsync([.. _watches.Select(watch => watch.Reader(After?.Value, Team?.Value, Event, Me))], Timeout, _watches[0].Connection.Clock, context),
            Take,
            Count ?? long.MaxValue);
    }

    private bool Take(Merged<Merged<ChatObject>> news)
    {
        var room = news.Item is { Source: >= 0 and var place } ? _watches[news.Source].Rooms[place].Value : null;
        if ((news.Error ?? news.Item?.Error) is { } error)
            Report(error, room);
        else
            Write(news.Item!.Item);
        return (news.Error ?? news.Item?.Error) is null;
    }

    private Watch WatchFor(Identity? identity)
    {
        var watcher = Require<IRoomWatcher>(identity);
        if (_watches.Find(known => known.Watcher == watcher) is not { } watch)
            _watches.Add(watch = new Watch(ConnectionFor(identity), watcher));
        return watch;
    }

    private sealed class Watch(Connection connection, IRoomWatcher watcher)
    {
        public Connection Connection => connection;

        public IRoomWatcher Watcher => watcher;

        public List<RoomIdentity> Rooms { get; } = [];

        /// <summary>Adds a room, unless it is watched already.</summary>
        public void Add(RoomIdentity room)
        {
            if (!Rooms.Exists(known => known.Value == room.Value))
                Rooms.Add(room);
        }

        public Func<CallContext, IAsyncEnumerable<Merged<ChatObject>>> Reader(string? after, string? team, bool events, bool account)
        {
            var query = new WatchQuery
            {
                Rooms = [.. Rooms.Select(room => new RoomRef(room.Literal, team))],
                Team = Rooms.Count == 0 ? team : null,
                After = after,
                Events = events,
                Account = account,
            };
            return context => watcher.WatchAsync(query, context);
        }
    }
}
