using System.Globalization;
using System.Text.Json;
using ChatPS.Client.Http;

namespace ChatPS.Client.Paging;

/// <summary>Pages by a Range header: an answer that was cut says in Next-Range what to ask for next.</summary>
internal sealed class RangePager(string defaultOrder, int pageSize) : Pager
{
    private const string Range = "Range";

    public override IReadOnlyList<string> Names { get; } = [Range];

    public override bool CanOrder => true;

    public override (ApiRequest Request, long Skip) Begin(ApiRequest request, PageWindow window)
    {
        var size = window.PageSize(pageSize).ToString(CultureInfo.InvariantCulture);
        return (request.WithHeader(Range, $"{window.SortBy ?? defaultOrder} ..; max={size}{(window.Descending ? ", order=desc" : "")}"), window.Skip);
    }

    public override Page Read(ApiRequest request, ApiResponse response, JsonElement body) => new(
        ListItems.Of(request.Operation, body),
        response.Header("Next-Range") is { Length: > 0 } next ? request.WithHeader(Range, next) : null);
}
