using System.Text;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Gitter.Model;

namespace ChatPS.Sandbox.Platforms.Gitter.Routes;

/// <summary>
/// Live messages and events of a room: objects as they come, each ended by a carriage return, white space in between to keep the
/// connection. The real service has them on a host of their own under the paths of the lists; here they stand under <see cref="Prefix"/>.
/// </summary>
internal sealed class StreamRoutes(GitterService gitter)
{
    public const string Prefix = "stream/";
    private static readonly byte[] Heartbeat = " \n"u8.ToArray();
    private readonly List<Listener> _listeners = [];

    public static void Map(GitterService gitter)
    {
        var streams = new StreamRoutes(gitter);
        gitter.Map("GET", $"/{Prefix}v1/rooms/{{roomId}}/chatMessages", call => streams.Open(call.Room, call.User, events: false));
        gitter.Map("GET", $"/{Prefix}v1/rooms/{{roomId}}/events", call => streams.Open(call.Room, call.User, events: true));
        gitter.State.MessagePosted = message =>
            streams.Tell(message.Room, events: false, viewer => message.ToJson(gitter.State, viewer));
        gitter.State.EventPosted = (room, happened) => streams.Tell(room, events: true, _ => happened.ToJson());
    }

    private SandboxResponse Open(GitterRoom room, GitterUser viewer, bool events)
    {
        // Listening begins here, under the service's lock, so that nothing that happens after the request is missed.
        var listener = new Listener(room, viewer, events, new Feed(gitter.Faults, gitter.Clock, Heartbeat));
        lock (_listeners)
            _listeners.Add(listener);
        return SandboxResponse.Streaming("application/json", (stream, cancel) => ServeAsync(listener, stream, cancel));
    }

    private void Tell(GitterRoom room, bool events, Func<GitterUser, JsonNode> describe)
    {
        // Who has stopped reading is dropped.
        lock (_listeners)
            _listeners.RemoveAll(listener => listener.Room == room && listener.Events == events
                && !listener.News.TryWrite(Encoding.UTF8.GetBytes(describe(listener.Viewer).ToJsonString() + "\r")));
    }

    private async Task ServeAsync(Listener listener, Stream stream, CancellationToken cancel)
    {
        try
        {
            await listener.News.ServeAsync(stream, cancel);
        }
        finally
        {
            lock (_listeners)
                _listeners.Remove(listener);
        }
    }

    private sealed record Listener(GitterRoom Room, GitterUser Viewer, bool Events, Feed News);
}
