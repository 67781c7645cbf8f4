using System.Text.Json.Nodes;

namespace ChatPS.Tests.Sandbox.HipChat;

public sealed class ExtensionTests : HipChatTest
{
    public static TheoryData<string, string, string> Extensions => new()
    {
        { "action", """{"name":{"value":"Remind"},"target":"remind","location":"hipchat.message.action","weight":5}""", "location" },
        { "dialog", """{"title":{"value":"Remind"},"url":"https://bot.example.com/d"}""", "title" },
        { "externalPage", """{"name":{"value":"Site"},"url":"https://example.com"}""", "url" },
        { "glance", """{"name":{"value":"T"},"icon":{"url":"https://example.com/i.png","url@2x":"https://example.com/j.png"},"target":{"key":"t"}}""", "icon" },
        { "webPanel", """{"name":{"value":"T"},"url":"https://example.com/p","location":"hipchat.sidebar.right"}""", "name" },
    };

    [Theory]
    [MemberData(nameof(Extensions))]
    public async Task One_is_kept_as_it_was_sent(string kind, string body, string needed)
    {
        foreach (var where in new[] { "", "room/Operations/" })
        {
            var path = $"{where}extension/{kind}/mine";
            var sent = JsonNode.Parse(body)!.AsObject();
            Assert.Equal(201, (await Admin.Put(path, sent)).Status);
            var kept = await Ok(Member.Get(path));
            sent["key"] = "mine";
            Assert.True(JsonNode.DeepEquals(sent, kept), kept.ToJsonString());
            sent.Remove(needed);
            IsError(await Admin.Put(path, sent), 400, $"'{needed}'");
            IsError(await Member.Delete(path), 403);
            await Done(Admin.Delete(path));
            IsError(await Admin.Get(path), 404, "'mine' not found");
            IsError(await Admin.Put($"{where}extension/{kind}/{new string('k', 41)}", JsonNode.Parse(body)), 400, "'key'");
        }
    }

    [Fact]
    public async Task A_glance_gets_news()
    {
        var addOn = await Granted("send_notification");
        var news = JsonNode.Parse("""{"glance":[{"key":"status","content":{"label":{"type":"html","value":"<b>4</b> open"}}}]}""")!;
        var (room, user) = (State.FindRoom("Operations")!.Id, Service.Member.UserId);
        await Done(addOn.Post("addon/ui", news));
        await Done(addOn.Post("addon/ui/room/Operations", news));
        await Done(addOn.Post($"addon/ui/user/{user}", news));
        await Done(addOn.Post($"addon/ui/room/Operations/user/{user}", news));
        Assert.Equal([$"room/{room}/status", $"room/{room}/user/{user}/status", "status", $"user/{user}/status"], State.Glances.Keys.Order(StringComparer.Ordinal));
        IsError(await addOn.Post("addon/ui", JsonNode.Parse("""{"glance":[{"key":"status","content":{}}]}""")), 400, "'label'");
        IsError(await addOn.Post("addon/ui/room/nowhere", news), 404, "Room");
    }

    [Fact]
    public async Task A_link_ends()
    {
        var addOn = await Granted("send_notification");
        var body = new JsonObject { ["target"] = "install", ["ttl"] = 300 };
        var path = "addon/link/" + (string)(await Ok(addOn.Post("addon/link", body)))["token"]!;
        await Done(addOn.Delete(path));
        IsError(await addOn.Delete(path), 404);
        path = "addon/link/" + (string)(await Ok(addOn.Post("addon/link", body)))["token"]!;
        Clock.Advance(TimeSpan.FromSeconds(300));
        IsError(await addOn.Delete(path), 404);
        body["ttl"] = 0;
        IsError(await addOn.Post("addon/link", body), 400, "'ttl'");
    }
}
