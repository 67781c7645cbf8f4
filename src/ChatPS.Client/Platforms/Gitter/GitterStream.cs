using System.Text.Json;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using ChatPS.Client.Streams;

namespace ChatPS.Client.Platforms.Gitter;

/// <summary>
/// Reads what is new in a room over as many streams as it takes. Whenever one has begun, what came before it is asked for the ordinary way:
/// so nothing is missed, and what comes both ways is shown once.
/// </summary>
/// <param name="connection">The session.</param>
/// <param name="operation">The operation that streams.</param>
/// <param name="roomId">The room.</param>
/// <param name="what">What is read, for what is said of breaks.</param>
internal sealed class GitterStream(Connection connection, string operation, string roomId, string what)
{
    /// <summary>How long a stream may be silent. The server sends white space about every half a minute when there is nothing to tell.</summary>
    public static TimeSpan LongestSilence { get; } = TimeSpan.FromSeconds(100);

    private bool _hasBegun;

    /// <summary>How long this one may be.</summary>
    public TimeSpan Silence { get; init; } = LongestSilence;

    /// <summary>The items, each once.</summary>
    /// <param name="overlap">Remembers what was shown.</param>
    /// <param name="missed">Asks for what came since the overlap, oldest first.</param>
    /// <param name="context">The call.</param>
    /// <exception cref="ChatException">There is no such stream, or none to be had any more.</exception>
    public IAsyncEnumerable<JsonElement> ReadAsync(
        GitterOverlap overlap, Func<CallContext, IAsyncEnumerable<JsonElement>> missed, CallContext context) =>
        new Reopening(connection, what, isEndless: true, context).ReadAsync(() => ReadNewAsync(overlap, missed, context), () => _hasBegun);

    private async IAsyncEnumerable<JsonElement> ReadNewAsync(
        GitterOverlap overlap, Func<CallContext, IAsyncEnumerable<JsonElement>> missed, CallContext context)
    {
        _hasBegun = false;
        await foreach (var item in ReadOneAsync(missed, context).ConfigureAwait(false))
        {
            if (overlap.IsNew(IdOf(item)))
                yield return item;
        }
    }

    private async IAsyncEnumerable<JsonElement> ReadOneAsync(Func<CallContext, IAsyncEnumerable<JsonElement>> missed, CallContext context)
    {
        var request = connection.Platform.Call(operation).Path("roomId", roomId).ToRequest() with
        {
            Host = connection.Platform.HostFor(connection, "stream"),
        };
        using var walk = CancellationTokenSource.CreateLinkedTokenSource(context.Cancellation);
        var inner = context with { Cancellation = walk.Token };
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var stream = connection.Api.ReadJsonAsync(request, Silence, () => begun.TrySetResult(), inner).GetAsyncEnumerator(walk.Token);
        var next = stream.MoveNextAsync().AsTask();
        try
        {
            // What comes from now on is in the stream; all that came before can be asked for.
            await Task.WhenAny(begun.Task, next).ConfigureAwait(false);
            _hasBegun = begun.Task.IsCompleted;
            if (_hasBegun)
            {
                await foreach (var item in missed(inner).ConfigureAwait(false))
                    yield return item;
            }
            while (await next.ConfigureAwait(false))
            {
                yield return stream.Current;
                next = stream.MoveNextAsync().AsTask();
            }
        }
        finally
        {
            await walk.CancelAsync().ConfigureAwait(false);
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await stream.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>The id of what came.</summary>
    /// <exception cref="ChatException">It has none.</exception>
    internal static string IdOf(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
            ? id.GetString()!
            : throw ApiResponse.Malformed(new JsonException("Something without an id came."));
}
