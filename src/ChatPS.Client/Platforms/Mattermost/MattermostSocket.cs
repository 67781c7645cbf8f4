using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Threading.Channels;
using ChatPS.Client.Http;
using ChatPS.Client.Platforms.Mattermost.Wire;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>
/// One connection to the websocket. It is read whether or not somebody takes the news at the moment, so that the server's pings are answered; and
/// it asks for a sign of life from time to time, without which it counts as dead.
/// </summary>
internal sealed class MattermostSocket : IAsyncDisposable
{
    private const int MostWaiting = 1000;
    private const string Sign = "ping";

    private readonly Connection _connection;
    private readonly ApiSocket _socket;
    private readonly SocketPlace _place;
    private readonly TimeSpan _interval;
    private readonly CancellationToken _cancellation;
    private readonly CancellationTokenSource _end;
    private readonly Channel<SocketNews> _news =
        System.Threading.Channels.Channel.CreateBounded<SocketNews>(new BoundedChannelOptions(MostWaiting) { SingleReader = true, SingleWriter = true });
    private readonly TaskCompletionSource<long> _greeted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _work = Task.CompletedTask;
    private ChatException? _failure;
    private volatile bool _isAlive = true;
    private long _action;
    private string _id;
    private long _next;
    private long _first;

    private MattermostSocket(Connection connection, ApiSocket socket, SocketPlace place, TimeSpan interval, CancellationToken cancellation)
    {
        (_connection, _socket, _place, _interval) = (connection, socket, place, interval);
        _cancellation = cancellation;
        (IsFresh, _id, _next) = (place.ConnectionId.Length == 0, place.ConnectionId, place.Next);
        _end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
    }

    /// <summary>How often a sign of life is asked for.</summary>
    public static TimeSpan UsualInterval { get; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether the server does not know what came before, and has begun to count anew.</summary>
    public bool IsFresh { get; private set; }

    /// <summary>The server's time when the connection was there, if it is a fresh one.</summary>
    public long ServerTime { get; private set; }

    /// <summary>Connects, and waits until it is sure that the server tells us its news.</summary>
    /// <param name="connection">The session.</param>
    /// <param name="place">Where to go on; it moves along with what is taken.</param>
    /// <param name="interval">How often to ask for a sign of life.</param>
    /// <param name="context">The call.</param>
    /// <exception cref="ChatException">There is no such connection to be had.</exception>
    public static async Task<MattermostSocket> OpenAsync(Connection connection, SocketPlace place, TimeSpan interval, CallContext context)
    {
        var call = connection.Platform.Call(ConnectWebSocket);
        if (place.ConnectionId.Length > 0)
            call.Query("connection_id", place.ConnectionId).Query("sequence_number", place.Next.ToString(CultureInfo.InvariantCulture));
        ApiSocket? opened = null;
        var request = call.ToRequest() with { Switched = socket => opened = socket };
        try
        {
            // How to go on after a failure is more than to ask again.
            await connection.Api.SendAsync(request, context with { Retry = ChatRetryPolicy.None }).ConfigureAwait(false);
        }
        catch (ChatException e) when (e.Reason is ChatErrorReason.NotFound or ChatErrorReason.NotSupported or ChatErrorReason.InvalidRequest)
        {
            throw e.As(ChatErrorReason.NotSupported, $"{connection.Session.BaseUri.Authority} offers no websocket, over which the news would come: {e.Message}",
                "Ask the server's administrator whether a proxy in between lets websockets through; the server's local mode has none.");
        }
        var socket = new MattermostSocket(connection, opened!, place, interval, context.Cancellation);
        try
        {
            await socket.GreetAsync(context).ConfigureAwait(false);
            if (socket.IsFresh)
                (place.ConnectionId, place.Next) = (socket._id, socket._first);
            return socket;
        }
        catch
        {
            await socket.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The news as they come, until the server ends them.</summary>
    /// <exception cref="ChatException">The connection broke off, or the session has ended.</exception>
    public async IAsyncEnumerable<SocketNews> ReadAsync()
    {
        await foreach (var news in _news.Reader.ReadAllAsync(_cancellation).ConfigureAwait(false))
        {
            // What nobody took comes again over the next connection.
            if (news.Message is not null)
                _place.Next = news.Message.Seq + 1;
            yield return news;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _socket.DisposeAsync().ConfigureAwait(false);
        await _end.CancelAsync().ConfigureAwait(false);
        await _work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    // A server that does not accept the token lets one connect all the same, says nothing, and hangs up after some seconds.
    private async Task GreetAsync(CallContext context)
    {
        await AskAsync().ConfigureAwait(false);
        _work = Task.WhenAll(PumpAsync(), KeepAsync());
        try
        {
            ServerTime = await _greeted.Task.WaitAsync(_connection.Session.Timeout, _connection.Clock, context.Cancellation).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw Silent(_connection.Session.Timeout);
        }
    }

    private Task AskAsync() => _socket.SendAsync($$"""{"seq":{{++_action}},"action":"{{Sign}}"}""", _end.Token);

    private async Task KeepAsync()
    {
        while (true)
        {
            await Task.Delay(_interval, _connection.Clock, _end.Token).ConfigureAwait(false);
            // Nobody takes the news: that the server's words lie there is no fault of its own.
            if (_news.Reader.Count >= MostWaiting)
                _isAlive = true;
            if (!_isAlive)
            {
                _failure = Silent(_interval);
                _socket.Abort();
                return;
            }
            _isAlive = false;
            try
            {
                await AskAsync().ConfigureAwait(false);
            }
            catch (ChatException)
            {
                // Who reads finds out by itself.
                return;
            }
        }
    }

    private async Task PumpAsync()
    {
        ChatException? failure = null;
        try
        {
            while (await _socket.ReadAsync(_end.Token).ConfigureAwait(false) is { } bytes)
            {
                _isAlive = true;
                if (Take(Parse(bytes)) is { } news)
                    await _news.Writer.WriteAsync(news, _end.Token).ConfigureAwait(false);
            }
        }
        catch (ChatException e)
        {
            failure = _failure ?? e;
        }
        catch (OperationCanceledException e)
        {
            _greeted.TrySetCanceled(e.CancellationToken);
            throw;
        }
        finally
        {
            _greeted.TrySetException(failure ?? Ended());
            _ = _greeted.Task.Exception;
            _news.Writer.TryComplete(failure);
            await _end.CancelAsync().ConfigureAwait(false);
        }
    }

    private static SocketMessage Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes.Span, MattermostJson.Default.SocketMessage) ?? throw new JsonException("The message is null.");
        }
        catch (JsonException e)
        {
            throw ApiResponse.Malformed(e);
        }
    }

    private SocketNews? Take(SocketMessage message)
    {
        if (message.SeqReply is not null)
            return Sighted(message);
        if (message.Event is null)
            return null;
        if (message.Event == "hello")
        {
            (IsFresh, _id, _next, _first) = (true, message.Text("connection_id") ?? "", message.Seq + 1, message.Seq + 1);
            return null;
        }
        var hasGap = message.Seq != _next;
        // What a server keeps comes again over another connection.
        if (hasGap && _id.Length > 0)
            throw new ChatException(ChatErrorReason.ConnectionFailed, $"Some of the news from {_connection.Session.BaseUri.Authority} did not arrive.");
        _next = message.Seq + 1;
        // The server goes on where it was, which is all that one wants to know of it.
        if (!IsFresh)
            _greeted.TrySetResult(0);
        return new SocketNews(message, HasGap: hasGap);
    }

    private SocketNews Sighted(SocketMessage answer)
    {
        if (answer.Error is { StatusCode: (int)HttpStatusCode.Unauthorized } error)
            throw ApiErrors.Of(MattermostErrors.Of(error, error.StatusCode), HttpStatusCode.Unauthorized, ConnectWebSocket, _connection);
        var time = answer.Data is not null && answer.Data.TryGetValue("server_time", out var given) && given.ValueKind == JsonValueKind.Number && given.TryGetInt64(out var milliseconds)
            ? milliseconds
            : _connection.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        _greeted.TrySetResult(time);
        return new SocketNews(null, time);
    }

    private ChatException Silent(TimeSpan time) => new(
        ChatErrorReason.Timeout, $"{_connection.Session.BaseUri.Authority} gave no sign of life over the websocket within {time.TotalSeconds:0.#} seconds.")
    {
        Advice = "Try again, or allow more time with -Timeout of Connect-ChatService or Set-ChatSession.",
    };

    private ChatException Ended() => new(ChatErrorReason.ConnectionFailed, $"{_connection.Session.BaseUri.Authority} closed the websocket without a word.")
    {
        Advice = "Ask the server's administrator whether a proxy in between lets websockets through, and the Authorization header with them.",
    };
}
