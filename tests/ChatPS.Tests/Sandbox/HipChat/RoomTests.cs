using System.Text.Json.Nodes;

namespace ChatPS.Tests.Sandbox.HipChat;

public sealed class RoomTests : HipChatTest
{
    private static JsonObject Whole => new()
    {
        ["name"] = "Renamed Room",
        ["privacy"] = "private",
        ["is_archived"] = false,
        ["is_guest_accessible"] = true,
        ["topic"] = "New topic",
        ["owner"] = new JsonObject { ["id"] = "@AdaAbara" },
    };

    [Fact]
    public async Task A_room_is_known_by_id_and_by_name()
    {
        var room = await Ok(Member.Get("room/operations"));
        Assert.Equal(("Operations", "public", false), ((string)room["name"]!, (string)room["privacy"]!, (bool)room["is_archived"]!));
        Assert.Equal($"{Service.BaseUri}v2/room/{room["id"]}/member", (string)room["links"]!["members"]!);
        Assert.Equal("Operations", (string)(await Ok(Member.Get($"room/{room["id"]}")))["name"]!);
    }

    [Fact]
    public async Task A_room_is_made()
    {
        var path = await NewRoom(Admin, "Release Room", "private");
        var room = await Ok(Admin.Get("room/Release%20Room"));
        Assert.Equal(("private", "", false), ((string)room["privacy"]!, (string)room["topic"]!, (bool)room["is_guest_accessible"]!));
        Assert.Equal("2026-03-01T12:00:00+00:00", (string)room["created"]!);
        Assert.Null(room["guest_access_url"]);
        Assert.Equal(Service.Admin.UserId, $"{room["owner"]!["id"]}");
        Assert.Equal(["room_member", "room_admin"], (await Items(Admin.Get(path + "/member")))[0]["room_roles"]!.AsArray().Select(role => (string)role!));
        var other = new JsonObject { ["name"] = "Second Room", ["topic"] = "T", ["guest_access"] = true, ["owner_user_id"] = Service.Member.Email };
        room = await Ok(Admin.Get($"room/{(await Ok(Admin.Post("room", other), 201))["id"]}"));
        Assert.Equal(("T", true, Service.Member.UserId), ((string)room["topic"]!, (bool)room["is_guest_accessible"]!, $"{room["owner"]!["id"]}"));
        Assert.NotNull(room["guest_access_url"]);
    }

    [Theory]
    [InlineData("{}", "'name'")]
    [InlineData("""{"name":""}""", "'name'")]
    [InlineData("""{"name":"OPERATIONS"}""", "Operations")]
    [InlineData("""{"name":"A","privacy":"secret"}""", "'privacy'")]
    [InlineData("""{"name":"A","guest_access":"yes"}""", "'guest_access'")]
    public async Task An_unfit_room_is_refused(string body, string part) => IsError(await Admin.Post("room", JsonNode.Parse(body)), 400, part);

    [Fact]
    public async Task A_change_replaces_the_room()
    {
        var path = await NewRoom(Admin);
        await Done(Admin.Put(path, Whole));
        var room = await Ok(Admin.Get(path));
        Assert.Equal(("Renamed Room", "private", "New topic", true), (
            (string)room["name"]!, (string)room["privacy"]!, (string)room["topic"]!, (bool)room["is_guest_accessible"]!));
        var said = await Last(path);
        Assert.Equal(("topic", "New topic"), ((string)said["type"]!, (string)said["message"]!));
        IsError(await Admin.Get("room/Release%20Room"), 404);
    }

    [Theory]
    [InlineData("name")]
    [InlineData("privacy")]
    [InlineData("is_archived")]
    [InlineData("is_guest_accessible")]
    [InlineData("topic")]
    [InlineData("owner")]
    public async Task A_change_needs_all_six_fields(string missing)
    {
        var body = Whole;
        body.Remove(missing);
        IsError(await Admin.Put("room/Operations", body), 400, $"'{missing}'");
        Assert.Equal("All systems are up", (string)(await Ok(Admin.Get("room/Operations")))["topic"]!);
    }

    [Fact]
    public async Task An_archived_room_is_silent_and_out_of_the_list()
    {
        var path = await NewRoom(Admin);
        var body = Whole;
        body["is_archived"] = true;
        await Done(Admin.Put(path, body));
        IsError(await Admin.Post(path + "/message", Text("Hello")), 403, "archived");
        Assert.DoesNotContain("Renamed Room", await Names(Admin.Get("room")));
        Assert.Contains("Renamed Room", await Names(Admin.Get("room?include-archived=true")));
    }

    [Fact]
    public async Task A_topic_is_told_to_everybody()
    {
        var path = await NewRoom(Admin);
        await Done(Admin.Put(path + "/topic", new JsonObject { ["topic"] = "We ship" }));
        await Done(Admin.Put(path + "/topic", new JsonObject { ["topic"] = "We ship" }));
        Assert.Equal("We ship", (string)(await Ok(Admin.Get(path)))["topic"]!);
        Assert.Equal("topic", (string)Assert.Single(await Items(Admin.Get(path + "/history")))["type"]!);
        IsError(await Admin.Put(path + "/topic", new JsonObject { ["topic"] = new string('x', 251) }), 400, "'topic'");
    }

    [Fact]
    public async Task A_private_room_is_for_its_members()
    {
        var path = await NewRoom(Admin, "Board", "private");
        IsError(await Member.Get(path), 403, "Board");
        Assert.DoesNotContain("Board", await Names(Member.Get("room")));
        await Done(Admin.Put($"{path}/member/{Service.Member.UserId}", new JsonObject { ["room_roles"] = new JsonArray("room_member") }));
        Assert.Equal(200, (await Member.Get(path)).Status);
        Assert.Contains("Board", await Names(Member.Get("room")));
        Assert.DoesNotContain("Board", await Names(Member.Get("room?include-private=false")));
        // Administrators see what they aren't in, unless a room keeps them out.
        var hidden = State.Rooms.Values.Single(room => room.DelegateAdminVisibility == false);
        IsError(await Admin.Get($"room/{hidden.Id}"), 403);
        Assert.Equal(200, (await (await Granted("view_room")).Get($"room/{hidden.Id}")).Status);
    }

    [Fact]
    public async Task Only_who_administers_a_room_changes_it()
    {
        var member = await Granted("admin_room manage_rooms view_room", Service.Member);
        var path = await NewRoom(Admin);
        IsError(await member.Put(path + "/topic", new JsonObject { ["topic"] = "Mine" }), 403, "administrators");
        await Done(Admin.Put($"{path}/member/{Service.Member.UserId}", new JsonObject { ["room_roles"] = new JsonArray("room_admin", "room_member") }));
        await Done(member.Put(path + "/topic", new JsonObject { ["topic"] = "Mine" }));
        await Done(member.Delete(path));
        IsError(await Admin.Get(path), 404);
    }

    [Fact]
    public async Task Members_come_and_go()
    {
        var path = await NewRoom(Admin);
        var member = $"{path}/member/{Service.Member.Email}";
        await Done(Admin.Put(member));
        Assert.Equal(["Ada Abara", "Ines Ivanova"], await Names(Member.Get(path + "/member")));
        Assert.Equal(["Ada Abara", "Ines Ivanova"], await Names(Member.Get(path + "/participant")));
        await Done(Admin.Delete(member));
        IsError(await Admin.Delete(member), 404, "Member");
        IsError(await Admin.Put(member, new JsonObject { ["room_roles"] = new JsonArray("king") }), 400, "'room_roles'");
    }

    [Fact]
    public async Task Who_is_offline_counts_in_private_rooms_when_asked_for()
    {
        var room = State.Rooms.Values.First(room => room.IsPrivate && room.Members.Exists(member => member.User.Presence is null) && room.DelegateAdminVisibility != false);
        var path = $"room/{room.Id}/participant";
        Assert.All(await Items(Admin.Get(path)), user => Assert.True((bool)user["is_present_in_room"]!));
        Assert.Equal(room.Members.Count, (await Items(Admin.Get(path + "?include-offline=true"))).Count);
    }

    [Fact]
    public async Task Somebody_is_invited()
    {
        await Done(Admin.Post($"room/Operations/invite/@{Service.Member.UserName}", new JsonObject { ["reason"] = "Come in" }));
        Assert.Equal("Come in", Assert.Single(State.FindRoom("Operations")!.Invites).Reason);
        IsError(await Admin.Post("room/Operations/invite/nobody@example.com"), 404, "User");
    }

    [Fact]
    public async Task Statistics_count_messages()
    {
        await Ok(Admin.Post("room/Operations/message", Text("Hello")), 201);
        var statistics = await Ok(Admin.Get("room/Operations/statistics"));
        Assert.Equal((251, "2026-03-01T12:00:00+00:00"), ((int)statistics["messages_sent"]!, (string)statistics["last_active"]!));
    }
}
