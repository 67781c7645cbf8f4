using System.Globalization;
using System.Text.Json;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Platforms.Gitter;

/// <summary>
/// Walks through a room's messages or events. Every answer is oldest first; the walk goes backwards in time from the newest, or
/// forwards when it begins after a message.
/// </summary>
internal sealed class GitterMessagesPager : Pager
{
    private const int MaxSize = 100;

    public override IReadOnlyList<string> Names { get; } = ["limit", "skip"];

    public override (ApiRequest Request, long Skip) Begin(ApiRequest request, PageWindow window) =>
        (request.WithQuery("limit", window.PageSize(MaxSize).ToString(CultureInfo.InvariantCulture)), window.Skip);

    public override Page Read(ApiRequest request, ApiResponse response, JsonElement body)
    {
        var oldestFirst = ListItems.Of(request.Operation, body);
        if (oldestFirst.Count == 0)
            return new Page(oldestFirst, null);
        if (request.QueryValue("afterId") is not null)
            return new Page(oldestFirst, request.WithQuery("afterId", Id(oldestFirst[^1])));
        // What surrounds a message, or matches a search, is one answer.
        if (request.QueryValue("aroundId") is not null || request.QueryValue("q") is not null)
            return new Page(oldestFirst, null);
        return new Page(oldestFirst.Reverse().ToArray(), request.WithoutQuery("skip").WithQuery("beforeId", Id(oldestFirst[0])));
    }

    private static string Id(JsonElement message) => message.GetProperty("id").GetString()!;
}
