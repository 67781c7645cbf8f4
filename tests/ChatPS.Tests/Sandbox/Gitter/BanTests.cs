using System.Text.Json.Nodes;

namespace ChatPS.Tests.Sandbox.Gitter;

public sealed class BanTests : GitterTest
{
    [Fact]
    public async Task The_banned_cannot_come_back_until_the_ban_is_lifted()
    {
        await PostAsync(Busiest, "to stay", Member);
        var ban = (await CallAsync("POST", Busiest + "/bans", body: new() { ["username"] = Member.UserName })).Ok;
        Assert.Equal(Member.UserId, (string?)ban["user"]!["id"]);
        Assert.Equal(Admin.UserId, (string?)ban["bannedBy"]!["id"]);
        (await GetAsync(Busiest, Member)).IsError(403, "Forbidden");
        (await CallAsync("POST", "v1/user/me/rooms", Member, new() { ["id"] = Busiest[^24..] })).IsError(403, "Forbidden");
        (await CallAsync("POST", Busiest + "/users", body: new() { ["username"] = Member.UserName })).IsError(403, "Forbidden");
        Assert.Equal(2, (await GetAsync(Busiest + "/bans")).List.Count);
        Assert.Equal(200, (await GetAsync($"{Busiest}/bans/{Member.UserName}")).Status);
        Assert.NotEmpty((await GetAsync($"{Busiest}/chatMessages?q=from:{Member.UserName}")).List);

        Assert.Equal("""{"success":true}""", (await CallAsync("DELETE", $"{Busiest}/bans/{Member.UserName}")).Text);
        (await GetAsync($"{Busiest}/bans/{Member.UserName}")).IsError(404, "Not Found");
        Assert.Equal(200, (await CallAsync("POST", "v1/user/me/rooms", Member, new() { ["id"] = Busiest[^24..] })).Status);
        var events = (await GetAsync(Busiest + "/events?limit=2")).List;
        Assert.Equal(["banned", "unbanned"], events.Select(happened => (string?)happened!["meta"]!["event"]));
    }

    [Fact]
    public async Task Messages_go_with_the_banned_on_demand()
    {
        await PostAsync(Busiest, "to go", Member);
        await CallAsync("POST", Busiest + "/bans", body: new() { ["username"] = Member.UserName, ["removeMessages"] = true });
        Assert.DoesNotContain("to go", (await GetAsync(Busiest + "/chatMessages")).Each("text"));
    }

    [Fact]
    public async Task Some_cannot_be_banned()
    {
        (await CallAsync("POST", Busiest + "/bans", body: [])).IsError(400, "Bad Request");
        (await CallAsync("POST", Busiest + "/bans", body: new() { ["username"] = Admin.UserName })).IsError(400, "Bad Request");
        (await CallAsync("POST", Busiest + "/bans", body: new() { ["username"] = "nobody-at-all" })).IsError(404, "Not Found");
        (await CallAsync("POST", Busiest + "/bans", Member, new() { ["username"] = Admin.UserName })).IsError(403, "Forbidden");
        var other = State.Users[State.Groups.Values.First().OrgMembers.First(id => id != Admin.UserId)];
        (await CallAsync("POST", Busiest + "/bans", body: new() { ["username"] = other.UserName })).IsError(403, "Forbidden");
    }

    [Fact]
    public async Task In_a_closed_room_a_ban_only_removes()
    {
        var room = State.RoomsByUri["northwind-harbor/design"];
        var user = room.Members.Last(member => !State.Readers.Contains(member.User)).User;
        var reply = await CallAsync("POST", $"v1/rooms/{room.Id}/bans", body: new() { ["username"] = user.UserName });
        Assert.Equal(202, reply.Status);
        Assert.Equal("""{"removed":true}""", reply.Text);
        Assert.Empty((await GetAsync($"v1/rooms/{room.Id}/bans")).List);
        Assert.DoesNotContain(room.Members, member => member.User == user);
    }

    [Fact]
    public async Task A_bridged_sender_is_banned_by_type_and_id()
    {
        var sender = new JsonObject { ["type"] = "matrix", ["externalId"] = "cy:matrix.org" };
        var ban = (await CallAsync("POST", Busiest + "/bans", body: new() { ["virtualUser"] = sender })).Ok;
        Assert.Equal("cy:matrix.org", (string?)ban["virtualUser"]!["externalId"]);
        Assert.Equal(200, (await CallAsync("DELETE", Busiest + "/bans/cy:matrix.org")).Status);
    }
}
