using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace ChatPS.Sandbox.Platforms.Gitter.Model;

/// <summary>Somebody who listens by the Bayeux protocol, and what waits to be told.</summary>
internal sealed class BayeuxClient(string id, GitterUser user)
{
    private const int Backlog = 10_000;
    private readonly Channel<JsonObject> _news = Channel.CreateBounded<JsonObject>(
        new BoundedChannelOptions(Backlog) { FullMode = BoundedChannelFullMode.DropOldest });

    public string Id => id;

    public GitterUser User => user;

    public HashSet<string> Subscriptions { get; } = [];

    public DateTimeOffset Seen { get; set; }

    public void Tell(JsonObject message) => _news.Writer.TryWrite(message);

    /// <summary>Waits until there is something to tell.</summary>
    public Task WaitAsync(CancellationToken cancel) => _news.Reader.WaitToReadAsync(cancel).AsTask();

    /// <summary>Takes all there is to tell.</summary>
    public IEnumerable<JsonObject> Take()
    {
        while (_news.Reader.TryRead(out var message))
            yield return message;
    }
}
