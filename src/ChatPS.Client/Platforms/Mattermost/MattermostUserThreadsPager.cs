using System.Globalization;
using System.Text.Json;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Walks through the threads that somebody follows, back in the time of their last replies: each page ends at the thread that the next begins before.</summary>
internal sealed class MattermostUserThreadsPager : Pager
{
    private const int MaxSize = 100;

    public static MattermostUserThreadsPager Instance { get; } = new();

    public override (ApiRequest Request, long Skip) Begin(ApiRequest request, PageWindow window) =>
        (request.WithQuery("pageSize", window.PageSize(MaxSize).ToString(CultureInfo.InvariantCulture)), window.Skip);

    public override Page Read(ApiRequest request, ApiResponse response, JsonElement body)
    {
        var threads = ListItems.Of(request.Operation, body);
        var size = int.Parse(request.QueryValue("pageSize")!, CultureInfo.InvariantCulture);
        return new Page(threads, threads.Count < size ? null : request.WithQuery("before", threads[^1].GetProperty("id").GetString()!));
    }
}
