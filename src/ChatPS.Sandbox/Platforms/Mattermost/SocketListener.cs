using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>
/// A client of the websocket, which outlives its connection for a while: what it was told last, and what it would have been told meanwhile,
/// waits for it under the number that comes next.
/// </summary>
internal sealed class SocketListener
{
    private const int MostKept = 128;
    private readonly Queue<(long Number, ReadOnlyMemory<byte> Frame)> _kept = new();
    private long _next;

    /// <summary>By which the client comes back; empty on a server that keeps nothing.</summary>
    public string ConnectionId { get; set; } = "";

    /// <summary>Who listens; null before the challenge was met.</summary>
    public Session? Session { get; set; }

    /// <summary>Whether the client has asked for something over its present connection, and was answered.</summary>
    public bool HasAsked { get; private set; }

    /// <summary>What still has to be sent; null while there is no connection.</summary>
    public Feed? Feed { get; private set; }

    /// <summary>When the last connection ended.</summary>
    public DateTimeOffset LeftAt { get; private set; }

    public void Connect(Feed feed) => (Feed, HasAsked) = (feed, false);

    public void Leave(DateTimeOffset at) => (Feed, LeftAt) = (null, at);

    /// <summary>Sends again what came after a number; false when that is not there any more.</summary>
    public bool Resume(long next)
    {
        if (next != _next && !_kept.Any(kept => kept.Number == next))
            return false;
        foreach (var (_, frame) in _kept.Where(kept => kept.Number >= next))
            Feed!.TryWrite(frame);
        return true;
    }

    /// <summary>Begins to count anew, with nothing kept.</summary>
    public void Restart()
    {
        _kept.Clear();
        _next = 0;
    }

    /// <summary>Tells of an event, under the next number.</summary>
    public void Tell(JsonObject happened)
    {
        happened["seq"] = _next;
        var frame = SandboxSocket.Text(happened.ToJsonString());
        if (ConnectionId.Length > 0)
            _kept.Enqueue((_next, frame));
        if (_kept.Count > MostKept)
            _kept.Dequeue();
        _next++;
        Feed?.TryWrite(frame);
    }

    /// <summary>Answers an action; answers have no number in the row of events.</summary>
    public void Answer(JsonObject reply)
    {
        Feed?.TryWrite(SandboxSocket.Text(reply.ToJsonString()));
        HasAsked = true;
    }
}
