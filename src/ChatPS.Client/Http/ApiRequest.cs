using ChatPS.Client.Catalog;

namespace ChatPS.Client.Http;

/// <summary>A request before it is bound to an attempt: everything but the token. Pagers derive the next from the last.</summary>
internal sealed record ApiRequest
{
    public required string Method { get; init; }

    /// <summary>The escaped path below the base address, without a leading slash.</summary>
    public required string Path { get; init; }

    /// <summary>Unescaped; names may repeat.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = [];

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public ApiBody? Body { get; init; }

    /// <summary>The catalog's entry; null for a request of the caller's own making.</summary>
    public Operation? Operation { get; init; }

    /// <summary>Another address than the session's, for the few operations that live on a host of their own.</summary>
    public Uri? Host { get; init; }

    /// <summary>The token it goes with in place of the session's own: somebody else acts.</summary>
    public Secret? Token { get; init; }

    /// <summary>Goes without the session's token: it gets or renews one.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>
    /// A request to an address that an answer gave (a log stream, an upload). It is not the API: no token goes there, and
    /// nothing there counts against the API's limit.
    /// </summary>
    public static ApiRequest Elsewhere(string method, Uri uri) => new()
    {
        Method = method,
        Path = uri.GetComponents(UriComponents.Path, UriFormat.UriEscaped),
        RawQuery = uri.Query.TrimStart('?'),
        Host = new Uri(uri.GetLeftPart(UriPartial.Authority)),
        IsIdempotent = method is "GET" or "PUT",
    };

    /// <summary>A query that is kept as it was given, to the letter.</summary>
    public string? RawQuery { get; private init; }

    /// <summary>Whether it leaves the API for an address that an answer gave.</summary>
    public bool IsElsewhere => Host is not null && Operation is null;

    /// <summary>Where the body of a good answer goes instead of into memory.</summary>
    public ApiDownload? Download { get; init; }

    /// <summary>The request is one to go on as a websocket, and this takes it.</summary>
    public Action<ApiSocket>? Switched { get; init; }

    /// <summary>How long its answer may take; null for as long as any of the session.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Sent twice it does no more than sent once.</summary>
    public required bool IsIdempotent { get; init; }

    /// <summary>The same request with one query parameter set to one value.</summary>
    public ApiRequest WithQuery(string name, string value) =>
        this with { Query = [.. Query.Where(q => q.Key != name), new(name, value)] };

    public ApiRequest WithoutQuery(params ReadOnlySpan<string> names)
    {
        var dropped = names.ToArray();
        return this with { Query = [.. Query.Where(q => !dropped.Contains(q.Key))] };
    }

    public ApiRequest WithHeader(string name, string value) =>
        this with { Headers = [.. Headers.Where(h => !h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)), new(name, value)] };

    public string? QueryValue(string name) => Query.FirstOrDefault(q => q.Key == name).Value;

    /// <summary>The whole address; a base address below a path keeps its path.</summary>
    public Uri ToUri(Uri baseUri)
    {
        var root = (Host ?? baseUri).AbsoluteUri.TrimEnd('/');
        var query = RawQuery ?? string.Join('&', Query.Select(q => $"{Uri.EscapeDataString(q.Key)}={Uri.EscapeDataString(q.Value)}"));
        return new Uri($"{root}/{Path}{(query.Length > 0 ? "?" + query : "")}");
    }
}
