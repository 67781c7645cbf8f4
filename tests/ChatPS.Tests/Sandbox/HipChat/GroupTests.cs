using System.Text.Json.Nodes;

namespace ChatPS.Tests.Sandbox.HipChat;

public sealed class GroupTests : HipChatTest
{
    private const string Gif = "R0lGODlhAQABAAAAACw=";

    [Fact]
    public async Task The_group_tells_of_itself()
    {
        var id = State.Group.Id;
        var group = await Ok(Member.Get($"group/{id}"));
        Assert.Equal(("Northwind Harbor", Service.Admin.UserId), ((string)group["name"]!, $"{group["owner"]!["id"]}"));
        var statistics = await Ok(Member.Get($"group/{id}/statistics"));
        Assert.Equal(State.Rooms.Count, (int)statistics["rooms"]!);
        IsError(await Member.Get("group/1"), 404, "Group");
    }

    [Theory]
    [InlineData("group", "avatar", "")]
    [InlineData("room", "avatar", "")]
    [InlineData("user", "photo", "/big")]
    public async Task A_picture_is_fetched_at_an_address_of_its_own(string what, string field, string size)
    {
        var owner = what switch { "group" => $"group/{State.Group.Id}", "room" => "room/Operations", _ => "user/" + Service.Member.UserId };
        var path = $"{owner}/{field}";
        IsError(await Member.Get(path + size), 404);
        IsError(await Admin.Put(path, new JsonObject { [field] = "bm9uc2Vuc2U=" }), 400, $"'{field}'");
        IsError(await Admin.Put(path, new JsonObject { [field] = "?" }), 400, $"'{field}'");
        await Done(Admin.Put(path, new JsonObject { [field] = Gif }));
        var sent = await Member.Get(path + size);
        Assert.Equal(302, sent.Status);
        var picture = await Anybody.Get(sent.Header("Location")!);
        Assert.Equal((200, "image/gif"), (picture.Status, picture.Header("Content-Type")));
        Assert.Equal(sent.Header("Location"), (string)(await Ok(Member.Get(owner)))[what == "user" ? "photo_url" : "avatar_url"]!);
        IsError(await Member.Delete(path), 403);
        await Done(Admin.Delete(path));
        IsError(await Anybody.Get(sent.Header("Location")!), 404);
    }

    [Fact]
    public async Task Emoticons_are_everybodys_or_the_groups()
    {
        var all = await Items(Member.Get("emoticon"));
        var own = await Items(Member.Get("emoticon?type=group&expand=items"));
        Assert.Equal(all.Count, own.Count + (await Items(Member.Get("emoticon?type=global"))).Count);
        Assert.All(own, emoticon => Assert.NotNull(emoticon["creator"]));
        var one = await Ok(Member.Get("emoticon/thumbsup"));
        Assert.Equal((long)one["id"]!, (long)(await Ok(Member.Get($"emoticon/{one["id"]}")))["id"]!);
        IsError(await Member.Get("emoticon?type=rare"), 400, "type");
    }

    [Fact]
    public async Task Somebody_is_asked_into_the_group()
    {
        await Ok(Admin.Post("invite/user", new JsonObject { ["email"] = "newcomer@example.com", ["name"] = "New Comer", ["title"] = "Tester" }));
        Assert.Equal("New Comer", State.Invites["newcomer@example.com"].Name);
        IsError(await Admin.Post("invite/user", new JsonObject { ["email"] = Service.Member.Email, ["name"] = "Me" }), 400, Service.Member.Email);
        IsError(await Member.Post("invite/user"), 403, "admin_group");
    }
}
