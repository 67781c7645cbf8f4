using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using ChatPS.Client.Streams;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Watches channels, however many, over one websocket.</summary>
internal sealed class MattermostRoomWatcher(Connection connection) : Resource(connection), IRoomWatcher
{
    /// <summary>How often the server is asked for a sign of life.</summary>
    public TimeSpan Interval { get; set; } = MattermostSocket.UsualInterval;

    public IAsyncEnumerable<Merged<ChatObject>> WatchAsync(WatchQuery query, CallContext context) => MattermostLocalMode.Is(Connection)
        ? throw MattermostLocalMode.Nobody("to which it would tell what happens")
        : new MattermostWatch(Connection, query, Interval, context).ReadAsync();
}
