using System.Globalization;
using System.Text.Json;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>
/// Walks through a channel's posts by the post that each page ended with, so that posts written meanwhile do not move
/// the pages: backwards in time, or forwards when the list begins after a post.
/// </summary>
internal sealed class MattermostPostsPager : Pager
{
    private const int MaxSize = 200;

    public override IReadOnlyList<string> Names { get; } = ["page", "per_page"];

    public override (ApiRequest Request, long Skip) Begin(ApiRequest request, PageWindow window) =>
        (request.WithQuery("per_page", window.PageSize(MaxSize).ToString(CultureInfo.InvariantCulture)), window.Skip);

    public override Page Read(ApiRequest request, ApiResponse response, JsonElement body)
    {
        var newestFirst = ListItems.Of(request.Operation, body);
        if (newestFirst.Count == 0)
            return new Page(newestFirst, null);
        // Everything since a time comes in one answer; it has no pages.
        if (request.QueryValue("since") is not null)
            return new Page(newestFirst, null);
        if (request.QueryValue("after") is not null)
        {
            var oldestFirst = newestFirst.Reverse().ToArray();
            return new Page(oldestFirst, request.WithQuery("after", Id(newestFirst[0])));
        }
        return new Page(newestFirst, request.WithoutQuery("page").WithQuery("before", Id(newestFirst[^1])));
    }

    private static string Id(JsonElement post) => post.GetProperty("id").GetString()!;
}
