using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ChatPS.Client.Catalog;
using ChatPS.Client.Paging;
using ChatPS.Client.RateLimits;
using ChatPS.Client.Sessions;

namespace ChatPS.Client.Http;

/// <summary>Sends requests for a session: through its rate gate, with its token, as often as its retry policy allows.</summary>
internal sealed class ApiClient(Connection connection, Transport transport)
{
    // A token that ends while the request is under way is refused; one that ends this soon is replaced before.
    private static readonly TimeSpan ExpiryMargin = TimeSpan.FromMinutes(1);

    private readonly AnswerCache _answers = new();

    /// <summary>The answer to a request, if it is a good one.</summary>
    /// <exception cref="ChatException">The request failed for good.</exception>
    public async Task<ApiResponse> SendAsync(ApiRequest request, CallContext context)
    {
        context = context with { Log = new MaskedLog(context.Log, connection.Mask) };
        if (SendsToken(request) && request.Token is null && connection.Authentication.ExpiresAt is { } expiry && expiry - ExpiryMargin <= connection.Clock.GetUtcNow())
            await connection.Authentication.RefreshAsync(connection, context).ConfigureAwait(false);
        try
        {
            return await RetryPipeline.RunAsync(
                (attempt, cancellation) => AttemptAsync(request, attempt, context, cancellation),
                context.Retry ?? connection.Session.Retry,
                request.IsIdempotent,
                connection.Clock,
                context).ConfigureAwait(false);
        }
        catch (ChatException e) when (e.Reason == ChatErrorReason.Unauthorized && SendsToken(request) && request.Token is null)
        {
            if (!await connection.Authentication.RefreshAsync(connection, context).ConfigureAwait(false))
                throw;
            return await AttemptAsync(request, 1, context, context.Cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>The answer as one object.</summary>
    public async Task<T> GetAsync<T>(ApiRequest request, JsonTypeInfo<T> type, CallContext context) =>
        (await SendAsync(request, context).ConfigureAwait(false)).Read(type);

    /// <summary>The answer as a list, page by page as it is consumed.</summary>
    public IAsyncEnumerable<T> ListAsync<T>(ApiRequest request, PageWindow window, Func<JsonElement, T> map, CallContext context) =>
        ListAsync(request, connection.Platform.PagerFor(request.Operation), window, map, context);

    /// <summary>The answer as a list that is walked through by a pager of the caller's choice.</summary>
    public IAsyncEnumerable<T> ListAsync<T>(
        ApiRequest request, Pager pager, PageWindow window, Func<JsonElement, T> map, CallContext context) =>
        PageReader.ReadAsync(pager, request, window, r => SendAsync(r, context), Guarded(map), context.Cancellation);

    /// <summary>The answer as a list of objects of one type.</summary>
    public IAsyncEnumerable<TModel> ListAsync<TWire, TModel>(
        ApiRequest request, PageWindow window, JsonTypeInfo<TWire> type, Func<TWire, TModel> map, CallContext context) =>
        ListAsync(request, window, item => map(item.Deserialize(type)!), context);

    /// <summary>The answer as pages of a list, for looking something up for a whole page at once.</summary>
    public IAsyncEnumerable<IEnumerable<T>> ListPagesAsync<T>(
        ApiRequest request, Pager pager, PageWindow window, JsonTypeInfo<T> type, CallContext context) => PageReader.ReadPagesAsync(
        pager, request, window, r => SendAsync(r, context), Guarded(item => item.Deserialize(type)!), context.Cancellation);

    /// <summary>
    /// The lines of an answer that comes bit by bit and may have no end. What was begun is not asked for again: whoever reads
    /// knows how to go on after a break.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="silence">How long no line may come; <see cref="Timeout.InfiniteTimeSpan"/> for as long as it likes.</param>
    /// <param name="context">The call.</param>
    /// <exception cref="ChatException">The answer is an error, it broke off, or nothing came for too long.</exception>
    public async IAsyncEnumerable<string> ReadLinesAsync(ApiRequest request, TimeSpan silence, CallContext context)
    {
        using var lines = new LineSink();
        await foreach (var line in ReadAsync(request, lines, new ApiDownload(lines) { IdleTimeout = silence }, context).ConfigureAwait(false))
            yield return line;
    }

    /// <summary>The same of an answer that is JSON values one after the other, with white space between them to show that it is alive.</summary>
    /// <param name="request">The request.</param>
    /// <param name="silence">How long nothing may come, not even white space.</param>
    /// <param name="begun">Is called when a good answer has begun, from another thread.</param>
    /// <param name="context">The call.</param>
    /// <exception cref="ChatException">The answer is an error or no JSON, it broke off, or nothing came for too long.</exception>
    public async IAsyncEnumerable<JsonElement> ReadJsonAsync(ApiRequest request, TimeSpan silence, Action begun, CallContext context)
    {
        using var values = new JsonSink();
        await foreach (var text in ReadAsync(
            request, values, new ApiDownload(values) { IdleTimeout = silence, Begun = _ => begun() }, context).ConfigureAwait(false))
            yield return Parse(text);

        static JsonElement Parse(string text)
        {
            try
            {
                using var document = JsonDocument.Parse(text);
                return document.RootElement.Clone();
            }
            catch (JsonException e)
            {
                throw ApiResponse.Malformed(e);
            }
        }
    }

    private async IAsyncEnumerable<string> ReadAsync(ApiRequest request, TextSink pieces, ApiDownload download, CallContext context)
    {
        using var walk = CancellationTokenSource.CreateLinkedTokenSource(context.Cancellation);
        var inner = context with { Cancellation = walk.Token };
        // A request that does something is only repeated when it was refused or never left, and then there was no line yet.
        if (request.IsIdempotent)
            inner = inner with { Retry = (context.Retry ?? connection.Session.Retry) with { MaxRetries = 0 } };
        var sending = pieces.CompleteWithAsync(SendAsync(request with { Download = download }, inner), walk.Token);
        try
        {
            await foreach (var piece in pieces.ReadAllAsync(walk.Token).ConfigureAwait(false))
                yield return piece;
            await sending.ConfigureAwait(false);
        }
        finally
        {
            await walk.CancelAsync().ConfigureAwait(false);
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static Func<JsonElement, T> Guarded<T>(Func<JsonElement, T> map) => item =>
    {
        try
        {
            return map(item);
        }
        catch (JsonException e)
        {
            throw ApiResponse.Malformed(e);
        }
    };

    // On another host than the session's own, a token has business only with an operation that says so.
    private static bool SendsToken(ApiRequest request) => !request.IsAnonymous && !request.IsElsewhere && (request.Host is null || request.Operation is { IsOpen: false });

    private IEnumerable<KeyValuePair<string, string>> TokenOf(ApiRequest request) => !SendsToken(request) ? []
        : request.Token is { } other ? new BearerAuthentication(other).Headers(request)
        : connection.Authentication.Headers(request);

    private async ValueTask<ApiResponse> AttemptAsync(ApiRequest request, int attempt, CallContext context, CancellationToken cancellation)
    {
        var clock = connection.Clock;
        var gate = request.IsElsewhere ? new RateGate(null) : connection.Gate;
        var lane = request.IsElsewhere ? null : connection.Platform.LaneOf(request) is { } own ? connection.GateOf(own) : null;
        var uri = request.ToUri(connection.Session.BaseUri);
        var (lanePlace, place) = await EnterAsync(lane, gate, clock, context).ConfigureAwait(false);
        var known = connection.Platform.TakesETags ? _answers.Find(request, uri) : null;
        var hasLeft = false;
        ApiResponse? response = null;
        // What goes on coming has been counted when it began: it holds no place, and what its head tells is soon old.
        if (request.Download is { } download)
            request = request with { Download = download with { Begun = (Action<ApiResponse>)Leave + download.Begun } };
        try
        {
            connection.Statistics.Sent(isRetry: attempt > 0);
            context.Log.Verbose($"{request.Method} {(request.IsElsewhere ? uri.Authority : Describe(uri))}");
            var headers = (request.IsElsewhere ? [] : connection.Platform.Headers(connection, request))
                .Concat(TokenOf(request))
                .Concat(known is null ? [] : [new("If-None-Match", known.ETag)]);
            response = await transport.SendAsync(request, uri, headers, request.Timeout ?? connection.Session.Timeout, cancellation).ConfigureAwait(false);
        }
        catch (ChatException)
        {
            connection.Statistics.Failed();
            throw;
        }
        finally
        {
            Leave(response);
        }

        var isRateLimited = (int)response.Status == 429;
        if (connection.Platform.ReadVersion(response) is { } version)
            connection.Session.ServerVersion = version;
        connection.Statistics.Answered(clock.GetUtcNow(), isRateLimited);
        context.Log.Verbose($"{(int)response.Status} {response.Status}, {response.Length} bytes");
        foreach (var warning in connection.Platform.ReadWarnings(response))
            context.Log.Warning(warning);
        if (response.Status == HttpStatusCode.NotModified && known is not null)
            return known.Answer;
        if (connection.Platform.TakesETags)
            _answers.Keep(request, uri, response);
        if (response.IsSuccess || response.Status == HttpStatusCode.SwitchingProtocols || (request.Operation?.Kind == ResultKind.Redirect && response.Header("Location") is not null))
            return response;

        connection.Statistics.Failed();
        var error = ApiErrors.From(response, request, connection);
        // A limit on one kind of request is no reason to hold the others back.
        if (isRateLimited && error.RetryAfter is { } retryAfter)
            (connection.Platform.ReadRetryAfter(response, clock.GetUtcNow()) is null ? gate : lane)?.Close(clock, retryAfter);
        throw error;

        void Leave(ApiResponse? answer)
        {
            if (hasLeft)
                return;
            hasLeft = true;
            var now = clock.GetUtcNow();
            gate.Leave(now, place, answer is null || request.IsElsewhere ? null : connection.Platform.ReadRateLimit(answer, now));
            lane?.Leave(now, lanePlace, answer is null ? null : connection.Platform.ReadLaneLimit(answer, now));
        }
    }

    // What waits for its own limit takes no place among all requests meanwhile.
    private static async ValueTask<(RatePlace Lane, RatePlace Gate)> EnterAsync(RateGate? lane, RateGate gate, TimeProvider clock, CallContext context)
    {
        var lanePlace = lane is null ? default : await lane.EnterAsync(clock, context).ConfigureAwait(false);
        try
        {
            return (lanePlace, await gate.EnterAsync(clock, context).ConfigureAwait(false));
        }
        catch
        {
            lane?.Leave(clock.GetUtcNow(), lanePlace, null);
            throw;
        }
    }

    private static string Describe(Uri uri)
    {
        if (uri.Query.Length < 2)
            return uri.AbsoluteUri;
        var query = uri.Query[1..].Split('&').Select(pair => pair.Split('=')[0] is var name
            && Secret.IsNameOfOne(name) ? name + "=***" : pair);
        return $"{uri.GetLeftPart(UriPartial.Path)}?{string.Join('&', query)}";
    }

    private sealed class MaskedLog(ICallLog log, SecretMask mask) : ICallLog
    {
        public void Verbose(string text) => log.Verbose(mask.Apply(text));

        public void Warning(string text) => log.Warning(mask.Apply(text));

        public void Waiting(TimeSpan delay, string reason) => log.Waiting(delay, mask.Apply(reason));

        public void Progress(string activity, long done, long? total) => log.Progress(mask.Apply(activity), done, total);
    }
}
