using System.Text.Json;
using System.Text.Json.Nodes;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Platforms.Gitter;
using ChatPS.Client.Platforms.Hathora;
using ChatPS.Client.Platforms.Heroku;
using ChatPS.Client.Platforms.Mattermost;
using ChatPS.Client.Sessions;

namespace ChatPS.Tests.Client;

/// <summary>Every style of list against servers that keep to the rules and servers that don't: nothing dropped, nothing twice, an end.</summary>
public sealed class PagingTests
{
    private const int Size = 200;
    private static readonly int[] Counts = [0, 1, Size - 1, Size, Size + 1, 2 * Size];
    private static readonly string[] Styles = ["page", "body-page", "skip", "posts", "messages", "range", "page-token", "before"];
    private static readonly string[] Manners = ["obeys", "cuts", "short-in-the-middle", "ignores-size"];

    public static TheoryData<string, string, int> Lists()
    {
        var data = new TheoryData<string, string, int>();
        foreach (var style in Styles)
        {
            foreach (var manner in Manners)
            {
                foreach (var count in Counts)
                    data.Add(style, manner, count);
            }
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_list_comes_whole_and_once(string style, string manner, int count)
    {
        using var server = new ListServer(style, manner, count);
        var ids = await server.ListAsync(PageWindow.All);
        Assert.Equal(server.Expected, ids);
    }

    [Theory]
    [InlineData("page")]
    [InlineData("skip")]
    [InlineData("posts")]
    [InlineData("messages")]
    [InlineData("page-token")]
    [InlineData("before")]
    public async Task A_server_that_sends_the_same_page_for_ever_is_left(string style)
    {
        using var server = new ListServer(style, "ignores-page", 50);
        var ids = await server.ListAsync(PageWindow.All);
        Assert.Equal(server.Expected, ids);
        Assert.Equal(2, server.ListRequests);
    }

    [Fact]
    public async Task Cursors_that_go_in_a_circle_end_in_an_error()
    {
        var pages = new Queue<string>(["a", "b", "c", "a"]);
        using var server = new ScriptedServer(r => r.Target.Contains("/users/me", StringComparison.Ordinal)
            ? new("""{"id":"x","username":"x"}""")
            : new($$"""[{"id":"{{Guid.NewGuid()}}"}]"""));
        var connection = await Connections.OpenAsync(ChatPlatform.Mattermost, server.Uri);
        var request = connection.Platform.Call(MattermostOperations.GetUsers).ToRequest();
        var walk = connection.Api.ListAsync(
            request, new CirclePager(pages), PageWindow.All, item => item.GetProperty("id").GetString(), CallContext.Silent).ToListAsync();

        var error = await Assert.ThrowsAsync<ChatException>(() => walk);
        Assert.Equal(ChatErrorReason.InvalidResponse, error.Reason);
    }

    [Theory]
    [InlineData("page", 3, 3, 1)]
    [InlineData("page", 200, 200, 1)]
    [InlineData("page", 201, 200, 2)]
    [InlineData("skip", 3, 3, 1)]
    [InlineData("skip", 101, 100, 2)]
    [InlineData("posts", 5, 5, 1)]
    [InlineData("messages", 5, 5, 1)]
    [InlineData("range", 3, 3, 1)]
    [InlineData("range", 200, 200, 1)]
    [InlineData("range", 201, 200, 2)]
    [InlineData("page-token", 3, 50, 1)]
    [InlineData("page-token", 51, 50, 2)]
    [InlineData("before", 10, 10, 1)]
    [InlineData("before", 11, 10, 2)]
    public async Task First_fetches_no_page_too_many(string style, int first, int pageSize, int requests)
    {
        using var server = new ListServer(style, "obeys", 1000);
        var ids = await server.ListAsync(new PageWindow(first));
        Assert.Equal(server.Expected.Take(first), ids);
        Assert.Equal(requests, server.ListRequests);
        Assert.Equal(pageSize, server.AskedSizes[0]);
    }

    [Theory]
    [InlineData("page")]
    [InlineData("skip")]
    [InlineData("posts")]
    [InlineData("messages")]
    [InlineData("range")]
    [InlineData("page-token")]
    [InlineData("before")]
    public async Task Skip_leaves_out_the_beginning(string style)
    {
        using var server = new ListServer(style, "obeys", 500);
        foreach (var (skip, first) in new[] { (7, 5), (250, 5), (199, 202), (499, 10), (600, 10) })
            Assert.Equal(server.Expected.Skip(skip).Take(first), await server.ListAsync(new PageWindow(first, skip)));
    }

    [Fact]
    public async Task A_whole_list_by_ranges_asks_for_no_page_beyond_its_last()
    {
        using var server = new ListServer("range", "obeys", 1000);
        Assert.Equal(server.Expected, await server.ListAsync(PageWindow.All));
        Assert.Equal(5, server.ListRequests);
    }

    [Fact]
    public async Task An_order_is_the_servers_to_give_or_refused()
    {
        using var ranges = new ListServer("range", "obeys", 300);
        Assert.Equal(ranges.Expected.Reverse(), await ranges.ListAsync(new PageWindow { SortBy = "name", Descending = true }));
        Assert.Equal("name ..; max=200, order=desc", ranges.AskedRanges[0]);

        using var pages = new ListServer("page", "obeys", 10);
        var error = await Assert.ThrowsAsync<ChatException>(() => pages.ListAsync(new PageWindow { SortBy = "name" }));
        Assert.Equal(ChatErrorReason.NotSupported, error.Reason);
        Assert.Equal(0, pages.ListRequests);
    }

    [Fact]
    public async Task First_of_zero_asks_for_nothing()
    {
        using var server = new ListServer("page", "obeys", 10);
        Assert.Empty(await server.ListAsync(new PageWindow(0)));
        Assert.Equal(0, server.ListRequests);
    }

    [Theory]
    [InlineData("page-token")]
    [InlineData("before")]
    public async Task A_list_that_goes_on_by_what_the_answer_says_cannot_be_sorted(string style)
    {
        using var server = new ListServer(style, "obeys", 10);
        var error = await Assert.ThrowsAsync<ChatException>(() => server.ListAsync(new PageWindow { Descending = true }));
        Assert.Equal(ChatErrorReason.NotSupported, error.Reason);
        Assert.Equal(0, server.ListRequests);
    }

    private sealed class CirclePager(Queue<string> cursors) : Pager
    {
        public override (ApiRequest Request, long Skip) Begin(ApiRequest request, PageWindow window) => (request.WithQuery("page", "begin"), 0);

        public override Page Read(ApiRequest request, ApiResponse response, JsonElement body) =>
            new(ListItems.Of(request.Operation, body), request.WithQuery("page", cursors.Dequeue()));
    }

    /// <summary>A server with one list, in the manner of the platform whose style it is.</summary>
    private sealed class ListServer : IDisposable
    {
        private readonly string _style;
        private readonly string _manner;
        private readonly string[] _ids;
        private readonly ScriptedServer _server;

        public ListServer(string style, string manner, int count)
        {
            _style = style;
            _manner = manner;
            _ids = [.. Enumerable.Range(0, count).Select(i => $"{i:d26}")];
            _server = new ScriptedServer(Answer);
        }

        public List<int> AskedSizes { get; } = [];

        public List<string> AskedRanges { get; } = [];

        public int ListRequests => AskedSizes.Count;

        /// <summary>Messages and processes come newest first, everything else in the list's own order.</summary>
        public IEnumerable<string> Expected => _style is "posts" or "messages" or "before" ? _ids.Reverse() : _ids;

        public async Task<List<string>> ListAsync(PageWindow window)
        {
            var connection = await Connections.OpenAsync(
                _style switch { "skip" or "messages" => ChatPlatform.Gitter, "range" => ChatPlatform.Heroku, "page-token" or "before" => ChatPlatform.Hathora, _ => ChatPlatform.Mattermost }, _server.Uri);
            AskedSizes.Clear();
            return await connection.Api.ListAsync(
                Request(connection), window, item => item.GetProperty("id").GetString()!, CallContext.Silent).ToListAsync();
        }

        public void Dispose() => _server.Dispose();

        private ApiRequest Request(Connection connection) => (_style switch
        {
            "page" => connection.Platform.Call(MattermostOperations.GetUsers),
            "body-page" => connection.Platform.Call(MattermostOperations.SearchPosts).Path("team_id", "t").Body("terms", "x").Body("is_or_search", false),
            "posts" => connection.Platform.Call(MattermostOperations.GetPostsForChannel).Path("channel_id", "c"),
            "range" => connection.Platform.Call(HerokuOperations.AppList),
            "page-token" => connection.Platform.Call(HathoraOperations.GetDeployments).Path("appId", "a"),
            "before" => connection.Platform.Call(HathoraOperations.GetLatestProcesses).Path("appId", "a"),
            "skip" => connection.Platform.Call(GitterOperations.ListRoomUsers).Path("roomId", "r"),
            _ => connection.Platform.Call(GitterOperations.ListMessages).Path("roomId", "r"),
        }).ToRequest();

        private ScriptedServer.Answer Answer(ScriptedServer.Received request)
        {
            if (request.Target.EndsWith("/me", StringComparison.Ordinal) || request.Target == "/account")
                return new("""{"id":"x","username":"x"}""");
            if (request.Target == "/orgs/v1")
                return new("""{"orgs":[]}""");
            if (_style is "page-token" or "before")
                return AnswerHathora(request);
            if (_style == "range")
                return AnswerRange(request.Headers["Range"]);
            var body = request.Body.Length > 0 ? JsonNode.Parse(request.Body)! : null;
            var asked = body is not null ? (int)body["per_page"]! : int.Parse(request.Query.GetValueOrDefault("per_page") ?? request.Query["limit"], null);
            AskedSizes.Add(asked);
            var size = _manner switch
            {
                "cuts" => Math.Min(asked, 60),
                "ignores-size" => 300,
                _ => asked,
            };
            var page = _manner == "ignores-page" ? 0 : _style switch
            {
                "page" => int.Parse(request.Query["page"], null) * size,
                "body-page" => (int)body!["page"]! * size,
                "skip" => int.Parse(request.Query["skip"], null),
                _ => (request.Query.GetValueOrDefault("before") ?? request.Query.GetValueOrDefault("beforeId")) is { } before
                    ? _ids.Length - Array.IndexOf(_ids, before) : 0,
            };
            // Cut after counting, as by a filter: what is missing here is not on any page.
            var items = Expected.Skip(page).Take(size).ToList();
            if (_manner == "short-in-the-middle" && page == 0 && _style is "skip" or "posts" or "messages")
                items = [.. items.Take(Math.Max(1, (items.Count + 1) / 2))];
            return new(Wrap(items));
        }

        // "id ]<last>..; max=200": the page begins behind the last one of the page before.
        private ScriptedServer.Answer AnswerRange(string range)
        {
            AskedRanges.Add(range);
            var asked = int.Parse(range.Split("max=")[1].Split(',')[0], null);
            AskedSizes.Add(asked);
            var size = _manner switch { "cuts" => Math.Min(asked, 60), "ignores-size" => 300, _ => asked };
            var ids = (range.Contains("order=desc", StringComparison.Ordinal) ? _ids.Reverse() : _ids).ToArray();
            var begin = range.Split(' ')[1] is ['[' or ']', .. var first] ? Array.IndexOf(ids, first.Split("..")[0]) + 1 : 0;
            var items = ids.Skip(begin).Take(size).ToList();
            if (_manner == "short-in-the-middle" && begin == 0)
                items = [.. items.Take((items.Count + 1) / 2)];
            return begin + items.Count < ids.Length
                ? new(Wrap(items), 206, Headers: new() { ["Next-Range"] = $"{range.Split(' ')[0]} ]{items[^1]}..; {range.Split("; ")[1]}" })
                : new(Wrap(items));
        }

        // The size of a page is the server's own affair here. Of processes several are made within one second, and two in one moment.
        private ScriptedServer.Answer AnswerHathora(ScriptedServer.Received request)
        {
            var size = (_manner, _style) switch { ("cuts", _) => 6, ("ignores-size" or "ignores-page", _) => 300, (_, "before") => 10, _ => 50 };
            AskedSizes.Add(size);
            var given = _manner == "ignores-page" ? null : request.Query.GetValueOrDefault("nextPageToken") ?? request.Query.GetValueOrDefault("before");
            var all = Expected.ToArray();
            var begin = given is null ? 0
                : _style == "page-token" ? int.Parse(given[1..], null)
                : Array.FindIndex(all, id => CreatedAt(id).ToUnixTimeMilliseconds() / 1000m < decimal.Parse(given, System.Globalization.CultureInfo.InvariantCulture));
            var items = begin < 0 ? [] : all.Skip(begin).Take(size).ToList();
            if (_manner == "short-in-the-middle" && begin == 0)
                items = [.. items.Take((items.Count + 1) / 2)];
            var nodes = new JsonArray([.. items.Select(id => (JsonNode?)new JsonObject { ["id"] = id, ["createdAt"] = CreatedAt(id).ToString("O") })]);
            if (_style == "before")
                return new(nodes.ToJsonString());
            var page = new JsonObject { ["deployments"] = nodes };
            if (begin + items.Count < all.Length || _manner == "ignores-page")
                page["nextPageToken"] = $"t{begin + items.Count}";
            return new(page.ToJsonString());
        }

        private static DateTimeOffset CreatedAt(string id) => DateTimeOffset.UnixEpoch.AddMilliseconds(1_700_000_000_000 + (int.Parse(id, null) / 2 * 400));

        private string Wrap(List<string> ids)
        {
            var items = ids.Select(id => (JsonNode?)new JsonObject { ["id"] = id }).ToArray();
            return (_style switch
            {
                "posts" or "body-page" => new JsonObject
                {
                    ["order"] = new JsonArray([.. ids.Select(id => (JsonNode?)id)]),
                    ["posts"] = new JsonObject(items.Select(i => KeyValuePair.Create((string)i!["id"]!, (JsonNode?)i!.DeepClone()))),
                },
                "messages" => new JsonArray([.. items.Reverse()]),
                _ => (JsonNode)new JsonArray(items),
            }).ToJsonString();
        }
    }
}
