using System.Globalization;
using System.Text.Json;
using ChatPS.Client.Http;

namespace ChatPS.Client.Paging;

/// <summary>Pages by how many items came before: whatever size the server gives a page, the next begins where it ended.</summary>
internal sealed class OffsetPager(string offsetName, string sizeName, int maxSize) : Pager
{
    public override IReadOnlyList<string> Names { get; } = [offsetName, sizeName];

    public override (ApiRequest Request, long Skip) Begin(ApiRequest request, PageWindow window)
    {
        var size = (int)Math.Clamp(window.First ?? maxSize, 1, maxSize);
        return (request
            .WithQuery(sizeName, size.ToString(CultureInfo.InvariantCulture))
            .WithQuery(offsetName, window.Skip.ToString(CultureInfo.InvariantCulture)), 0);
    }

    public override Page Read(ApiRequest request, ApiResponse response, JsonElement body)
    {
        var items = ListItems.Of(request.Operation, body);
        var offset = long.Parse(request.QueryValue(offsetName)!, CultureInfo.InvariantCulture) + items.Count;
        return new Page(items, items.Count == 0
            ? null
            : request.WithQuery(offsetName, offset.ToString(CultureInfo.InvariantCulture)));
    }
}
