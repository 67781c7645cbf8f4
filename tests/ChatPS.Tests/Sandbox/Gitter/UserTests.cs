namespace ChatPS.Tests.Sandbox.Gitter;

public sealed class UserTests : GitterTest
{
    private string Room => $"v1/user/{Admin.UserId}/rooms/{Busiest[^24..]}";

    [Fact]
    public async Task The_own_user_is_a_list_of_one_but_me_is_not()
    {
        var list = (await GetAsync("v1/user")).List;
        Assert.Equal(Admin.UserName, (string?)Assert.Single(list)!["username"]);
        Assert.Equal("""["github"]""", list[0]!["providers"]!.ToJsonString());
        Assert.Equal(list[0]!.ToJsonString(), (await GetAsync("v1/user/me")).Text);
        Assert.Equal(list[0]!.ToJsonString(), (await GetAsync("v1/user/" + Admin.UserId)).Text);
    }

    [Fact]
    public async Task A_search_for_people_comes_wrapped()
    {
        Assert.Equal(10, (await GetAsync("v1/user?q=a")).Ok["results"]!.AsArray().Count);
        var three = (await GetAsync("v1/user?q=a&limit=3&type=gitter")).Ok["results"]!.AsArray();
        Assert.Equal(3, three.Count);
        Assert.Equal((string?)three[2]!["id"], (string?)(await GetAsync("v1/user?q=a&limit=3&skip=2")).Ok["results"]![0]!["id"]);
        var without = (await GetAsync($"v1/user?q=a&limit=100&excludeTroupeId={Busiest[^24..]}")).Ok["results"]!.AsArray();
        Assert.DoesNotContain(Admin.UserId, without.Select(user => (string?)user!["id"]));
    }

    [Fact]
    public async Task A_profile_is_shown_by_name()
    {
        var profile = (await GetAsync("v1/users/" + Member.UserName)).Ok;
        Assert.True((bool)profile["has_gitter_login"]!);
        Assert.Equal("https://github.com/" + Member.UserName, (string?)profile["profile"]);
    }

    [Fact]
    public async Task Channels_are_rooms_without_a_repository() =>
        Assert.All((await GetAsync("v1/user/me/channels")).Each("githubType"), type => Assert.EndsWith("_CHANNEL", type, StringComparison.Ordinal));

    [Fact]
    public async Task Repositories_come_bare_and_found_ones_wrapped()
    {
        var repos = (await GetAsync("v1/user/me/repos")).List;
        Assert.All(repos, repo => Assert.StartsWith("northwind-harbor/", (string?)repo!["uri"], StringComparison.Ordinal));
        Assert.True((bool)repos[0]!["exists"]!);
        Assert.Single((await GetAsync("v1/user/me/repos?q=backend")).Ok["results"]!.AsArray());
        Assert.Empty((await GetAsync("v1/user/me/repos", Member)).List);
        Assert.Equal("GH_ORG", (string?)Assert.Single((await GetAsync("v1/user/me/orgs")).List)!["type"]);
        Assert.Equal("northwind-harbor/backend", (string?)(await GetAsync("v1/repo-info?type=GH_REPO&linkPath=northwind-harbor/backend")).Ok["full_name"]);
        Assert.Equal(204, (await GetAsync("v1/repo-info?type=GH_REPO&linkPath=no/where")).Status);
        (await GetAsync("v1/repo-info?type=GL_PROJECT&linkPath=no/where")).IsError(400, "Bad Request");
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    public async Task A_favourite_has_a_position(string method)
    {
        Assert.Equal(7, (int)(await CallAsync(method, Room, body: new() { ["favourite"] = 7 })).Ok["favourite"]!);
        Assert.Equal(7, (int)(await GetAsync(Busiest)).Ok["favourite"]!);
        Assert.Null((await CallAsync(method, Room, body: new() { ["favourite"] = null })).Ok["favourite"]);
        Assert.True((int)(await CallAsync(method, Room, body: new() { ["favourite"] = true })).Ok["favourite"]! > 0);
    }

    [Fact]
    public async Task Who_does_not_ask_for_json_gets_text()
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, Room) { Content = new FormUrlEncodedContent([new("favourite", "2")]) };
        request.Headers.Authorization = new("Bearer", Admin.Token);
        var reply = await SendAsync(request);
        Assert.Equal((200, "OK"), (reply.Status, reply.Text));
        Assert.Equal(2, (int)(await GetAsync(Busiest)).Ok["favourite"]!);
    }

    [Fact]
    public async Task A_favourite_is_joined_first()
    {
        var room = State.Rooms.Values.First(room => room.Security.IsPublic && !room.Members.Exists(member => member.User.Id == Member.UserId));
        Assert.True((bool)(await CallAsync("PATCH", $"v1/user/me/rooms/{room.Id}", Member, new() { ["favourite"] = 1 })).Ok["roomMember"]!);
        (await CallAsync("PATCH", $"v1/user/me/rooms/{RoomId("northwind-harbor/kernel")}", Member, new() { ["favourite"] = 1 })).IsError(403, "Forbidden");
    }

    [Fact]
    public async Task Hiding_a_room_leaves_it_only_when_lurking()
    {
        Assert.Equal("""{"success":true}""", (await CallAsync("DELETE", Room)).Text);
        var hidden = (await GetAsync(Busiest)).Ok;
        Assert.True((bool)hidden["roomMember"]!);
        Assert.True(hidden.AsObject().TryGetPropertyValue("lastAccessTime", out var time) && time is null);
        await CallAsync("PUT", Room + "/settings/notifications", body: new() { ["mode"] = "mute" });
        await CallAsync("DELETE", Room);
        Assert.False((bool)(await GetAsync(Busiest)).Ok["roomMember"]!);
    }

    [Fact]
    public async Task Notifications_are_set_by_mode()
    {
        var before = (await GetAsync(Room + "/settings/notifications")).Ok;
        Assert.Equal("all", (string?)before["mode"]);
        Assert.True((bool)before["default"]!);
        Assert.Equal(125, (int)before["defaultSettings"]!["flags"]!);
        var after = (await CallAsync("PUT", Room + "/settings/notifications", body: new() { ["push"] = "mention" })).Ok;
        Assert.Equal("announcement", (string?)after["mode"]);
        Assert.False((bool)after["default"]! || (bool)after["desktop"]!);
        (await CallAsync("PUT", Room + "/settings/notifications", body: new() { ["mode"] = "sometimes" })).IsError(400, "Bad Request");
        var elsewhere = $"v1/user/me/rooms/{RoomId("northwind-harbor/kernel")}/settings/notifications";
        (await GetAsync(elsewhere)).IsError(404, "Not Found");
    }

    [Fact]
    public async Task Settings_are_free_values_under_known_names()
    {
        Assert.Equal("{}", (await GetAsync("v1/user/me/settings/userTheme")).Text);
        await CallAsync("PUT", "v1/user/me/settings/userTheme", body: new() { ["theme"] = "dark" });
        await CallAsync("POST", "v1/user/me/settings", body: new() { ["lang"] = "nb", ["unread_notifications_optout"] = true });
        Assert.Equal("""{"theme":"dark"}""", (await GetAsync("v1/user/me/settings/userTheme")).Text);
        Assert.Equal("""{"lang":"nb","unread_notifications_optout":true}""", (await GetAsync("v1/user/me/settings/lang,unread_notifications_optout")).Text);
        (await GetAsync("v1/user/me/settings/nothing")).IsError(404, "Not Found");
        (await CallAsync("POST", "v1/user/me/settings", body: new() { ["lang"] = "nn", ["nothing"] = 1 })).IsError(404, "Not Found");
        Assert.Equal("\"nb\"", (await GetAsync("v1/user/me/settings/lang")).Text);
    }

    [Fact]
    public async Task The_default_mode_reaches_the_rooms_that_follow_it()
    {
        await CallAsync("PUT", "v1/user/me/settings/defaultRoomMode", body: new() { ["mode"] = "mute" });
        Assert.Equal("mute", (string?)(await GetAsync(Room + "/settings/notifications")).Ok["mode"]);
        Assert.True((bool)(await GetAsync(Busiest)).Ok["lurk"]!);
    }

    [Fact]
    public async Task A_deleted_user_is_a_stranger_and_what_was_said_stays()
    {
        var id = await PostAsync(Busiest, "last words", Member);
        Assert.Equal("""{"success":true}""", (await CallAsync("DELETE", "v1/user/me", Member, new() { ["ghost"] = true })).Text);
        (await GetAsync("v1/user/me", Member)).IsError(401, "Unauthorized");
        var from = (await GetAsync($"{Busiest}/chatMessages/{id}")).Ok["fromUser"]!;
        Assert.True((bool)from["removed"]!);
        Assert.StartsWith("ghost~", (string?)from["username"], StringComparison.Ordinal);
        (await GetAsync("v1/users/" + Member.UserName)).IsError(404, "Not Found");
    }
}
