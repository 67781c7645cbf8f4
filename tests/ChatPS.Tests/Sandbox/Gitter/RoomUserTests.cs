namespace ChatPS.Tests.Sandbox.Gitter;

public sealed class RoomUserTests : GitterTest
{
    [Fact]
    public async Task Pages_hold_thirty_and_meet_without_a_gap()
    {
        var room = State.RoomsByUri["northwind-harbor/backend"];
        while (room.Members.Count < 131)
        {
            var user = new ChatPS.Sandbox.Platforms.Gitter.Model.GitterUser
            {
                Id = State.Ids.Next(),
                UserName = $"extra-{room.Members.Count}",
                DisplayName = "Extra",
                Email = "extra@example.com",
                Provider = "gitlab",
            };
            State.Add(user);
            user.Join(room, Noon);
        }

        Assert.Equal(30, (await GetAsync(Busiest + "/users")).List.Count);
        // The greatest page there is.
        Assert.Equal(100, (await GetAsync(Busiest + "/users?limit=1000")).List.Count);
        Assert.Equal(30, (await GetAsync(Busiest + "/users?limit=0&skip=-4")).List.Count);
        Assert.Empty((await GetAsync(Busiest + "/users?skip=131")).List);
        var ids = new List<string>();
        for (var skip = 0; skip < 150; skip += 50)
            ids.AddRange((await GetAsync($"{Busiest}/users?limit=50&skip={skip}")).Each("id"));
        Assert.Equal(room.Members.Select(member => member.User.Id), ids);
    }

    [Fact]
    public async Task A_search_is_a_plain_list()
    {
        var found = await GetAsync(Busiest + "/users?q=ADA");
        Assert.Contains(Admin.UserName, found.Each("username"));
        Assert.All(found.Each("username").Zip(found.Each("displayName")), names =>
            Assert.Contains("ada", names.First + names.Second, StringComparison.OrdinalIgnoreCase));
        Assert.Empty((await GetAsync(Busiest + "/users?q=")).List);
    }

    [Fact]
    public async Task Roles_and_presence_are_shown_and_lean_leaves_names_out()
    {
        var admin = (await GetAsync(Busiest + "/users")).List[0]!;
        Assert.Equal("admin", (string?)admin["role"]);
        Assert.True((bool)admin["online"]!);
        var lean = (await GetAsync(Busiest + "/users?lean=1")).List;
        Assert.All(lean, user => Assert.Null(user!["displayName"]));
        Assert.Equal(Admin.UserName, (string?)lean[0]!["username"]);
    }

    [Fact]
    public async Task Somebody_is_added_once()
    {
        var user = State.Users.Values.Last();
        var room = State.Rooms.Values.First(room => room.Security.IsPublic && !user.Memberships.ContainsKey(room.Id));
        for (var i = 0; i < 2; i++)
            Assert.Equal(user.Id, (string?)(await CallAsync("POST", $"v1/rooms/{room.Id}/users", body: new() { ["username"] = user.UserName })).Ok["id"]);
        Assert.Single(room.Members, member => member.User == user);
        (await CallAsync("POST", $"v1/rooms/{room.Id}/users", body: [])).IsError(400, "Bad Request");
        (await CallAsync("POST", $"v1/rooms/{room.Id}/users", body: new() { ["username"] = "nobody-at-all" })).IsError(404, "Not Found");
    }

    [Fact]
    public async Task Others_are_removed_by_administrators_only()
    {
        var users = State.RoomsByUri["northwind-harbor/backend"].Members.Select(member => member.User).TakeLast(2).ToList();
        (await CallAsync("DELETE", $"{Busiest}/users/{users[0].Id}", Member)).IsError(403, "Forbidden");
        Assert.Equal("""{"success":true}""", (await CallAsync("DELETE", $"{Busiest}/users/{users[0].Id}")).Text);
        Assert.Equal(200, (await CallAsync("DELETE", $"{Busiest}/users/{users[1].UserName}?type=username")).Status);
        // Without the type a name is no id, and nobody has it.
        (await CallAsync("DELETE", $"{Busiest}/users/{Member.UserName}")).IsError(404, "Not Found");
    }

    [Fact]
    public async Task A_conversation_is_not_left()
    {
        var room = State.Users[Admin.UserId].Memberships.Values.First(membership => membership.Room.OneToOne).Room;
        (await CallAsync("DELETE", $"v1/rooms/{room.Id}/users/{Admin.UserId}")).IsError(400, "Bad Request");
    }
}
