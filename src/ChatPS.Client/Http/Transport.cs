using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Net.WebSockets;
using RestSharp;

namespace ChatPS.Client.Http;

/// <summary>One attempt of one request over RestSharp. Knows nothing of platforms, tokens or retries.</summary>
internal sealed class Transport : IDisposable
{
    private readonly RestClient _client;
    private readonly IReadOnlyList<KeyValuePair<string, string>> _headers;
    private readonly Lazy<HttpMessageInvoker> _sockets;
    private readonly string _userAgent;

    public Transport(TransportOptions options)
    {
        _headers = options.Headers;
        _userAgent = options.UserAgent ?? DefaultUserAgent;
        // What holds for requests, from the proxy to the certificates, holds for websockets too.
        _sockets = new Lazy<HttpMessageInvoker>(() => new HttpMessageInvoker(MakeHandler(options)));
        _client = new RestClient(new RestClientOptions
        {
            ConfigureMessageHandler = _ => MakeHandler(options),
            UserAgent = _userAgent,
            // The body's own length and the caller's token end a request; every request brings its timeout.
            Timeout = Timeout.InfiniteTimeSpan,
            ThrowOnAnyError = false,
            // Where a redirect leads, headers with tokens would follow.
            FollowRedirects = false,
        });
    }

    private static string DefaultUserAgent { get; } =
        $"ChatPS/{typeof(Transport).Assembly.GetName().Version!.ToString(3)}";

    /// <exception cref="ChatException">No answer came, or not the whole of it.</exception>
    public async Task<ApiResponse> SendAsync(
        ApiRequest request, Uri uri, IEnumerable<KeyValuePair<string, string>> headers, TimeSpan timeout, CancellationToken cancellation)
    {
        if (request.Download is not null)
            return await DownloadAsync(request, request.Download, uri, headers, timeout, cancellation).ConfigureAwait(false);
        if (request.Switched is not null)
            return await SwitchAsync(request, request.Switched, uri, headers, timeout, cancellation).ConfigureAwait(false);
        if (request.Body is StreamBody or RelatedBody)
            return await UploadAsync(request, uri, headers, timeout, cancellation).ConfigureAwait(false);
        var message = MakeMessage(request, uri, headers, timeout);
        var response = await _client.ExecuteAsync(message, cancellation).ConfigureAwait(false);

        // RestSharp answers a cancelled call with a status instead of an exception.
        cancellation.ThrowIfCancellationRequested();
        if (response.ResponseStatus == ResponseStatus.TimedOut)
            throw TimedOut(uri, timeout);
        return ToResponse(response, uri);
    }

    public void Dispose()
    {
        _client.Dispose();
        if (_sockets.IsValueCreated)
            _sockets.Value.Dispose();
    }

    private async Task<ApiResponse> SwitchAsync(
        ApiRequest request,
        Action<ApiSocket> switched,
        Uri uri,
        IEnumerable<KeyValuePair<string, string>> headers,
        TimeSpan timeout,
        CancellationToken cancellation)
    {
        var socket = new ClientWebSocket();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(timeout);
        try
        {
            socket.Options.CollectHttpResponseDetails = true;
            socket.Options.SetRequestHeader("User-Agent", _userAgent);
            foreach (var (name, value) in headers.Concat(request.IsElsewhere ? [] : _headers).Concat(request.Headers))
                socket.Options.SetRequestHeader(name, value);
            var address = new UriBuilder(uri) { Scheme = uri.Scheme == Uri.UriSchemeHttps ? Uri.UriSchemeWss : Uri.UriSchemeWs };
            await socket.ConnectAsync(address.Uri, _sockets.Value, patience.Token).ConfigureAwait(false);
            switched(new ApiSocket(socket, uri));
            return new ApiResponse { Status = socket.HttpStatusCode, Headers = Flatten(socket.HttpResponseHeaders), Content = [] };
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            socket.Dispose();
            cancellation.ThrowIfCancellationRequested();
            throw TimedOut(uri, timeout);
        }
        catch (WebSocketException e)
        {
            using (socket)
            {
                return socket.HttpStatusCode is 0 or HttpStatusCode.SwitchingProtocols ? throw NotConnected(uri, e.InnerException ?? e)
                    : (int)socket.HttpStatusCode is >= 200 and < 300 ? throw NoSocket(uri, e)
                    : new ApiResponse { Status = socket.HttpStatusCode, Headers = Flatten(socket.HttpResponseHeaders), Content = [] };
            }
        }
    }

    private static List<KeyValuePair<string, string>> Flatten(IReadOnlyDictionary<string, IEnumerable<string>>? headers) =>
        headers is null ? [] : [.. headers.SelectMany(header => header.Value.Select(value => KeyValuePair.Create(header.Key, value)))];

    private static ChatException NoSocket(Uri uri, Exception cause) => new(
        ChatErrorReason.InvalidResponse, $"{uri.Authority} answered the request for a websocket with an ordinary page.", cause)
    {
        Advice = "Check that -Uri is the address of the server itself, and that a proxy in between lets websockets through.",
    };

    private async Task<ApiResponse> DownloadAsync(
        ApiRequest request,
        ApiDownload download,
        Uri uri,
        IEnumerable<KeyValuePair<string, string>> headers,
        TimeSpan timeout,
        CancellationToken cancellation)
    {
        using var idle = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        idle.CancelAfter(timeout);
        var body = new DownloadInterceptor(download, idle, download.IdleTimeout ?? timeout);
        var message = MakeMessage(request, uri, headers, Timeout.InfiniteTimeSpan);
        message.CompletionOption = HttpCompletionOption.ResponseHeadersRead;
        message.Interceptors = [body];
        var response = await ExecuteAsync(
            message, uri, () => body.HasBegun ? download.IdleTimeout ?? timeout : timeout, idle.Token, cancellation).ConfigureAwait(false);
        if (body.Failure is { } failure)
            throw failure as ChatException ?? NotConnected(uri, failure);
        return ToResponse(response, uri) with { Length = body.Length };
    }

    private async Task<ApiResponse> UploadAsync(
        ApiRequest request,
        Uri uri,
        IEnumerable<KeyValuePair<string, string>> headers,
        TimeSpan timeout,
        CancellationToken cancellation)
    {
        using var idle = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        idle.CancelAfter(timeout);
        var alive = () => idle.CancelAfter(timeout);
        using HttpContent content = request.Body is RelatedBody related ? RelatedContent.Of(related, alive) : new UploadContent((StreamBody)request.Body!, alive);
        var message = MakeMessage(request, uri, headers, Timeout.InfiniteTimeSpan);
        message.Interceptors = [new UploadInterceptor(content)];
        var response = await ExecuteAsync(message, uri, () => timeout, idle.Token, cancellation).ConfigureAwait(false);
        return ToResponse(response, uri);
    }

    // RestSharp tells of a cancelled call by a status or by an exception, as it comes.
    private async Task<RestResponse> ExecuteAsync(
        RestRequest message, Uri uri, Func<TimeSpan> limit, CancellationToken idle, CancellationToken cancellation)
    {
        try
        {
            var response = await _client.ExecuteAsync(message, idle).ConfigureAwait(false);
            idle.ThrowIfCancellationRequested();
            return response;
        }
        catch (OperationCanceledException) when (idle.IsCancellationRequested)
        {
            cancellation.ThrowIfCancellationRequested();
            throw TimedOut(uri, limit());
        }
    }

    private static ApiResponse ToResponse(RestResponse response, Uri uri)
    {
        if (response.ErrorException is ChatException unreadable)
            throw unreadable;
        if (response.StatusCode == 0 || response.ErrorException is HttpIOException or IOException or HttpRequestException { StatusCode: null })
            throw NotConnected(uri, response.ErrorException);

        return new ApiResponse
        {
            Status = response.StatusCode,
            Headers = [.. Flatten(response.Headers), .. Flatten(response.ContentHeaders)],
            Content = response.RawBytes ?? [],
        };
    }

    private static IEnumerable<KeyValuePair<string, string>> Flatten(IReadOnlyCollection<HeaderParameter>? headers) =>
        headers?.Select(h => KeyValuePair.Create(h.Name, h.Value)) ?? [];

    private static SocketsHttpHandler MakeHandler(TransportOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            // A cookie would take precedence over the token on some servers.
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        if (options.Proxy is { } proxy)
            handler.Proxy = new WebProxy(proxy) { Credentials = options.ProxyCredential };
        else
            handler.DefaultProxyCredentials = options.ProxyCredential;
        if (options.SkipCertificateCheck)
        {
#pragma warning disable CA5359 // The user asked for it, for servers with certificates of their own making.
            handler.SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, _, _, _) => true };
#pragma warning restore CA5359
        }
        if (options.UnixSocket is { } path)
        {
            handler.ConnectCallback = async (_, cancellation) =>
            {
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                try
                {
                    await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellation).ConfigureAwait(false);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }
            };
        }
        return handler;
    }

    // Fresh for every attempt: a RestRequest that runs twice runs its interceptors and reads its streams twice.
    private RestRequest MakeMessage(
        ApiRequest request, Uri uri, IEnumerable<KeyValuePair<string, string>> headers, TimeSpan timeout)
    {
        var message = new RestRequest(uri, Enum.Parse<Method>(request.Method, ignoreCase: true)) { Timeout = timeout };
        foreach (var (name, value) in headers.Concat(request.IsElsewhere ? [] : _headers).Concat(request.Headers))
            message.AddOrUpdateHeader(name, value);
        switch (request.Body)
        {
            case JsonBody json:
                message.AddStringBody(json.Value?.ToJsonString() ?? "null", ContentType.Json);
                break;
            case FormBody form:
                foreach (var (name, value) in form.Fields)
                    message.AddParameter(name, value, ParameterType.GetOrPost);
                break;
            case MultipartBody multipart:
                message.AlwaysMultipartFormData = true;
                foreach (var (name, value) in multipart.Fields)
                    message.AddParameter(name, value, ParameterType.GetOrPost);
                // Names beyond ASCII survive in filename* only.
                foreach (var file in multipart.Files)
                    message.AddFile(file.Field, () => UploadContent.Opened(file.Open), file.Name, options: new FileParameterOptions { DisableFilenameStar = false });
                break;
            case RawBody raw:
                message.AddBody(raw.Content, raw.ContentType);
                break;
        }
        return message;
    }

    private static ChatException TimedOut(Uri uri, TimeSpan timeout) => new(
        ChatErrorReason.Timeout, $"No whole answer came from {uri.Authority} within {timeout.TotalSeconds:0.#} seconds.")
    {
        Advice = "Try again, or allow more time with -Timeout of Connect-ChatService or Set-ChatSession.",
    };

    private static ChatException NotConnected(Uri uri, Exception? cause)
    {
        // Only a failed connect proves that the server did not see the request.
        var neverSent = cause is HttpRequestException
        {
            HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        };
        var what = neverSent ? $"Could not connect to {uri.Authority}" : $"The connection to {uri.Authority} was lost before the answer was complete";
        return new ChatException(ChatErrorReason.ConnectionFailed, $"{what}: {cause?.GetBaseException().Message ?? "no answer"}", cause)
        {
            NeverSent = neverSent,
            Advice = neverSent
                ? "Check the address (-Uri), the network, the proxy (-Proxy) and, for TLS, the server's certificate."
                : "Try again; if it was a write, look first whether it was done.",
        };
    }
}
