using System.Globalization;
using System.Text.Json;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>
/// Walks through a thread from its beginning. Servers that know of pages say whether there is another; older ones send
/// the whole thread at once. Either way the post that was asked for comes first, and with every page.
/// </summary>
internal sealed class MattermostThreadPager : Pager
{
    private const int MaxSize = 200;

    public override (ApiRequest Request, long Skip) Begin(ApiRequest request, PageWindow window) => (request
        .WithQuery("perPage", window.PageSize(MaxSize).ToString(CultureInfo.InvariantCulture))
        .WithQuery("direction", "down"), window.Skip);

    public override Page Read(ApiRequest request, ApiResponse response, JsonElement body)
    {
        var posts = ListItems.Of(request.Operation, body).OrderBy(At).ToArray();
        var hasNext = body.TryGetProperty("has_next", out var more) && more.ValueKind == JsonValueKind.True;
        if (!hasNext || posts is not [.., var last] || Id(last) == request.QueryValue("fromPost"))
            return new Page(posts, null);
        return new Page(posts, request
            .WithQuery("fromPost", Id(last))
            .WithQuery("fromCreateAt", At(last).ToString(CultureInfo.InvariantCulture)));
    }

    private static string Id(JsonElement post) => post.GetProperty("id").GetString()!;

    private static long At(JsonElement post) => post.TryGetProperty("create_at", out var at) ? at.GetInt64() : 0;
}
