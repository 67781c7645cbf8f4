using System.Globalization;
using System.Text.Json;
using ChatPS.Client.Http;

namespace ChatPS.Client.Paging;

/// <summary>
/// Pages by a link: an answer that was cut names in its body the address of the next one. Only its query counts; where it leads to is
/// known already. An answer that has no links at all is followed by the offset.
/// </summary>
/// <param name="offsetName">The query's parameter for where to begin.</param>
/// <param name="sizeName">The query's parameter for how many.</param>
/// <param name="maxSize">The largest page.</param>
internal sealed class LinkPager(string offsetName, string sizeName, int maxSize) : Pager
{
    public override IReadOnlyList<string> Names { get; } = [offsetName, sizeName];

    public override (ApiRequest Request, long Skip) Begin(ApiRequest request, PageWindow window)
    {
        var size = (int)Math.Clamp(window.First ?? maxSize, 1, maxSize);
        var sized = request.WithQuery(sizeName, Text(size));
        return (window.Skip > 0 ? sized.WithQuery(offsetName, Text(window.Skip)) : sized, 0);
    }

    public override Page Read(ApiRequest request, ApiResponse response, JsonElement body)
    {
        var items = ListItems.Of(request.Operation, body);
        if (items.Count == 0 || body.ValueKind != JsonValueKind.Object)
            return new Page(items, null);
        if (!body.TryGetProperty("links", out var links) || links.ValueKind != JsonValueKind.Object)
            return new Page(items, request.WithQuery(offsetName, Text(Number(request, offsetName) + items.Count)));
        return new Page(items, links.TryGetProperty("next", out var next) && Uri.TryCreate(next.GetString(), UriKind.RelativeOrAbsolute, out var uri)
            ? Follow(request, uri)
            : null);
    }

    private ApiRequest Follow(ApiRequest request, Uri next)
    {
        var text = next.OriginalString;
        foreach (var pair in text[(text.IndexOf('?', StringComparison.Ordinal) + 1)..].Split('&'))
        {
            if (pair.Split('=', 2) is [var name, var value] && (name == offsetName || name == sizeName))
                request = request.WithQuery(name, Uri.UnescapeDataString(value));
        }
        return request;
    }

    private static long Number(ApiRequest request, string name) => long.TryParse(request.QueryValue(name), CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
