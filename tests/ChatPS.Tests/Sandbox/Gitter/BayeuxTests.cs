using System.Text;
using System.Text.Json.Nodes;

namespace ChatPS.Tests.Sandbox.Gitter;

/// <summary>The Faye endpoint: handshake, subscriptions with what is there, and news by long polling.</summary>
public sealed class BayeuxTests : GitterTest
{
    private string Channel => $"/api{Busiest}/chatMessages";

    [Fact]
    public async Task Who_has_a_token_is_let_in()
    {
        var shaken = (await SayAsync(Handshake(Admin.Token)))[0]!;
        Assert.True((bool)shaken["successful"]!);
        Assert.Equal("1", (string?)shaken["id"]);
        Assert.Equal("retry", (string?)shaken["advice"]!["reconnect"]);
        Assert.Equal(State.UserByName(Admin.UserName)!.Id, (string?)shaken["ext"]!["userId"]);
        var refused = (await SayAsync(Handshake("0000")))[0]!;
        Assert.False((bool)refused["successful"]!);
        Assert.StartsWith("401:", (string?)refused["error"], StringComparison.Ordinal);
        Assert.Equal("none", (string?)refused["advice"]!["reconnect"]);
    }

    [Fact]
    public async Task A_subscription_begins_with_what_is_there_unless_nobody_wants_it()
    {
        var id = await EnterAsync();
        var last = await PostAsync(Busiest, "last");
        var some = (await SayAsync(Subscribe(id, Channel, new JsonObject { ["limit"] = 3 })))[0]!;
        Assert.Equal(3, some["ext"]!["snapshot"]!.AsArray().Count);
        Assert.Equal(last, (string?)some["ext"]!["snapshot"]![2]!["id"]);
        Assert.Null((await SayAsync(Subscribe(id, Channel, JsonValue.Create(false))))[0]!["ext"]);
        Assert.Null((await SayAsync(Subscribe(id, "/api" + Busiest, null)))[0]!["ext"]);
        Assert.NotNull((await SayAsync(Subscribe(id, "/api" + Busiest, JsonValue.Create(true))))[0]!["ext"]!["snapshot"]!["topic"]);
        var me = State.UserByName(Admin.UserName)!.Id;
        foreach (var channel in new[] { $"/api/v1/user/{me}/rooms", $"/api/v1/user/{me}{Busiest[3..]}/unreadItems", $"/api{Busiest}/users", $"/api{Busiest}/events", $"{Channel}/{last}/readBy" })
            Assert.NotNull((await SayAsync(Subscribe(id, channel, null)))[0]!["ext"]!["snapshot"]);
    }

    [Fact]
    public async Task What_one_may_not_hear_is_refused()
    {
        var id = await EnterAsync();
        var other = State.UserByName(Member.UserName)!.Id;
        var answers = await SayAsync(
            Subscribe(id, $"/api{Private}/chatMessages", null), Subscribe(id, $"/api/v1/user/{other}", null), Subscribe(id, "/api/v1/rooms/nonsense", null),
            Subscribe("nobody", Channel, null), new JsonObject { ["channel"] = Channel, ["clientId"] = id, ["data"] = new JsonObject() });
        Assert.Equal(["403", "403", "404", "401", "403"], answers.Select(answer => ((string)answer!["error"]!)[..3]));
        Assert.Equal("handshake", (string?)answers[3]!["advice"]!["reconnect"]);
    }

    [Fact]
    public async Task News_wait_for_the_question_and_the_question_for_news()
    {
        var id = await EnterAsync();
        await SayAsync(Subscribe(id, Channel, null));
        var first = await PostAsync(Busiest, "one");
        await PostAsync("/v1/rooms/" + RoomId("northwind-harbor"), "elsewhere");
        var second = await PostAsync(Busiest, "two");
        var news = (await SayAsync(Connect(id))).Skip(1).ToArray();
        Assert.Equal([first, second], news.Select(item => (string?)item!["data"]!["model"]!["id"]));
        Assert.All(news, item => Assert.Equal((Channel, "create", null), ((string?)item!["channel"], (string?)item["data"]!["operation"], item["data"]!["model"]!["unread"])));

        var waiting = SayAsync(Connect(id));
        await CallAsync("PUT", $"{Busiest}/chatMessages/{first}", body: new JsonObject { ["text"] = "changed" });
        var change = (await waiting)[1]!["data"]!;
        Assert.Equal(("update", "changed"), ((string?)change["operation"], (string?)change["model"]!["text"]));
        await CallAsync("DELETE", $"{Busiest}/chatMessages/{second}");
        Assert.Equal($$$"""{"operation":"remove","model":{"id":"{{{second}}}"}}""", (await SayAsync(Connect(id)))[1]!["data"]!.ToJsonString());
    }

    [Fact]
    public async Task A_question_that_may_not_wait_is_answered_at_once_with_what_came_beside_it()
    {
        var id = await EnterAsync();
        var connect = Connect(id);
        connect["advice"] = new JsonObject { ["timeout"] = 0 };
        var answers = await SayAsync(connect, Subscribe(id, Channel, null)).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(["/meta/connect", "/meta/subscribe"], answers.Select(answer => (string?)answer!["channel"]));
    }

    [Fact]
    public async Task A_question_is_answered_when_its_time_is_up_and_a_forgotten_client_must_begin_anew()
    {
        var id = await EnterAsync();
        var waiting = SayAsync(Connect(id));
        await Pump.UntilAsync(waiting, () => Clock.Advance(TimeSpan.FromSeconds(45)));
        Assert.True((bool)Assert.Single(await waiting)!["successful"]!);

        waiting = SayAsync(Connect(id));
        await Pump.UntilAsync(waiting, Service.Faults.EndStreams);
        Assert.Equal("handshake", (string?)Assert.Single(await waiting)!["advice"]!["reconnect"]);
        Assert.False((bool)(await SayAsync(Connect(id)))[0]!["successful"]!);
    }

    [Fact]
    public async Task Rooms_members_and_what_is_unread_are_told()
    {
        var me = State.UserByName(Admin.UserName)!.Id;
        var id = await EnterAsync();
        await SayAsync(
            Subscribe(id, "/api" + Busiest, null), Subscribe(id, $"/api{Busiest}/users", null), Subscribe(id, $"/api/v1/user/{me}/rooms", null),
            Subscribe(id, $"/api/v1/user/{me}{Busiest[3..]}/unreadItems", null));
        await CallAsync("PUT", Busiest, body: new JsonObject { ["topic"] = "new" });
        Assert.Equal("new", (string?)(await NextAsync(id))[0]["data"]!["model"]!["topic"]);
        var message = await PostAsync(Busiest, $"for @{Admin.UserName}", Member);
        var unread = await NextAsync(id);
        Assert.Equal($$"""{"chat":["{{message}}"],"mention":["{{message}}"]}""", unread[0]["data"]!["items"]!.ToJsonString());
        Assert.Equal(RoomIdOf(Busiest), (string?)unread[1]["data"]!["model"]!["id"]);
        await CallAsync("DELETE", $"/v1/user/me{Busiest[3..]}/unreadItems/all");
        Assert.Equal(["mark_all_read", null], (await NextAsync(id)).Select(item => (string?)item["data"]!["notification"]));
        var member = State.UserByName(Member.UserName)!;
        await CallAsync("DELETE", $"{Busiest}/users/{member.Id}");
        await CallAsync("POST", $"{Busiest}/users", body: new JsonObject { ["username"] = member.UserName });
        Assert.Equal(["remove", "create"], (await NextAsync(id)).Select(item => (string?)item["data"]!["operation"]));
        await SayAsync(new JsonObject { ["channel"] = "/meta/disconnect", ["clientId"] = id });
        Assert.False((bool)(await SayAsync(Connect(id)))[0]!["successful"]!);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("[]")]
    public async Task What_is_no_message_is_refused(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "bayeux") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        Assert.Equal(400, (await SendAsync(request)).Status);
    }

    private static string RoomIdOf(string path) => path.Split('/')[^1];

    private static JsonObject Handshake(string token) => new()
    {
        ["channel"] = "/meta/handshake",
        ["id"] = "1",
        ["version"] = "1.0",
        ["supportedConnectionTypes"] = new JsonArray("long-polling"),
        ["ext"] = new JsonObject { ["token"] = token },
    };

    private static JsonObject Connect(string id) => new() { ["channel"] = "/meta/connect", ["clientId"] = id, ["connectionType"] = "long-polling" };

    private static JsonObject Subscribe(string id, string channel, JsonNode? snapshot)
    {
        var message = new JsonObject { ["channel"] = "/meta/subscribe", ["clientId"] = id, ["subscription"] = channel };
        if (snapshot is not null)
            message["ext"] = new JsonObject { ["snapshot"] = snapshot };
        return message;
    }

    private async Task<string> EnterAsync() => (string)(await SayAsync(Handshake(Admin.Token)))[0]!["clientId"]!;

    private async Task<JsonNode[]> NextAsync(string id) => [.. (await SayAsync(Connect(id))).Skip(1).Select(item => item!)];

    private async Task<JsonArray> SayAsync(params JsonObject[] messages)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "bayeux")
        {
            Content = new StringContent(new JsonArray([.. messages]).ToJsonString(), Encoding.UTF8, "application/json"),
        };
        return (await SendAsync(request)).List;
    }
}
