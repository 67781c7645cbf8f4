using System.Text.Json.Nodes;

namespace ChatPS.Tests.Sandbox.HipChat;

public sealed class UserTests : HipChatTest
{
    [Fact]
    public async Task Somebody_is_known_by_several_names()
    {
        var member = Service.Member;
        foreach (var name in new[] { member.UserId, member.Email, member.Email.ToUpperInvariant(), "@" + member.UserName })
        {
            var user = await Ok(Member.Get("user/" + name));
            Assert.Equal((member.UserId, member.UserName, false), ($"{user["id"]}", (string)user["mention_name"]!, (bool)user["is_group_admin"]!));
            // Neither time has the usual form.
            Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$", (string)user["created"]!);
            Assert.Matches(@"^\d{10}$", (string)user["last_active"]!);
        }

        IsError(await Member.Get("user/" + member.UserName), 404);
    }

    [Fact]
    public async Task Guests_and_those_who_are_gone_come_only_when_asked_for()
    {
        var usual = (await Items(Admin.Get("user"))).Count;
        Assert.Equal(usual + 1, (await Items(Admin.Get("user?include-guests=true"))).Count);
        var gone = (await Items(Admin.Get("user?include-deleted=true&expand=items")))[^1];
        Assert.Equal(["id", "is_deleted"], gone.AsObject().Select(member => member.Key));
        Assert.Equal(200, (await Admin.Get($"user/{gone["id"]}")).Status);
        IsError(await Admin.Delete($"user/{gone["id"]}"), 404);
    }

    [Fact]
    public async Task An_account_is_made_changed_and_deleted()
    {
        var made = await Ok(Admin.Post("user", new JsonObject { ["name"] = "Ada Abara", ["email"] = "new@example.com" }), 201);
        var path = $"user/{made["id"]}";
        Assert.Equal($"{Service.BaseUri}v2/{path}", (string)made["links"]!["self"]!);
        Assert.NotEmpty((string)made["password"]!);
        Assert.Equal("AdaAbara2", (string)(await Ok(Admin.Get(path)))["mention_name"]!);
        await Ok(Grant(new() { ["grant_type"] = "password", ["username"] = "new@example.com", ["password"] = (string)made["password"]! }));

        var change = new JsonObject
        {
            ["name"] = "Ada New",
            ["mention_name"] = "AdaN",
            ["email"] = "ada.new@example.com",
            ["is_group_admin"] = true,
            ["title"] = "Lead",
            ["presence"] = new JsonObject { ["show"] = "dnd", ["status"] = "in review" },
        };
        await Done(Admin.Put(path, change));
        var user = await Ok(Admin.Get(path));
        Assert.Equal(("Ada New", "Lead", true, "dnd"), ((string)user["name"]!, (string)user["title"]!, (bool)user["is_group_admin"]!, (string)user["presence"]!["show"]!));
        // What is left out takes its default, only the presence stays.
        await Done(Admin.Put(path, new JsonObject { ["name"] = "Ada New", ["mention_name"] = "AdaN", ["email"] = "ada.new@example.com" }));
        user = await Ok(Admin.Get(path));
        Assert.Equal(("", false, "in review"), ((string)user["title"]!, (bool)user["is_group_admin"]!, (string)user["presence"]!["status"]!));
        await Done(Admin.Delete(path));
        IsError(await Admin.Get("user/ada.new@example.com"), 404);
    }

    [Theory]
    [InlineData("""{"name":"A"}""", "'email'")]
    [InlineData("""{"name":"","email":"a@example.com"}""", "'name'")]
    [InlineData("""{"name":"A","email":"nonsense"}""", "'email'")]
    [InlineData("""{"name":"A","email":"ada.abara@example.com"}""", "ada.abara@example.com")]
    [InlineData("""{"name":"A","email":"a@example.com","mention_name":"AdaAbara"}""", "AdaAbara")]
    [InlineData("""{"name":"A","email":"a@example.com","mention_name":"a b"}""", "'mention_name'")]
    [InlineData("""{"name":"A","email":"a@example.com","timezone":"Nowhere/Town"}""", "'timezone'")]
    [InlineData("""{"name":"A","email":"a@example.com","roles":["king"]}""", "'roles'")]
    [InlineData("""{"name":"A","email":"a@example.com","is_group_admin":"yes"}""", "'is_group_admin'")]
    public async Task An_unfit_account_is_refused(string body, string part) => IsError(await Admin.Post("user", JsonNode.Parse(body)), 400, part);

    [Theory]
    [InlineData("name")]
    [InlineData("mention_name")]
    [InlineData("email")]
    public async Task A_change_needs_three_fields(string missing)
    {
        var body = new JsonObject { ["name"] = "A", ["mention_name"] = "A", ["email"] = "a@example.com" };
        body.Remove(missing);
        IsError(await Admin.Put("user/" + Service.Member.UserId, body), 400, $"'{missing}'");
    }

    [Fact]
    public async Task Who_goes_leaves_rooms_and_tokens_behind()
    {
        var room = await NewRoom(await Granted("manage_rooms", Service.Member));
        await Done(Admin.Delete("user/" + Service.Member.UserId));
        IsError(await Member.Get("user"), 401);
        Assert.Equal(Service.Admin.UserId, $"{(await Ok(Admin.Get(room)))["owner"]!["id"]}");
        Assert.DoesNotContain(await Items(Admin.Get("room/Operations/member")), member => $"{member["id"]}" == Service.Member.UserId);
        IsError(await Admin.Delete("user/" + Service.Admin.UserId), 403, "owner");
    }

    [Fact]
    public async Task Some_rooms_are_entered_by_themselves() =>
        Assert.Equal(["Operations", "Backend"], await Names(Admin.Get($"user/{Service.Admin.UserId}/preference/auto-join")));
}
