using ChatPS.Sandbox.Platforms.Gitter.Model;

namespace ChatPS.Tests.Sandbox.Gitter;

public sealed class MessagePagingTests : GitterTest
{
    private List<string> All => [.. Messages.Select(message => message.Id)];

    private IEnumerable<GitterMessage> Messages => State.RoomsByUri["northwind-harbor/backend"].Messages.Where(message => message.ParentId is null);

    [Theory]
    [InlineData("", 50)]
    [InlineData("?limit=1", 1)]
    [InlineData("?limit=100", 100)]
    [InlineData("?limit=101", 100)]
    [InlineData("?limit=0", 50)]
    [InlineData("?limit=-3", 50)]
    [InlineData("?limit=many", 50)]
    public async Task The_newest_come_in_order(string query, int count) =>
        Assert.Equal(All[^count..], (await GetAsync(Busiest + "/chatMessages" + query)).Each("id"));

    [Fact]
    public async Task Threads_are_left_out_unless_asked_for()
    {
        Assert.Contains(State.RoomsByUri["northwind-harbor/backend"].Messages, message => message.ParentId is not null);
        var shown = (await GetAsync(Busiest + "/chatMessages?limit=100&includeThreads=true")).List;
        Assert.Contains(shown, message => message!["parentId"] is not null);
    }

    [Fact]
    public async Task Going_back_by_the_oldest_meets_every_message_once()
    {
        var seen = new List<string>();
        var page = (await GetAsync(Busiest + "/chatMessages?limit=30")).Each("id").ToList();
        while (page.Count > 0)
        {
            seen.InsertRange(0, page);
            page = [.. (await GetAsync($"{Busiest}/chatMessages?limit=30&beforeId={page[0]}")).Each("id")];
        }

        Assert.Equal(All, seen);
    }

    [Fact]
    public async Task Going_on_by_the_newest_meets_every_message_once()
    {
        var seen = new List<string> { All[0] };
        while ((await GetAsync($"{Busiest}/chatMessages?limit=30&afterId={seen[^1]}")).Each("id").ToList() is { Count: > 0 } page)
            seen.AddRange(page);
        Assert.Equal(All, seen);
    }

    [Fact]
    public async Task Before_and_after_together_make_a_span() =>
        Assert.Equal(All[11..20], (await GetAsync($"{Busiest}/chatMessages?afterId={All[10]}&beforeId={All[20]}")).Each("id"));

    [Fact]
    public async Task The_middle_is_marked()
    {
        var page = await GetAsync($"{Busiest}/chatMessages?limit=10&aroundId={All[100]}");
        Assert.Equal(All[96..106], page.Each("id"));
        Assert.Equal([All[100]], page.List.Where(message => message!["initial"] is not null).Select(message => (string)message!["id"]!));
        // Without such a message it's the newest ones.
        Assert.Equal(All[^50..], (await GetAsync($"{Busiest}/chatMessages?aroundId={Admin.UserId}")).Each("id"));
    }

    [Fact]
    public async Task An_answer_is_found_around_what_it_answers()
    {
        var answer = State.RoomsByUri["northwind-harbor/backend"].Messages.First(message => message.ParentId is not null);
        var ids = (await GetAsync($"{Busiest}/chatMessages?limit=10&aroundId={answer.Id}")).Each("id").ToList();
        Assert.Contains(answer.ParentId!, ids);
        Assert.Equal(answer.Id, ids[^1]);
    }

    [Fact]
    public async Task Skipping_has_an_end()
    {
        Assert.Equal(All[^15..^5], (await GetAsync(Busiest + "/chatMessages?limit=10&skip=5")).Each("id"));
        Assert.Empty((await GetAsync(Busiest + "/chatMessages?skip=5000")).List);
        (await GetAsync(Busiest + "/chatMessages?skip=5001")).IsError(400, "Bad Request");
    }

    [Theory]
    [InlineData("beforeId")]
    [InlineData("afterId")]
    [InlineData("aroundId")]
    public async Task A_cursor_that_is_no_id_is_a_bad_request(string name) =>
        (await GetAsync($"{Busiest}/chatMessages?{name}=nonsense")).IsError(400, "Bad Request");

    [Fact]
    public async Task Lookups_name_each_sender_once()
    {
        var reply = (await GetAsync(Busiest + "/chatMessages?lookups=user")).Ok;
        var items = reply["items"]!.AsArray();
        var users = reply["lookups"]!["users"]!.AsObject();
        Assert.Equal(50, items.Count);
        Assert.Equal(items.Select(item => (string)item!["fromUser"]!).Distinct().Order(), users.Select(user => user.Key).Order());
        Assert.All(users, user => Assert.Equal(user.Key, (string?)user.Value!["id"]));
    }

    [Fact]
    public async Task Lean_leaves_out_what_is_empty()
    {
        await PostAsync(Busiest, "plain");
        var message = (await GetAsync(Busiest + "/chatMessages?lean=true&limit=1")).List[0]!.AsObject();
        Assert.DoesNotContain(message, member => member.Key is "urls" or "mentions" or "issues" or "meta");
        Assert.Null(message["fromUser"]!["displayName"]);
    }

    [Fact]
    public async Task A_search_finds_words_and_senders_newest_first()
    {
        var first = await PostAsync(Busiest, "zanzibar is an island");
        var second = await PostAsync(Busiest, "An island like Zanzibar", Member);
        Assert.Equal([second, first], (await GetAsync(Busiest + "/chatMessages?q=zanzibar%20island")).Each("id"));
        Assert.Equal([second], (await GetAsync($"{Busiest}/chatMessages?q=zanzibar%20from:{Member.UserName}")).Each("id"));
        Assert.Equal([first], (await GetAsync(Busiest + "/chatMessages?q=zanzibar&limit=1&skip=1")).Each("id"));
        Assert.Equal(["zanzibar"], (await GetAsync(Busiest + "/chatMessages?q=zanzibar")).List[0]!["highlights"]!.AsArray().Select(word => (string?)word));
        Assert.Empty((await GetAsync(Busiest + "/chatMessages?q=zanzibar%20continent")).List);
    }

    [Fact]
    public async Task Page_faults_follow_a_cursor_too()
    {
        Service.Faults.MaxPageSize = 20;
        Assert.Equal(All[^20..], (await GetAsync(Busiest + "/chatMessages?limit=50")).Each("id"));
        Service.Faults.Clear();
        Service.Faults.ShortPage = 1;
        Assert.Equal(50, (await GetAsync(Busiest + "/chatMessages")).List.Count);
        Assert.Equal(All[^99..^50], (await GetAsync($"{Busiest}/chatMessages?beforeId={All[^50]}")).Each("id"));
    }
}
