using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ChatPS.Client.Catalog;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Platforms.Gitter;
using ChatPS.Client.Platforms.Mattermost;

namespace ChatPS.Tests.Paging;

public sealed class MessagePagerTests
{
    private const int ServersMost = 5;

    public static TheoryData<int, int> Rooms { get; } = new()
    {
        { 0, 1 }, { 1, 1 }, { 4, 1 }, { 5, 1 }, { 6, 1 }, { 10, 1 }, { 11, 1 }, { 23, 1 },
        { 5, 3 }, { 12, 3 }, { 23, 4 }, { 12, 12 },
    };

    [Theory]
    [MemberData(nameof(Rooms))]
    public async Task Mattermost_posts_come_each_once_however_many_share_a_millisecond(int count, int sharing)
    {
        var posts = Posts(count, sharing);
        var (backwards, _) = await ReadPostsAsync(posts, [], new PageWindow());
        Assert.Equal(posts.Select(p => p.Id).Reverse(), backwards);
        var (forwards, _) = await ReadPostsAsync([("start", 0), .. posts], [new("after", "start")], new PageWindow());
        Assert.Equal(posts.Select(p => p.Id), forwards);
    }

    [Fact]
    public async Task Mattermost_pages_do_not_move_when_posts_are_written_meanwhile()
    {
        var posts = Posts(12, 1);
        var room = new List<(string Id, long At)>(posts);
        var (read, _) = await ReadPostsAsync(room, [], new PageWindow(), afterEach: () => room.Add(($"new{room.Count}", room[^1].At + 1)));
        Assert.Equal(posts.Select(p => p.Id).Reverse(), read);
    }

    [Fact]
    public async Task Mattermost_fetches_no_page_too_many()
    {
        var (read, requests) = await ReadPostsAsync(Posts(20, 1), [], new PageWindow(First: 5));
        Assert.Equal((5, 1), (read.Count, requests));
        (read, requests) = await ReadPostsAsync(Posts(20, 1), [], new PageWindow(First: 2, Skip: 2));
        Assert.Equal(["p17", "p16"], read);
        Assert.Equal(1, requests);
    }

    [Fact]
    public async Task A_thread_of_pages_has_its_first_post_once()
    {
        var posts = Posts(9, 1);
        var request = Request("Mattermost", "GetPostThread");
        var read = await CollectAsync(new MattermostThreadPager(), request, new PageWindow(), next =>
        {
            var from = next.QueryValue("fromPost");
            var replies = posts.Skip(1).SkipWhile(p => from is not null && p.Id != from).Skip(from is null ? 0 : 1).Take(3).ToArray();
            return PostList([posts[0], posts[0], .. replies], hasNext: replies.LastOrDefault().Id is { } last && last != posts[^1].Id);
        });
        Assert.Equal(posts.Select(p => p.Id), read);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(99)]
    [InlineData(100)]
    [InlineData(101)]
    [InlineData(250)]
    public async Task Gitter_messages_come_each_once_in_both_directions(int count)
    {
        var ids = Enumerable.Range(1, count).Select(n => n.ToString("x24", System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        Task<List<string>> Read(string? after) => CollectAsync(
            new GitterMessagesPager(),
            after is null ? Request("Gitter", "ListMessages") : Request("Gitter", "ListMessages").WithQuery("afterId", after),
            new PageWindow(),
            next =>
            {
                var limit = int.Parse(next.QueryValue("limit")!, System.Globalization.CultureInfo.InvariantCulture);
                var page = next.QueryValue("afterId") is { } from
                    ? ids.Where(id => string.CompareOrdinal(id, from) > 0).Take(limit)
                    : ids.Where(id => next.QueryValue("beforeId") is not { } before || string.CompareOrdinal(id, before) < 0).TakeLast(limit);
                return new JsonArray([.. page.Select(id => new JsonObject { ["id"] = id })]);
            });
        Assert.Equal(ids.Reverse(), await Read(null));
        Assert.Equal(ids, await Read(new string('0', 24)));
    }

    private static (string Id, long At)[] Posts(int count, int sharing) =>
        [.. Enumerable.Range(0, count).Select(n => ($"p{n}", 1000L + (n / sharing)))];

    // Before and after mean another millisecond, pages are counted from there, and a page is never larger than the server likes.
    private static async Task<(List<string> Ids, int Requests)> ReadPostsAsync(
        IReadOnlyList<(string Id, long At)> room, KeyValuePair<string, string>[] query, PageWindow window, Action? afterEach = null)
    {
        var requests = 0;
        var request = Request("Mattermost", "GetPostsForChannel") with { Query = query };
        var ids = await CollectAsync(new MattermostPostsPager(), request, window, next =>
        {
            requests++;
            long? At(string name) => next.QueryValue(name) is { } id ? room.First(p => p.Id == id).At : null;
            int Number(string name) => int.Parse(next.QueryValue(name) ?? "0", System.Globalization.CultureInfo.InvariantCulture);
            var size = Math.Min(ServersMost, Number("per_page"));
            var (before, after) = (At("before"), At("after"));
            var fitting = after is not null ? room.Where(p => p.At > after) : room.Where(p => before is null || p.At < before).Reverse();
            var page = fitting.Skip(size * Number("page")).Take(size).ToArray();
            var answer = PostList(after is null ? page : [.. page.Reverse()], hasNext: null);
            afterEach?.Invoke();
            return answer;
        });
        return (ids, requests);
    }

    private static JsonObject PostList(IReadOnlyList<(string Id, long At)> posts, bool? hasNext)
    {
        var list = new JsonObject
        {
            ["order"] = new JsonArray([.. posts.Select(p => JsonValue.Create(p.Id))]),
            ["posts"] = new JsonObject(posts.Distinct().Select(p =>
                KeyValuePair.Create(p.Id, (JsonNode?)new JsonObject { ["id"] = p.Id, ["create_at"] = p.At }))),
        };
        if (hasNext is { } more)
            list["has_next"] = more;
        return list;
    }

    private static ApiRequest Request(string platform, string operation) => new()
    {
        Method = "GET",
        Path = "list",
        Operation = OperationCatalog.Load(platform)[operation],
        IsIdempotent = true,
    };

    private static async Task<List<string>> CollectAsync(Pager pager, ApiRequest request, PageWindow window, Func<ApiRequest, JsonNode> answer)
    {
        var result = new List<string>();
        var items = PageReader.ReadAsync(
            pager,
            request,
            window,
            next => Task.FromResult(new ApiResponse { Status = HttpStatusCode.OK, Headers = [], Content = Encoding.UTF8.GetBytes(answer(next).ToJsonString()) }),
            item => item.GetProperty("id").GetString()!,
            CancellationToken.None);
        await foreach (var item in items)
            result.Add(item);
        return result;
    }
}
