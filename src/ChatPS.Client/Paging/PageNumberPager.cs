using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatPS.Client.Http;

namespace ChatPS.Client.Paging;

/// <summary>
/// Pages by number. A page that is shorter than asked for proves nothing, since servers cut pages and filter them
/// after counting: only an empty one ends the list.
/// </summary>
internal sealed class PageNumberPager(string pageName, string sizeName, int maxSize, bool inBody = false) : Pager
{
    public override IReadOnlyList<string> Names { get; } = [pageName, sizeName];

    public override (ApiRequest Request, long Skip) Begin(ApiRequest request, PageWindow window)
    {
        var size = window.PageSize(maxSize);
        return (With(request, sizeName, size) is var sized ? With(sized, pageName, (int)(window.Skip / size)) : request, window.Skip % size);
    }

    public override Page Read(ApiRequest request, ApiResponse response, JsonElement body)
    {
        var items = ListItems.Of(request.Operation, body);
        return new Page(items, items.Count == 0 ? null : With(request, pageName, Number(request) + 1));
    }

    private int Number(ApiRequest request) => inBody
        ? ((JsonBody)request.Body!).Value![pageName]!.GetValue<int>()
        : int.Parse(request.QueryValue(pageName)!, CultureInfo.InvariantCulture);

    private ApiRequest With(ApiRequest request, string name, int value)
    {
        if (!inBody)
            return request.WithQuery(name, value.ToString(CultureInfo.InvariantCulture));
        var members = (JsonObject?)(request.Body as JsonBody)?.Value?.DeepClone() ?? [];
        members[name] = value;
        return request with { Body = new JsonBody(members) };
    }
}
