using System.Text.Json.Nodes;
using ChatPS.Sandbox.Platforms.Gitter.Model;

namespace ChatPS.Tests.Sandbox.Gitter;

public sealed class GroupTests : GitterTest
{
    private GitterGroup First => State.Groups.Values.First();

    private string Rooms => $"v1/groups/{First.Id}/rooms";

    [Fact]
    public async Task Groups_are_listed_and_got()
    {
        var groups = (await GetAsync("v1/groups")).List;
        Assert.Equal(2, groups.Count);
        Assert.Equal("""{"type":"GH_ORG","linkPath":"northwind-harbor"}""", groups[0]!["backedBy"]!.ToJsonString());
        Assert.Equal(groups[0]!.ToJsonString(), (await GetAsync("v1/groups/" + First.Id)).Text);
        Assert.Empty((await GetAsync("v1/groups?type=admin", Member)).List);
        Assert.Equal(2, (await GetAsync("v1/user/me/groups?type=admin")).List.Count);
        (await CallAsync("PUT", "v1/groups/" + First.Id, body: new() { ["name"] = "x" })).IsError(400, "Bad Request");
    }

    [Fact]
    public async Task A_groups_private_rooms_are_for_those_in_them()
    {
        var closed = RoomId("northwind-harbor/design");
        Assert.Contains(closed, (await GetAsync(Rooms)).Each("id"));
        Assert.DoesNotContain(closed, (await GetAsync(Rooms, Member)).Each("id"));
    }

    [Fact]
    public async Task Founding_a_group_is_not_offered() =>
        (await CallAsync("POST", "v1/groups", body: new() { ["uri"] = "mine", ["name"] = "Mine" })).IsError(404, "Not Found");

    [Theory]
    [InlineData("""{"name":"dev"}""", "PUBLIC")]
    [InlineData("""{"name":"dev","security":{"type":null,"security":"PRIVATE"}}""", "PRIVATE")]
    [InlineData("""{"name":"dev","security":{"type":"GROUP","security":"PRIVATE"}}""", "PRIVATE")]
    [InlineData("""{"name":"dev","security":{"type":"GH_REPO","linkPath":"northwind-harbor/backend","security":"INHERITED"}}""", "INHERITED")]
    [InlineData("""{"name":"dev","security":{"type":"GH_ORG","linkPath":"northwind-harbor","security":"PUBLIC"}}""", "PUBLIC")]
    public async Task A_room_is_made(string body, string security)
    {
        var room = (await CallAsync("POST", Rooms, body: JsonNode.Parse(body)!.AsObject())).Ok;
        Assert.Equal("northwind-harbor/dev", (string?)room["uri"]);
        Assert.Equal(security, (string?)room["security"]);
        Assert.Equal(1, (int)room["userCount"]!);
        Assert.NotNull(room["extra"]!["hookCreationFailedDueToMissingScope"]);
        var path = "v1/rooms/" + (string?)room["id"];
        Assert.True((bool)(await GetAsync(path)).Ok["permissions"]!["admin"]!);
        Assert.Equal(security == "PUBLIC" ? 200 : 403, (await GetAsync(path, Member)).Status);
        (await CallAsync("POST", Rooms, body: JsonNode.Parse(body)!.AsObject())).IsError(409, "Conflict");
    }

    [Theory]
    [InlineData("""{}""", 400)]
    [InlineData("""{"name":"x"}""", 400)]
    [InlineData("""{"name":"-dev"}""", 400)]
    [InlineData("""{"name":"dev room"}""", 400)]
    [InlineData("""{"name":"dev","security":{"type":null}}""", 400)]
    [InlineData("""{"name":"dev","security":{"type":null,"security":"INHERITED"}}""", 400)]
    [InlineData("""{"name":"dev","security":{"type":"GROUP","linkPath":"a/b","security":"PUBLIC"}}""", 400)]
    [InlineData("""{"name":"dev","security":{"type":"GH_REPO","security":"PUBLIC"}}""", 400)]
    [InlineData("""{"name":"dev","security":{"type":"GH_REPO","linkPath":"no/where","security":"PUBLIC"}}""", 404)]
    [InlineData("""{"name":"dev","security":{"type":"GL_PROJECT","linkPath":"no/where","security":"PUBLIC"}}""", 501)]
    [InlineData("""{"name":"dev","addBadge":true}""", 501)]
    public async Task A_room_that_cannot_be_is_refused(string body, int status)
    {
        var count = First.Rooms.Count;
        Assert.Equal(status, (await CallAsync("POST", Rooms, body: JsonNode.Parse(body)!.AsObject())).Status);
        Assert.Equal(count, First.Rooms.Count);
    }

    [Fact]
    public async Task Only_administrators_make_rooms() =>
        (await CallAsync("POST", Rooms, Member, new() { ["name"] = "dev" })).IsError(403, "Forbidden");

    [Fact]
    public async Task A_favourite_group_has_a_position()
    {
        var path = $"v1/user/{Admin.UserId}/groups/{First.Id}";
        Assert.Equal(3, (int)(await CallAsync("PATCH", path, body: new() { ["favourite"] = 3 })).Ok["favourite"]!);
        Assert.Equal(3, (int)(await GetAsync("v1/groups/" + First.Id)).Ok["favourite"]!);
        Assert.Null((await CallAsync("PATCH", path, body: new() { ["favourite"] = false })).Ok["favourite"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Extra_administrators_come_and_go(bool ofRoom)
    {
        var path = ofRoom ? Busiest + "/security" : $"v1/groups/{First.Id}/security";
        (await GetAsync(path, Member)).IsError(403, "Forbidden");
        Assert.NotNull((await GetAsync(path)).Ok["admins"]);
        Assert.Equal(Member.UserId, (string?)(await CallAsync("POST", path + "/extraAdmins", body: new() { ["id"] = Member.UserId })).Ok["id"]);
        Assert.Equal([Member.UserId], (await GetAsync(path + "/extraAdmins", Member)).Each("id"));
        (await CallAsync("POST", path + "/extraAdmins", body: new() { ["id"] = "nonsense" })).IsError(400, "Bad Request");
        Assert.Equal(204, (await CallAsync("DELETE", $"{path}/extraAdmins/{Member.UserId}")).Status);
        (await GetAsync(path + "/extraAdmins", Member)).IsError(403, "Forbidden");
    }

    [Fact]
    public async Task Security_is_changed_by_type()
    {
        var path = Busiest + "/security";
        var body = new JsonObject { ["type"] = null, ["extraAdmins"] = new JsonArray(Member.UserId) };
        Assert.Equal("""{"type":null,"admins":"MANUAL","members":"PUBLIC"}""", (await CallAsync("PUT", path, body: body)).Text);
        (await GetAsync(path)).IsError(403, "Forbidden");
        var back = await CallAsync("PUT", path, Member, new() { ["type"] = "GROUP" });
        Assert.Equal("""{"type":"GROUP","admins":"GROUP_ADMIN","members":"PUBLIC"}""", back.Text);
        Assert.Equal(501, (await CallAsync("PUT", path, body: new() { ["type"] = "GH_ORG" })).Status);
        (await CallAsync("PUT", path, body: new() { ["type"] = "WHATEVER" })).IsError(400, "Bad Request");
        (await CallAsync("PUT", path, body: new() { ["extraAdmins"] = new JsonArray("x") })).IsError(400, "Bad Request");
    }
}
