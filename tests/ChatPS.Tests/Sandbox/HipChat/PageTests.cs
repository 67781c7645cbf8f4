namespace ChatPS.Tests.Sandbox.HipChat;

public sealed class PageTests : HipChatTest
{
    [Fact]
    public async Task A_page_has_links_to_those_around_it()
    {
        var page = await Ok(Admin.Get("user?start-index=5&max-results=10"));
        Assert.Equal((5, 10), ((int)page["startIndex"]!, (int)page["maxResults"]!));
        var links = page["links"]!;
        Assert.Equal($"{Service.BaseUri}v2/user?start-index=5&max-results=10", (string)links["self"]!);
        Assert.Equal($"{Service.BaseUri}v2/user?start-index=0&max-results=10", (string)links["prev"]!);
        Assert.Equal($"{Service.BaseUri}v2/user?start-index=15&max-results=10", (string)links["next"]!);
        var whole = await Ok(Admin.Get("user"));
        Assert.Equal((0, 100), ((int)whole["startIndex"]!, (int)whole["maxResults"]!));
        Assert.Equal(["self"], whole["links"]!.AsObject().Select(link => link.Key));
    }

    [Fact]
    public async Task Following_the_links_brings_everybody_once()
    {
        Service.Faults.MaxPageSize = 4;
        Service.Faults.ShortPage = 1;
        var ids = new List<long>();
        for (var next = "user?max-results=7&include-guests=true"; next is not null;)
        {
            var page = await Ok(Admin.Get(next));
            ids.AddRange(page["items"]!.AsArray().Select(user => (long)user!["id"]!));
            next = (string?)page["links"]!["next"];
        }

        // The short page lacks one on purpose.
        Assert.Equal(State.Users.Values.Count(user => !user.IsDeleted) - 1, ids.Distinct().Count());
    }

    [Theory]
    [InlineData("max-results=1001")]
    [InlineData("max-results=-1")]
    [InlineData("max-results=many")]
    [InlineData("start-index=-1")]
    [InlineData("include-guests=maybe")]
    public async Task A_strange_page_is_refused(string query) => IsError(await Admin.Get("user?" + query), 400, query[..query.IndexOf('=', StringComparison.Ordinal)]);

    [Fact]
    public async Task Things_come_whole_when_asked_for()
    {
        Assert.Null((await Items(Admin.Get("room?max-results=1")))[0]["topic"]);
        var room = (await Items(Admin.Get("room?max-results=1&expand=items.owner")))[0];
        Assert.Equal("All systems are up", (string)room["topic"]!);
        Assert.Equal(Service.Admin.Email, (string)room["owner"]!["email"]!);
        Assert.Null(room["owner"]!["group"]!["subdomain"]);
        Assert.Null(room["statistics"]!["messages_sent"]);
        room = await Ok(Admin.Get("room/Operations?expand=statistics,owner.group,participants"));
        Assert.Equal(250, (int)room["statistics"]!["messages_sent"]!);
        Assert.Equal("northwind-harbor", (string)room["owner"]!["group"]!["subdomain"]!);
        Assert.NotNull(room["participants"]![0]!["presence"]);
    }
}
