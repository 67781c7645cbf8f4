using System.Runtime.CompilerServices;
using System.Text.Json;
using ChatPS.Client.Http;

namespace ChatPS.Client.Paging;

/// <summary>Walks through a list page by page, each fetched when its first item is asked for and not before.</summary>
internal static class PageReader
{
    /// <param name="pager">The list's style.</param>
    /// <param name="request">The list's request, without paging.</param>
    /// <param name="window">The part that is wanted.</param>
    /// <param name="send">Sends a request.</param>
    /// <param name="map">Makes an object of an item; the item is gone when the next page comes.</param>
    /// <param name="cancellation">Ends the walk.</param>
    /// <exception cref="ChatException">A request failed, or the server leads in circles.</exception>
    public static async IAsyncEnumerable<T> ReadAsync<T>(
        Pager pager,
        ApiRequest request,
        PageWindow window,
        Func<ApiRequest, Task<ApiResponse>> send,
        Func<JsonElement, T> map,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var page in ReadPagesAsync(pager, request, window, send, map, cancellation).ConfigureAwait(false))
        {
            foreach (var item in page)
                yield return item;
        }
    }

    /// <summary>The same list in its pages, for callers that look something up for a whole page at once. A page lasts until the next one.</summary>
    public static async IAsyncEnumerable<IEnumerable<T>> ReadPagesAsync<T>(
        Pager pager,
        ApiRequest request,
        PageWindow window,
        Func<ApiRequest, Task<ApiResponse>> send,
        Func<JsonElement, T> map,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!pager.CanOrder)
            window.RefuseOrder();
        if (window.First <= 0)
            yield break;
        var (next, skip) = pager.Begin(request, window);
        var left = window.First ?? long.MaxValue;
        var overlap = new PageOverlap(pager.IdName);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (next is not null)
        {
            if (!seen.Add(Fingerprint(next)))
                throw new ChatException(ChatErrorReason.InvalidResponse, "The server pointed to a page that was read already; the list was ended there.");
            cancellation.ThrowIfCancellationRequested();
            var response = await send(next).ConfigureAwait(false);
            if (response.Content.Length == 0)
                yield break;
            using var body = response.ReadJson();
            var page = pager.Read(next, response, body.RootElement);
            var fresh = overlap.Fresh(page.Items);
            var skipped = (int)Math.Min(skip, fresh.Count);
            var taken = (int)Math.Min(left, fresh.Count - skipped);
            if (taken > 0)
                yield return fresh.Skip(skipped).Take(taken).Select(map);
            (skip, left) = (skip - skipped, left - taken);
            if (left == 0)
                yield break;
            next = fresh.Count == 0 && page.Items.Count > 0 ? null : page.Next;
        }
    }

    // A page is told apart by whatever a pager changes: the address, a header, or the body.
    private static string Fingerprint(ApiRequest request) => string.Join('\n',
    [
        request.Path,
        .. request.Query.Select(q => $"{q.Key}={q.Value}"),
        .. request.Headers.Select(h => $"{h.Key}:{h.Value}"),
        (request.Body as JsonBody)?.Value?.ToJsonString() ?? "",
    ]);
}
