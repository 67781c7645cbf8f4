using System.Text.Json.Nodes;

namespace ChatPS.Tests.Sandbox.Gitter;

public sealed class MessageTests : GitterTest
{
    [Fact]
    public async Task A_message_carries_what_is_read_out_of_it()
    {
        var text = $"@{Member.UserName} <b>see</b> https://example.com/a?b=1&c=2. Is northwind-harbor/backend#12 like #7? `@nobody` and me@example.com";
        var sent = (await CallAsync("POST", Busiest + "/chatMessages", body: new() { ["text"] = text })).Ok;
        Assert.Equal(text, (string?)sent["text"]);
        var html = (string)sent["html"]!;
        Assert.Contains($"""<span data-link-type="mention" data-screen-name="{Member.UserName}" class="mention">@{Member.UserName}</span>""", html, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;", html, StringComparison.Ordinal);
        Assert.Contains("<code>@nobody</code>", html, StringComparison.Ordinal);
        Assert.Equal($$"""[{"screenName":"{{Member.UserName}}","userId":"{{Member.UserId}}","userIds":[]}]""", sent["mentions"]!.ToJsonString());
        Assert.Equal("https://example.com/a?b=1&c=2", (string?)Assert.Single(sent["urls"]!.AsArray())!["url"]);
        Assert.Equal("""[{"number":"12","repo":"northwind-harbor/backend"},{"number":"7"}]""", sent["issues"]!.ToJsonString());
        Assert.Equal("2026-03-01T12:00:00.000Z", (string?)sent["sent"]);
        Assert.Equal("[]", sent["meta"]!.ToJsonString());
        Assert.Equal(0, (int)sent["readBy"]!);
        Assert.Equal(Admin.UserId, (string?)sent["fromUser"]!["id"]);
        Assert.DoesNotContain(sent.AsObject(), member => member.Key is "editedAt" or "parentId" or "threadMessageCount" or "status");
        Assert.Equal(sent.ToJsonString(), (await GetAsync($"{Busiest}/chatMessages/{sent["id"]}")).Text);
    }

    [Fact]
    public async Task A_status_says_so()
    {
        var body = new JsonObject { ["text"] = "waves", ["status"] = true };
        Assert.True((bool)(await CallAsync("POST", Busiest + "/chatMessages", body: body)).Ok["status"]!);
    }

    [Theory]
    [InlineData(4096, 200)]
    [InlineData(4097, 400)]
    [InlineData(0, 400)]
    public async Task A_text_has_a_length(int length, int status) =>
        Assert.Equal(status, (await CallAsync("POST", Busiest + "/chatMessages", body: new() { ["text"] = new string('x', length) })).Status);

    [Fact]
    public async Task What_cannot_be_sent_is_refused()
    {
        (await CallAsync("POST", Busiest + "/chatMessages", body: [])).IsError(400, "Bad Request");
        (await CallAsync("POST", Busiest + "/chatMessages", body: new() { ["text"] = 12 })).IsError(400, "Bad Request");
        (await CallAsync("POST", Busiest + "/chatMessages", body: new() { ["text"] = "x", ["parentId"] = "nonsense" })).IsError(400, "Bad Request");
        (await CallAsync("POST", Busiest + "/chatMessages", body: new() { ["text"] = "x", ["parentId"] = Admin.UserId })).IsError(400, "Bad Request");
        var bridged = new JsonObject { ["text"] = "x", ["virtualUser"] = new JsonObject { ["type"] = "matrix" } };
        (await CallAsync("POST", Busiest + "/chatMessages", body: bridged)).IsError(403, "Forbidden");
        (await CallAsync("POST", Private + "/chatMessages", body: new() { ["text"] = "x" })).IsError(403, "Forbidden");
    }

    [Fact]
    public async Task A_message_is_changed_by_its_sender_for_ten_minutes()
    {
        var path = $"{Busiest}/chatMessages/{await PostAsync(Busiest, "first")}";
        (await CallAsync("PUT", path, Member, new() { ["text"] = "mine" })).IsError(403, "Forbidden");
        Clock.Advance(TimeSpan.FromSeconds(600));
        var changed = (await CallAsync("PUT", path, body: new() { ["text"] = "second" })).Ok;
        Assert.Equal("second", (string?)changed["text"]);
        Assert.Equal("2026-03-01T12:10:00.000Z", (string?)changed["editedAt"]);
        Assert.Equal("2026-03-01T12:00:00.000Z", (string?)changed["sent"]);
        Assert.Equal(2, (int)changed["v"]!);
        Clock.Advance(TimeSpan.FromSeconds(1));
        (await CallAsync("PUT", path, body: new() { ["text"] = "third" })).IsError(400, "Bad Request");
        (await CallAsync("PUT", $"{Busiest}/chatMessages/{Admin.UserId}", body: new() { ["text"] = "x" })).IsError(404, "Not Found");
        (await CallAsync("PUT", $"{Busiest}/chatMessages/nonsense", body: new() { ["text"] = "x" })).IsError(400, "Bad Request");
    }

    [Fact]
    public async Task A_message_is_deleted_by_its_sender_or_an_administrator()
    {
        var own = $"{Busiest}/chatMessages/{await PostAsync(Busiest, "mine")}";
        (await CallAsync("DELETE", own, Member)).IsError(403, "Forbidden");
        var deleted = await CallAsync("DELETE", own);
        Assert.Equal((204, ""), (deleted.Status, deleted.Text));
        (await GetAsync(own)).IsError(404, "Not Found");
        Assert.Equal(204, (await CallAsync("DELETE", $"{Busiest}/chatMessages/{await PostAsync(Busiest, "theirs", Member)}")).Status);
    }

    [Fact]
    public async Task A_message_of_another_room_is_not_found()
    {
        var id = await PostAsync(Busiest, "here");
        (await GetAsync($"v1/rooms/{RoomId("northwind-harbor")}/chatMessages/{id}")).IsError(404, "Not Found");
    }

    [Fact]
    public async Task A_thread_is_counted_listed_and_outlived_by_its_head()
    {
        var parent = await PostAsync(Busiest, "question");
        var first = await PostAsync(Busiest, "answer 1", Member, parent);
        var second = await PostAsync(Busiest, "answer 2", Admin, parent);
        Assert.Equal(2, (int)(await GetAsync($"{Busiest}/chatMessages/{parent}")).Ok["threadMessageCount"]!);
        Assert.Equal([first, second], (await GetAsync($"{Busiest}/chatMessages/{parent}/thread")).Each("id"));
        Assert.Equal([second], (await GetAsync($"{Busiest}/chatMessages/{parent}/thread?limit=1")).Each("id"));
        Assert.Equal([first], (await GetAsync($"{Busiest}/chatMessages/{parent}/thread?beforeId={second}")).Each("id"));
        Assert.Equal([second], (await GetAsync($"{Busiest}/chatMessages/{parent}/thread?afterId={first}")).Each("id"));
        Assert.Equal([parent], (await GetAsync(Busiest + "/chatMessages?limit=1")).Each("id"));
        Assert.Equal([parent, first, second], (await GetAsync(Busiest + "/chatMessages?limit=3&includeThreads=true")).Each("id"));

        await CallAsync("DELETE", $"{Busiest}/chatMessages/{parent}");
        Assert.Equal("", (string?)(await GetAsync($"{Busiest}/chatMessages/{parent}")).Ok["text"]);
        await CallAsync("DELETE", $"{Busiest}/chatMessages/{first}");
        await CallAsync("DELETE", $"{Busiest}/chatMessages/{second}");
        Assert.Equal(0, (int)(await GetAsync($"{Busiest}/chatMessages/{parent}")).Ok["threadMessageCount"]!);
        await CallAsync("DELETE", $"{Busiest}/chatMessages/{parent}");
        (await GetAsync($"{Busiest}/chatMessages/{parent}")).IsError(404, "Not Found");
    }

    [Fact]
    public async Task A_report_is_made_once()
    {
        var path = $"{Busiest}/chatMessages/{await PostAsync(Busiest, "spam", Member)}/report";
        var report = (await CallAsync("POST", path)).Ok;
        Assert.Equal("spam", (string?)report["messageText"]);
        Assert.Equal(Member.UserId, (string?)report["messageUserId"]);
        Assert.Equal((string?)report["id"], (string?)(await CallAsync("POST", path)).Ok["id"]);
    }
}
