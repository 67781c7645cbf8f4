using System.Text.Json.Nodes;

namespace ChatPS.Tests.Sandbox.Gitter;

public sealed class UnreadTests : GitterTest
{
    private string Items => $"v1/user/{Member.UserId}/rooms/{Busiest[^24..]}/unreadItems";

    [Fact]
    public async Task New_messages_are_unread_until_marked()
    {
        await CallAsync("DELETE", Items + "/all", Member);
        Assert.Equal("""{"chat":[],"mention":[]}""", (await GetAsync(Items, Member)).Text);
        var plain = await PostAsync(Busiest, "something");
        var mention = await PostAsync(Busiest, $"@{Member.UserName.ToUpperInvariant()} something");
        await PostAsync(Busiest, "my own", Member);
        Assert.Equal($$"""{"chat":["{{plain}}","{{mention}}"],"mention":["{{mention}}"]}""", (await GetAsync(Items, Member)).Text);
        var room = (await GetAsync(Busiest, Member)).Ok;
        Assert.Equal((2, 1), ((int)room["unreadItems"]!, (int)room["mentions"]!));
        Assert.True((bool)(await GetAsync($"{Busiest}/chatMessages/{plain}", Member)).Ok["unread"]!);
        Assert.False((bool)(await GetAsync($"{Busiest}/chatMessages/{plain}")).Ok["unread"]!);

        var marked = await CallAsync("POST", Items, Member, new() { ["chat"] = new JsonArray(mention) });
        Assert.Equal("""{"success":true}""", marked.Text);
        Assert.Equal($$"""{"chat":["{{plain}}"],"mention":[]}""", (await GetAsync(Items, Member)).Text);
        Assert.Equal([Member.UserId], (await GetAsync($"{Busiest}/chatMessages/{mention}/readBy")).Each("id"));
        Assert.Equal(1, (int)(await GetAsync($"{Busiest}/chatMessages/{mention}")).Ok["readBy"]!);
    }

    [Fact]
    public async Task The_first_unread_is_a_place_to_begin()
    {
        await CallAsync("DELETE", Items + "/all", Member);
        var id = await PostAsync(Busiest, "news");
        for (var i = 0; i < 60; i++)
            await PostAsync(Busiest, "more");
        var ids = (await GetAsync(Busiest + "/chatMessages?marker=first-unread&limit=10", Member)).Each("id").ToList();
        Assert.Equal(id, ids[4]);
    }

    [Fact]
    public async Task Marking_nothing_is_a_bad_request()
    {
        (await CallAsync("POST", Items, Member, [])).IsError(400, "Bad Request");
        (await CallAsync("POST", Items, Member, new() { ["chat"] = new JsonArray() })).IsError(400, "Bad Request");
        (await CallAsync("POST", Items, Member, new() { ["chat"] = new JsonArray("nonsense") })).IsError(400, "Bad Request");
        (await CallAsync("DELETE", Items + "/some", Member)).IsError(404, "Not Found");
    }

    [Fact]
    public async Task How_far_somebody_came_is_remembered()
    {
        var message = State.RoomsByUri["northwind-harbor/backend"].Messages[3];
        var reply = await CallAsync("PUT", $"{Items}/{message.Id}", Member);
        Assert.Equal((200, "OK"), (reply.Status, reply.Text));
        Assert.Equal(message.Sent.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", null), (string?)(await GetAsync(Busiest, Member)).Ok["lastAccessTime"]);
        (await CallAsync("PUT", $"{Items}/ffffffff0000000000000000", Member)).IsError(400, "Bad Request");
    }

    [Fact]
    public async Task The_sum_lists_rooms_with_something_unread()
    {
        var rooms = (await GetAsync("v1/user/me/unreadItems", Member)).List;
        Assert.NotEmpty(rooms);
        Assert.All(rooms, room => Assert.True((int)room!["unreadItems"]! > 0));
        await CallAsync("DELETE", Items + "/all", Member);
        Assert.DoesNotContain(Busiest[^24..], (await GetAsync("v1/user/me/unreadItems", Member)).Each("id"));
    }

    [Fact]
    public async Task A_muted_room_counts_mentions_only()
    {
        await CallAsync("DELETE", Items + "/all", Member);
        var settings = Items.Replace("unreadItems", "settings/notifications", StringComparison.Ordinal);
        await CallAsync("PUT", settings, Member, new() { ["mode"] = "mute" });
        Clock.Advance(TimeSpan.FromMinutes(1));
        await PostAsync(Busiest, "something");
        await PostAsync(Busiest, "@/all something");
        var mention = await PostAsync(Busiest, $"@{Member.UserName} something");
        Assert.Equal($$"""{"chat":["{{mention}}"],"mention":["{{mention}}"]}""", (await GetAsync(Items, Member)).Text);
        var room = (await GetAsync(Busiest, Member)).Ok;
        Assert.True((bool)room["lurk"]! && (bool)room["activity"]!);
    }
}
