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

    /// <summary>Where the body of a good answer goes instead of into memory.</summary>
    public ApiDownload? Download { get; init; }

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
        var query = string.Join('&', Query.Select(q => $"{Uri.EscapeDataString(q.Key)}={Uri.EscapeDataString(q.Value)}"));
        return new Uri($"{root}/{Path}{(query.Length > 0 ? "?" + query : "")}");
    }
}
