using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using ChatPS.Client.Streams;

namespace ChatPS.Client.Platforms.Gitter;

/// <summary>
/// Listens to channels of Gitter's Faye service: Bayeux over long polling. A question waits at the server until there is something to answer;
/// then the next one is asked. It is not the API: nothing of it counts against the rate limit.
/// </summary>
/// <param name="connection">The session.</param>
/// <param name="channels">The channels.</param>
internal sealed class FayeClient(Connection connection, IReadOnlyList<string> channels)
{
    private const int BatchSize = 50;
    private const int MostKnown = 1000;
    private const string NoService = "Check that the server has a Faye service at /bayeux below its address.";

    // How long the server holds a question when it does not say, and how much later its answer may come.
    private static readonly TimeSpan UsualHold = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();
    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);
    private string? _clientId;
    private bool _wasConnected;
    private int _number;
    private TimeSpan _hold = UsualHold;

    /// <summary>What the channels tell, as it comes.</summary>
    /// <exception cref="ChatException">The service does not let one in, or is not there any more.</exception>
    public async IAsyncEnumerable<FayeNews> ReadAsync(CallContext context)
    {
        try
        {
            var reopening = NewReopening(context);
            while (_refused.Count < channels.Count)
            {
                var news = new List<FayeNews>();
                ChatException? failure = null;
                var wait = TimeSpan.Zero;
                reopening.Open();
                try
                {
                    if (_clientId is null)
                        await EnterAsync(news, context).ConfigureAwait(false);
                    else
                        wait = await PollAsync(news, context).ConfigureAwait(false);
                }
                catch (ChatException e) when (Reopening.MayPass(e))
                {
                    failure = e;
                }
                foreach (var item in news)
                    yield return item;
                if (failure is not null)
                    await reopening.WaitAsync(failure, hasBegun: false, hasNews: false).ConfigureAwait(false);
                else
                    reopening = NewReopening(context);
                if (wait > TimeSpan.Zero)
                    await Task.Delay(wait, connection.Clock, context.Cancellation).ConfigureAwait(false);
            }
        }
        finally
        {
            await LeaveAsync().ConfigureAwait(false);
        }
    }

    private Reopening NewReopening(CallContext context) => new(connection, "the updates", isEndless: true, context);

    private async Task EnterAsync(List<FayeNews> news, CallContext context)
    {
        var shake = Message("/meta/handshake");
        shake["version"] = "1.0";
        shake["supportedConnectionTypes"] = new JsonArray("long-polling");
        shake["ext"] = new JsonObject { ["token"] = connection.Authentication.Secrets.FirstOrDefault()?.Reveal() };
        var answers = await SendAsync([shake], null, context).ConfigureAwait(false);
        var shaken = Array.Find(answers, answer => answer.Channel == "/meta/handshake") ?? throw NoAnswer();
        if (shaken is not { Successful: true, ClientId: { } clientId })
            throw Refused("Listening for updates", shaken.Error);
        Follow(shaken.Advice);
        _clientId = clientId;
        try
        {
            foreach (var part in channels.Where(channel => !_refused.Contains(channel)).Chunk(BatchSize))
            {
                foreach (var answer in await SendAsync([.. part.Select(Subscription)], null, context).ConfigureAwait(false))
                    Take(answer, news);
            }
        }
        catch
        {
            _clientId = null;
            throw;
        }
        if (_wasConnected)
            context.Log.Warning("The updates were interrupted: what changed meanwhile is missing here. Messages are not.");
        _wasConnected = true;
    }

    private async Task<TimeSpan> PollAsync(List<FayeNews> news, CallContext context)
    {
        var poll = Message("/meta/connect");
        poll["connectionType"] = "long-polling";
        var answers = await SendAsync([poll], _hold + Margin, context).ConfigureAwait(false);
        foreach (var answer in answers)
            Take(answer, news);
        var connected = Array.Find(answers, answer => answer.Channel == "/meta/connect");
        if (connected is null && answers.Length > 0)
            return TimeSpan.Zero;
        var advice = connected?.Advice;
        Follow(advice);
        if (advice?.Reconnect == "none")
            throw Refused("Listening for updates", connected?.Error);
        if (connected?.Successful != true || advice?.Reconnect == "handshake")
            _clientId = null;
        return advice?.Interval is > 0 and var wait ? TimeSpan.FromMilliseconds(Math.Min(wait, Margin.TotalMilliseconds))
            : connected?.Successful == true ? TimeSpan.Zero : TimeSpan.FromSeconds(1);
    }

    private async Task LeaveAsync()
    {
        if (_clientId is null)
            return;
        try
        {
            await SendAsync([Message("/meta/disconnect")], Farewell, CallContext.Silent).ConfigureAwait(false);
        }
        catch (Exception e) when (e is ChatException or ObjectDisposedException or InvalidOperationException)
        {
            // The server forgets who does not come back.
        }
    }

    private void Take(Wire.FayeMessage answer, List<FayeNews> news)
    {
        if (answer is { Channel: "/meta/subscribe", Successful: false, Subscription: { } channel })
        {
            if (CodeOf(answer.Error) == 401)
                throw Refused(channel, answer.Error);
            _refused.Add(channel);
            news.Add(new FayeNews(channel, default, Refused(channel, answer.Error)));
        }
        else if (!answer.Channel.StartsWith("/meta/", StringComparison.Ordinal) && answer.Data.ValueKind == JsonValueKind.Object && IsNew(answer))
        {
            news.Add(new FayeNews(answer.Channel, answer.Data));
        }
    }

    // Most servers give their news no ids; those that do may send it again.
    private bool IsNew(Wire.FayeMessage answer)
    {
        if (answer.Id is null)
            return true;
        var key = $"{answer.Channel} {answer.Id}";
        if (!_known.Add(key))
            return false;
        _order.Enqueue(key);
        if (_order.Count > MostKnown)
            _known.Remove(_order.Dequeue());
        return true;
    }

    private void Follow(Wire.FayeAdvice? advice)
    {
        if (advice?.Timeout is > 0 and < 3_600_000 and var hold)
            _hold = TimeSpan.FromMilliseconds(hold);
    }

    private JsonObject Subscription(string channel)
    {
        var message = Message("/meta/subscribe");
        message["subscription"] = channel;
        // What there is already is got from the API.
        message["ext"] = new JsonObject { ["snapshot"] = false };
        return message;
    }

    private JsonObject Message(string channel)
    {
        var message = new JsonObject { ["channel"] = channel, ["id"] = (++_number).ToString(CultureInfo.InvariantCulture) };
        if (_clientId is not null)
            message["clientId"] = _clientId;
        return message;
    }

    private async Task<Wire.FayeMessage[]> SendAsync(IEnumerable<JsonObject> messages, TimeSpan? timeout, CallContext context)
    {
        var address = connection.Platform.HostFor(connection, "faye") ?? new Uri(connection.Session.BaseUri, "bayeux");
        var request = ApiRequest.Elsewhere("POST", address).WithHeader("Accept", "application/json") with
        {
            Body = new JsonBody(new JsonArray([.. messages])),
            Timeout = timeout,
        };
        try
        {
            // How to go on after a failure is more than to ask again.
            return await connection.Api.GetAsync(request, GitterJson.Default.FayeMessageArray, context with { Retry = ChatRetryPolicy.None }).ConfigureAwait(false);
        }
        // The address is a standing one, and whoever says this does not speak of the token, which is within the messages.
        catch (ChatException e) when (e.StatusCode is 401 or 403 or 404 or 410)
        {
            throw e.As(e.Reason, e.Message, e.Reason == ChatErrorReason.NotFound ? NoService
                : "Something in front of the service lets nobody through: check the session's proxy and certificates, or ask the server's administrator.");
        }
    }

    private static ChatException NoAnswer() => new(ChatErrorReason.InvalidResponse, "The server's answer is none of the Bayeux protocol.")
    {
        Advice = NoService,
    };

    private static ChatException Refused(string what, string? error) => new(ReasonOf(CodeOf(error)), $"{what} failed: {error ?? "the server gave no reason"}")
    {
        StatusCode = CodeOf(error),
        ServerMessage = error,
        Advice = CodeOf(error) == 401 ? "Sign in again with Connect-ChatService; the token may have expired or been revoked." : null,
    };

    private static int? CodeOf(string? error) =>
        int.TryParse(error?.Split(':')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : null;

    private static ChatErrorReason ReasonOf(int? code) => code switch
    {
        401 => ChatErrorReason.Unauthorized,
        403 => ChatErrorReason.Forbidden,
        404 => ChatErrorReason.NotFound,
        >= 500 => ChatErrorReason.ServerError,
        _ => ChatErrorReason.InvalidRequest,
    };
}
