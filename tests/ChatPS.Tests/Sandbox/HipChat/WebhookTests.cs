using System.Text.Json.Nodes;

namespace ChatPS.Tests.Sandbox.HipChat;

public sealed class WebhookTests : HipChatTest
{
    private const string Url = "https://bot.example.com/echo";

    private static JsonObject Echo => new() { ["url"] = Url, ["event"] = "room_message", ["pattern"] = "^/echo", ["name"] = "Echo", ["authentication"] = "jwt" };

    [Fact]
    public async Task One_of_the_older_kind_goes_by_its_id()
    {
        var room = await NewRoom(Admin);
        var made = await Ok(Admin.Post(room + "/webhook", Echo), 201);
        var path = $"{room}/webhook/{made["id"]}";
        Assert.Equal($"{Service.BaseUri}v2/{path}", (string)made["links"]!["self"]!);
        var webhook = await Ok(Admin.Get(path));
        Assert.Equal(((long)made["id"]!, Url, "jwt", Service.Admin.UserId), (
            (long)webhook["id"]!, (string)webhook["url"]!, (string)webhook["authentication"]!, $"{webhook["creator"]!["id"]}"));
        // In a list the id is a text.
        Assert.Equal($"{made["id"]}", (string)Assert.Single(await Items(Admin.Get(room + "/webhook")))["id"]!);
        await Done(Admin.Delete(path));
        IsError(await Admin.Get(path), 404, "Webhook");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_of_the_newer_kind_goes_by_its_key(bool inRoom)
    {
        var path = (inRoom ? await NewRoom(Admin) + "/" : "") + "extension/webhook/echo";
        var made = await Ok(Admin.Put(path, Echo), 201);
        var body = Echo;
        body["key"] = "echo";
        body["event"] = "room_enter";
        Assert.Equal((long)made["id"]!, (long)(await Ok(Admin.Put(path, body), 201))["id"]!);
        var webhook = await Ok(Admin.Get(path));
        Assert.Equal(("echo", "room_enter", inRoom), ((string)webhook["key"]!, (string)webhook["event"]!, webhook["room"] is not null));
        await Done(Admin.Delete(path));
        IsError(await Admin.Delete(path), 404, "'echo'");
        body["key"] = "other";
        IsError(await Admin.Put(path, body), 400, "'key'");
    }

    [Theory]
    [InlineData("""{"event":"room_message"}""", "'url'")]
    [InlineData("""{"url":"nowhere","event":"room_message"}""", "'url'")]
    [InlineData("""{"url":"https://bot.example.com","event":"room_party"}""", "'event'")]
    [InlineData("""{"url":"https://bot.example.com","event":"room_message","pattern":"("}""", "'pattern'")]
    [InlineData("""{"url":"https://bot.example.com","event":"room_message","authentication":"basic"}""", "'authentication'")]
    public async Task An_unfit_one_is_refused(string body, string part) => IsError(await Admin.Post("room/Operations/webhook", JsonNode.Parse(body)), 400, part);
}
