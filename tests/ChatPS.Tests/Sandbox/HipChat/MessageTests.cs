using System.Text.Json.Nodes;

namespace ChatPS.Tests.Sandbox.HipChat;

public sealed class MessageTests : HipChatTest
{
    private const string Operations = "room/Operations";

    [Fact]
    public async Task A_message_is_told_with_whom_and_what_it_names()
    {
        var sent = await Ok(Member.Post(Operations + "/message", Text("@AdaAbara see https://example.com/a/b and https://example.com/plan.png, @here")), 201);
        Assert.Equal("2026-03-01T12:00:00.000000+00:00", (string)sent["timestamp"]!);
        var message = await Last(Operations);
        Assert.Equal(((string)sent["id"]!, "message", Service.Member.UserId), ((string)message["id"]!, (string)message["type"]!, $"{message["from"]!["id"]}"));
        Assert.Equal(Service.Admin.UserId, $"{Assert.Single(message["mentions"]!.AsArray())!["id"]}");
        var link = Assert.Single(message["message_links"]!.AsArray())!;
        Assert.Equal(("image", "https://example.com/plan.png", "plan.png"), ((string)link["type"]!, (string)link["url"]!, (string)link["image"]!["name"]!));
        Assert.Equal((string)message["message"]!, (string)(await Ok(Member.Get($"{Operations}/history/{message["id"]}")))["message"]!["message"]!);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"message":""}""")]
    public async Task An_empty_message_is_refused(string body) => IsError(await Admin.Post(Operations + "/message", JsonNode.Parse(body)), 400, "'message'");

    [Fact]
    public async Task A_reply_names_what_it_answers()
    {
        var parent = (string)(await Ok(Admin.Post(Operations + "/message", Text("Ready?")), 201))["id"]!;
        await Done(Member.Post(Operations + "/reply", new JsonObject { ["parentMessageId"] = parent, ["message"] = "Yes" }));
        Assert.Equal(parent, (string)(await Last(Operations))["attach_to"]!);
        IsError(await Member.Post(Operations + "/reply", new JsonObject { ["parentMessageId"] = "nonsense", ["message"] = "Yes" }), 400, "nonsense");
    }

    [Fact]
    public async Task A_notification_has_its_own_looks()
    {
        await Done(Admin.Post(Operations + "/notification", Text("<b>ok</b>")));
        var usual = await Last(Operations);
        Assert.Equal(("notification", "Ada Abara", "yellow", "html"), ((string)usual["type"]!, (string)usual["from"]!, (string)usual["color"]!, (string)usual["message_format"]!));
        var addOn = await Granted("send_notification");
        await Done(addOn.Post(Operations + "/notification", new JsonObject
        {
            ["message"] = "ok",
            ["from"] = "CI",
            ["color"] = "green",
            ["message_format"] = "text",
            ["notify"] = true,
            ["attach_to"] = (string)usual["id"]!,
            ["card"] = new JsonObject { ["style"] = "application", ["id"] = "1", ["title"] = "Build 7" },
        }));
        var special = await Last(Operations);
        Assert.Equal(("CI", "green", "text", (string)usual["id"]!), (
            (string)special["from"]!, (string)special["color"]!, (string)special["message_format"]!, (string)special["attach_to"]!));
        Assert.Equal("Build 7", (string)JsonNode.Parse((string)special["card"]!)!["title"]!);
        Assert.Equal(("addon", Service.ClientId), ((string)special["notification_sender"]!["type"]!, (string)special["notification_sender"]!["id"]!));
    }

    [Theory]
    [InlineData("""{"message":"x","color":"blue"}""", "'color'")]
    [InlineData("""{"message":"x","message_format":"markdown"}""", "'message_format'")]
    [InlineData("""{"message":"x","notify":"yes"}""", "'notify'")]
    [InlineData("""{"message":"x","from":null}""", "'from'")]
    [InlineData("""{"message":"x","attach_to":"nonsense"}""", "nonsense")]
    [InlineData("""{"message":"x","card":{"style":"link","id":"1"}}""", "'title'")]
    [InlineData("""{"message":"x","card":{"style":"huge","id":"1","title":"T"}}""", "'style'")]
    public async Task An_unfit_notification_is_refused(string body, string part) => IsError(await Admin.Post(Operations + "/notification", JsonNode.Parse(body)), 400, part);

    [Fact]
    public async Task A_private_message_is_between_two()
    {
        await Done(Admin.Post("user/@InesIvanova/message", new JsonObject { ["message"] = "Hi", ["notify"] = true, ["message_format"] = "text" }));
        var read = (await Items(Member.Get($"user/{Service.Admin.UserId}/history/latest?max-results=1")))[0];
        Assert.Equal(("Hi", "text", Service.Admin.UserId), ((string)read["message"]!, (string)read["message_format"]!, $"{read["from"]!["id"]}"));
        Assert.Equal(200, (await Member.Get($"user/{Service.Admin.UserId}/history/{read["id"]}")).Status);
        var third = State.Users.Values.ElementAt(9).Id;
        Assert.Empty(await Items(Admin.Get($"user/{third}/history")));
        IsError(await (await Granted("send_message")).Post("user/@InesIvanova/message", Text("Hi")), 403, "user");
    }

    [Theory]
    [InlineData(Operations)]
    [InlineData("user/@InesIvanova")]
    public async Task A_link_is_shared(string path)
    {
        await Done(Admin.Post(path + "/share/link", new JsonObject { ["link"] = "https://example.com/doc", ["message"] = "Read" }));
        var message = await Last(path);
        Assert.Equal(("Read https://example.com/doc", "link"), ((string)message["message"]!, (string)message["message_links"]![0]!["type"]!));
        IsError(await Admin.Post(path + "/share/link", Text("Read")), 400, "'link'");
    }

    [Theory]
    [InlineData(Operations)]
    [InlineData("user/@InesIvanova")]
    public async Task A_file_is_shared_and_fetched(string path)
    {
        using var metadata = new StringContent("""{"message":"The log"}""");
        metadata.Headers.ContentType = new("application/json");
        metadata.Headers.ContentDisposition = new("attachment") { Name = "metadata" };
        using var file = new StringContent("hello");
        file.Headers.ContentDisposition = new("attachment") { Name = "file", FileName = "a log.txt" };
        using var body = new MultipartContent("related") { metadata, file };
        await Done(Admin.SendContent(HttpMethod.Post, path + "/share/file", body));
        var message = await Last(path);
        Assert.Equal(("The log", "a log.txt", 5), ((string)message["message"]!, (string)message["file"]!["name"]!, (int)message["file"]!["size"]!));
        Assert.Equal("hello", (await Anybody.Get((string)message["file"]!["url"]!)).Text);
    }

    [Fact]
    public async Task A_file_needs_a_file()
    {
        using var metadata = new StringContent("""{"message":"The log"}""");
        metadata.Headers.ContentType = new("application/json");
        using var body = new MultipartContent("related") { metadata };
        IsError(await Admin.SendContent(HttpMethod.Post, Operations + "/share/file", body), 400, "'file'");
        IsError(await Admin.Post(Operations + "/share/file", Text("The log")), 400, "multipart/related");
    }
}
