using System.Globalization;
using System.Text.Json;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>
/// Walks through a channel's posts by a post near the end of each page, so that posts written meanwhile do not move
/// the pages: backwards in time, or forwards when the list begins after a post.
/// </summary>
/// <remarks>
/// To the server, before and after mean an earlier and a later millisecond, and imported or scripted posts often share
/// one. So the next page begins at the last post of another millisecond than the page's end, and overlaps by the few
/// posts of that end; the reader leaves out what it had.
/// </remarks>
internal sealed class MattermostPostsPager : Pager
{
    private const int MaxSize = 200;

    public override IReadOnlyList<string> Names { get; } = ["page", "per_page"];

    public override (ApiRequest Request, long Skip) Begin(ApiRequest request, PageWindow window) =>
        (request.WithQuery("per_page", window.PageSize(MaxSize).ToString(CultureInfo.InvariantCulture)), window.Skip);

    public override Page Read(ApiRequest request, ApiResponse response, JsonElement body)
    {
        // Every answer is newest first.
        var posts = ListItems.Of(request.Operation, body);
        var isForwards = request.QueryValue("after") is not null;
        if (isForwards)
            posts = [.. posts.Reverse()];
        // Everything since a time comes in one answer; it has no pages.
        if (posts.Count == 0 || request.QueryValue("since") is not null)
            return new Page(posts, null);

        var end = At(posts[^1]);
        var last = end is null ? posts[^1] : posts.LastOrDefault(post => At(post) != end);
        return new Page(posts, last.ValueKind == JsonValueKind.Undefined
            ? NextNumber(request)
            : request.WithoutQuery("page").WithQuery(isForwards ? "after" : "before", last.GetProperty("id").GetString()!));
    }

    // A page of posts of one millisecond has nothing to go on from but its number.
    private static ApiRequest NextNumber(ApiRequest request)
    {
        var number = int.Parse(request.QueryValue("page") ?? "0", CultureInfo.InvariantCulture);
        return request.WithQuery("page", (number + 1).ToString(CultureInfo.InvariantCulture));
    }

    private static long? At(JsonElement post) => post.TryGetProperty("create_at", out var at) ? at.GetInt64() : null;
}
