using System.Text.Json.Nodes;

namespace ChatPS.Tests.Sandbox.HipChat;

public sealed class HistoryTests : HipChatTest
{
    private const string History = "room/Operations/history";

    [Fact]
    public async Task The_recent_history_has_one_page()
    {
        var page = await Ok(Member.Get(History));
        Assert.Equal((75, 75), (page["items"]!.AsArray().Count, (int)page["maxResults"]!));
        Assert.Null(page["startIndex"]);
        Assert.Null(page["links"]!["next"]);
        var dates = Dates(page["items"]!.AsArray());
        Assert.Equal(dates.Order(), dates);
        IsError(await Member.Get(History + "?start-index=75"), 400);
        Assert.Equal(dates.Reverse(), Dates((await Ok(Member.Get(History + "?reverse=false")))["items"]!.AsArray()));
    }

    [Fact]
    public async Task A_range_of_time_is_paged_from_its_end()
    {
        var all = State.FindRoom("Operations")!.Messages;
        var (from, to) = (all[20].Date, all[219].Date);
        var ids = new List<string>();
        var pages = 0;
        for (var next = $"{History}?date={Wire(to)}&end-date={Wire(from)}&reverse=false&max-results=90"; next is not null; pages++)
        {
            var page = await Ok(Member.Get(next));
            ids.AddRange(page["items"]!.AsArray().Select(message => (string)message!["id"]!));
            next = (string?)page["links"]!["next"];
        }

        Assert.Equal(3, pages);
        Assert.Equal(all[20..220].Select(message => message.Id).Reverse(), ids);
        // The oldest of the first page comes first unless told otherwise.
        Assert.Equal(all[210..220].Select(message => message.Id), (await Items(Member.Get($"{History}?date={Wire(to)}&max-results=10"))).Select(message => (string)message["id"]!));
    }

    [Fact]
    public async Task Times_follow_the_zone()
    {
        var message = (await Items(Member.Get(History + "?max-results=1&timezone=Asia/Tokyo")))[0];
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+09:00$", (string)message["date"]!);
        var early = await Items(Member.Get(History + "?date=2026-03-01T19:00:00&timezone=Asia/Tokyo"));
        Assert.All(Dates(early), date => Assert.True(date <= Noon.AddHours(-2)));
        IsError(await Member.Get(History + "?timezone=Nowhere"), 400, "Nowhere");
        IsError(await Member.Get(History + "?date=yesterday"), 400, "date");
    }

    [Fact]
    public async Task The_latest_come_from_a_message_on()
    {
        var all = State.FindRoom("Operations")!.Messages;
        var latest = await Items(Member.Get($"{History}/latest?not-before={all[^5].Id}"));
        Assert.Equal(all[^5..].Select(message => message.Id), latest.Select(message => (string)message["id"]!));
        Assert.Equal(75, (await Items(Member.Get(History + "/latest"))).Count);
        Assert.Equal(120, (await Items(Member.Get(History + "/latest?max-results=120"))).Count);
        IsError(await Member.Get(History + "/latest?not-before=nonsense"), 404, "Message 'nonsense' not found");
    }

    [Fact]
    public async Task What_was_deleted_is_empty_or_left_out()
    {
        var all = State.FindRoom("Operations")!.Messages;
        var gone = all.Find(message => message.IsDeleted)!;
        var path = $"{History}/{gone.Id}";
        Assert.Equal("", (string)(await Ok(Member.Get(path)))["message"]!["message"]!);
        IsError(await Member.Get(path + "?include_deleted=false"), 404);
        Assert.Equal(all.Count(message => !message.IsDeleted), (await Items(Member.Get(History + "/latest?max-results=1000&include_deleted=false"))).Count);
    }

    private static DateTimeOffset[] Dates(IEnumerable<JsonNode?> items) => [.. items.Select(item => (DateTimeOffset)item!["date"]!)];

    private static string Wire(DateTimeOffset time) => Uri.EscapeDataString(time.ToString("o"));
}
