using System.Text.Json.Nodes;

namespace ChatPS.Tests.Sandbox.Gitter;

public sealed class RoomTests : GitterTest
{
    [Fact]
    public async Task The_list_has_the_rooms_of_the_caller()
    {
        var rooms = (await GetAsync("v1/rooms")).List;
        Assert.Equal(State.Users[Admin.UserId].Memberships.Count, rooms.Count);
        Assert.All(rooms, room => Assert.True((bool)room!["roomMember"]!));
        Assert.Equal(rooms.Count, (await GetAsync($"v1/user/{Admin.UserId}/rooms")).List.Count);
        var one = rooms[0]!;
        Assert.Equal("Northwind Harbor/backend", (string?)one["name"]);
        Assert.Equal("/northwind-harbor/backend", (string?)one["url"]);
        Assert.Equal("REPO", (string?)one["githubType"]);
        Assert.True((bool)one["permissions"]!["admin"]!);
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", (string?)one["lastAccessTime"]);
        Assert.NotNull(one["tags"]);
        Assert.NotNull(one["v"]);
    }

    [Fact]
    public async Task A_conversation_has_neither_uri_nor_group()
    {
        var room = (await GetAsync("v1/rooms")).List.First(room => (bool)room!["oneToOne"]!)!.AsObject();
        Assert.Equal("ONETOONE", (string?)room["githubType"]);
        Assert.Equal("/" + (string?)room["user"]!["username"], (string?)room["url"]);
        Assert.DoesNotContain(room, member => member.Key is "uri" or "groupId" or "security");
    }

    [Fact]
    public async Task A_search_comes_wrapped_and_shows_nothing_private()
    {
        var found = (await GetAsync("v1/rooms?q=northwind")).Ok["results"]!.AsArray();
        Assert.Equal(State.Rooms.Values.Count(room => room.Uri?.StartsWith("northwind", StringComparison.Ordinal) == true && (room.Security.IsPublic
            || room.Members.Exists(member => member.User.Id == Admin.UserId))), found.Count);
        Assert.DoesNotContain("northwind-harbor/kernel", found.Select(room => (string?)room!["uri"]));
        Assert.Equal(3, (await GetAsync("v1/rooms?q=northwind&limit=3")).Ok["results"]!.AsArray().Count);
        var second = (await GetAsync("v1/rooms?q=northwind&limit=1&skip=1")).Ok["results"]!.AsArray();
        Assert.Equal((string?)found[1]!["id"], (string?)Assert.Single(second)!["id"]);
        Assert.Empty((await GetAsync("v1/rooms?q=zzzz")).Ok["results"]!.AsArray());
    }

    [Fact]
    public async Task A_room_is_resolved_by_its_uri_without_joining()
    {
        var room = (await CallAsync("POST", "v1/rooms", Member, new() { ["uri"] = "Cobalt-Foundry/Billing" })).Ok;
        Assert.Equal("cobalt-foundry/billing", (string?)room["uri"]);
        Assert.NotNull(room["group"]);
        (await CallAsync("POST", "v1/rooms", Member, [])).IsError(400, "Bad Request");
        (await CallAsync("POST", "v1/rooms", Member, new() { ["uri"] = "no/where" })).IsError(404, "Not Found");
        // Of a room that may not be seen the service does not even say that it is there.
        (await CallAsync("POST", "v1/rooms", Member, new() { ["uri"] = "northwind-harbor/kernel" })).IsError(404, "Not Found");
    }

    [Fact]
    public async Task A_users_name_resolves_to_a_conversation_once_and_for_both()
    {
        var other = State.Users.Values.Last();
        var first = (await CallAsync("POST", "v1/rooms", body: new() { ["uri"] = other.UserName })).Ok;
        var again = (await CallAsync("POST", "v1/rooms", body: new() { ["uri"] = other.UserName })).Ok;
        Assert.Equal((string?)first["id"], (string?)again["id"]);
        Assert.Equal(other.DisplayName, (string?)first["name"]);
        (await CallAsync("POST", "v1/rooms", body: new() { ["uri"] = Admin.UserName })).IsError(404, "Not Found");
        var known = (string?)(await CallAsync("POST", "v1/rooms", Member, new() { ["uri"] = Admin.UserName })).Ok["id"];
        Assert.Equal(known, (string?)(await CallAsync("POST", "v1/rooms", Admin, new() { ["uri"] = Member.UserName })).Ok["id"]);
    }

    [Fact]
    public async Task Joining_and_leaving_show_in_the_list()
    {
        var id = State.Rooms.Values.First(room => room.Security.IsPublic && !room.Members.Exists(member => member.User.Id == Member.UserId)).Id;
        var count = (int)(await GetAsync("v1/rooms/" + id, Member)).Ok["userCount"]!;
        var joined = (await CallAsync("POST", $"v1/user/{Member.UserId}/rooms", Member, new() { ["id"] = id })).Ok;
        Assert.True((bool)joined["roomMember"]!);
        Assert.Equal(count + 1, (int)joined["userCount"]!);
        Assert.Contains(id, (await GetAsync("v1/rooms", Member)).Each("id"));

        var left = await CallAsync("DELETE", $"v1/rooms/{id}/users/{Member.UserId}", Member);
        Assert.Equal("""{"success":true}""", left.Text);
        Assert.DoesNotContain(id, (await GetAsync("v1/rooms", Member)).Each("id"));
        (await CallAsync("DELETE", $"v1/rooms/{id}/users/{Member.UserId}", Member)).IsError(404, "Not Found");
        (await CallAsync("POST", $"v1/user/{Member.UserId}/rooms", Member, new() { ["id"] = "nonsense" })).IsError(400, "Bad Request");
        (await CallAsync("POST", $"v1/user/{Admin.UserId}/rooms", Member, new() { ["id"] = id })).IsError(403, "Forbidden");
    }

    [Fact]
    public async Task An_update_changes_only_what_it_names()
    {
        var body = new JsonObject { ["topic"] = "New <topic>", ["tags"] = "one, two,,a-tag-that-is-longer-than-twenty,gitter:reserved", ["noindex"] = true };
        var updated = (await CallAsync("PUT", Busiest, body: body)).Ok;
        Assert.Equal("New <topic>", (string?)updated["topic"]);
        var room = (await GetAsync(Busiest)).Ok;
        Assert.Equal(["one", "two", "a-tag-that-is-longer"], room["tags"]!.AsArray().Select(tag => (string?)tag));
        Assert.True((bool)room["noindex"]!);
        Assert.Equal("northwind-harbor/backend", (string?)room["associatedRepo"]);
        await CallAsync("PUT", Busiest, body: new() { ["noindex"] = false });
        room = (await GetAsync(Busiest)).Ok;
        Assert.Equal("New <topic>", (string?)room["topic"]);
        Assert.Equal(3, room["tags"]!.AsArray().Count);
        Assert.False((bool)room["noindex"]!);
        Assert.Equal(3, (int)room["v"]!);
    }

    [Fact]
    public async Task An_update_is_checked_before_anything_changes()
    {
        (await CallAsync("PUT", Busiest, Member, new() { ["topic"] = "mine" })).IsError(403, "Forbidden");
        (await CallAsync("PUT", Busiest, body: new() { ["noindex"] = true, ["topic"] = new string('x', 4097) })).IsError(400, "Bad Request");
        (await CallAsync("PUT", Busiest, body: new() { ["tags"] = new JsonArray("a", "b") })).IsError(400, "Bad Request");
        (await CallAsync("PUT", Busiest, body: new() { ["providers"] = new JsonArray("myspace") })).IsError(400, "Bad Request");
        Assert.Equal(501, (await CallAsync("PUT", Busiest, body: new() { ["autoConfigureHooks"] = true })).Status);
        Assert.Equal(1, (int)(await GetAsync(Busiest)).Ok["v"]!);
    }

    [Fact]
    public async Task A_deleted_room_is_gone_from_everywhere()
    {
        (await CallAsync("DELETE", Busiest, Member)).IsError(403, "Forbidden");
        Assert.Equal("""{"success":true}""", (await CallAsync("DELETE", Busiest)).Text);
        (await GetAsync(Busiest)).IsError(404, "Not Found");
        Assert.DoesNotContain(Busiest[^24..], (await GetAsync("v1/rooms")).Each("id"));
        (await CallAsync("POST", "v1/rooms", body: new() { ["uri"] = "northwind-harbor/backend" })).IsError(404, "Not Found");
        var conversation = State.Users[Admin.UserId].Memberships.Values.First(membership => membership.Room.OneToOne).Room;
        (await CallAsync("DELETE", "v1/rooms/" + conversation.Id)).IsError(403, "Forbidden");
    }

    [Fact]
    public async Task Suggestions_are_open_rooms_not_joined()
    {
        var group = State.Groups.Values.First();
        foreach (var path in new[]
                 {
                     "v1/user/me/suggestedRooms", Busiest + "/suggestedRooms", $"v1/groups/{group.Id}/suggestedRooms", $"v1/orgs/{group.Uri}/suggestedRooms",
                 })
        {
            var rooms = (await GetAsync(path, Member)).List;
            Assert.InRange(rooms.Count, 1, 12);
            Assert.All(rooms, room => Assert.True((bool)room!["public"]! && (bool)room["exists"]!));
            Assert.DoesNotContain(rooms, room => State.Users[Member.UserId].Memberships.ContainsKey((string)room!["id"]!));
        }

        Assert.Empty((await GetAsync("v1/orgs/nobody/suggestedRooms")).List);
    }

    [Fact]
    public async Task Events_come_newest_page_first_in_order()
    {
        var all = (await GetAsync(Busiest + "/events?limit=100")).List;
        Assert.Equal(60, all.Count);
        Assert.Equal("github", (string?)all[0]!["meta"]!["service"]);
        Assert.True(all[0]!.AsObject().ContainsKey("editedAt"));
        var ids = all.Select(item => (string)item!["id"]!).ToList();
        Assert.Equal(50, (await GetAsync(Busiest + "/events")).List.Count);
        Assert.Equal(ids[^10..], (await GetAsync(Busiest + "/events?limit=10")).Each("id"));
        Assert.Equal(ids[^20..^10], (await GetAsync(Busiest + "/events?limit=10&skip=10")).Each("id"));
        Assert.Equal(ids[^20..^10], (await GetAsync($"{Busiest}/events?limit=10&beforeId={ids[^10]}")).Each("id"));
    }

    [Fact]
    public async Task The_welcome_message_is_kept_with_its_html()
    {
        Assert.Equal("", (string?)(await GetAsync(Busiest + "/meta")).Ok["welcomeMessage"]!["text"]);
        (await CallAsync("POST", Busiest + "/meta", Member, new() { ["welcomeMessage"] = "no" })).IsError(403, "Forbidden");
        await CallAsync("POST", Busiest + "/meta", body: new() { ["welcomeMessage"] = "hi **all**" });
        Assert.Equal("hi <strong>all</strong>", (string?)(await GetAsync(Busiest + "/meta", Member)).Ok["welcomeMessage"]!["html"]);
        Assert.Equal("{}", (await CallAsync("POST", Busiest + "/meta", body: [])).Text);
    }

    [Fact]
    public async Task Issues_are_those_of_the_repository()
    {
        var latest = (await GetAsync(Busiest + "/issues")).List;
        var issues = State.Repos["northwind-harbor/backend"].Issues;
        Assert.Equal(Math.Min(8, issues.Count), latest.Count);
        Assert.Equal(issues[^1].Number, (int)latest[0]!["number"]!);
        Assert.All((await GetAsync(Busiest + "/issues?issueNumber=1")).List, issue => Assert.StartsWith("1", issue!["number"]!.ToString(), StringComparison.Ordinal));
        var detail = (await GetAsync(Busiest + "/issues/1?renderMarkdown=1")).Ok;
        Assert.Equal(1, (int)detail["iid"]!);
        Assert.NotNull(detail["body_html"]);
        (await GetAsync(Busiest + "/issues/9999")).IsError(404, "Not Found");
        // In an organization's room the number says which repository.
        var org = "v1/rooms/" + RoomId("northwind-harbor");
        Assert.All((await GetAsync(org + "/issues")).List, issue => Assert.Contains("northwind-harbor/", (string?)issue!["number"], StringComparison.Ordinal));
        (await GetAsync(org + "/issues/1")).IsError(404, "Not Found");
    }

    [Fact]
    public async Task Collaborators_are_not_users()
    {
        var first = (await GetAsync(Busiest + "/collaborators")).List[0]!.AsObject();
        Assert.Equal(["displayName", "externalId", "avatarUrl", "type"], first.Select(member => member.Key));
    }
}
