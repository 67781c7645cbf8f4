using System.Text.Json.Nodes;

namespace ChatPS.Tests.Sandbox.Gitter;

public sealed class InviteTests : GitterTest
{
    [Theory]
    [InlineData("username")]
    [InlineData("gitter")]
    [InlineData("email")]
    public async Task Who_is_known_is_added(string way)
    {
        var user = State.Users.Values.Last();
        var room = State.Rooms.Values.First(room => room.Security.IsPublic && !user.Memberships.ContainsKey(room.Id));
        var body = way switch
        {
            "username" => new JsonObject { ["username"] = user.UserName },
            "gitter" => new() { ["type"] = "gitter", ["externalId"] = user.UserName },
            _ => new() { ["email"] = user.Email },
        };
        var reply = (await CallAsync("POST", $"v1/rooms/{room.Id}/invites", body: body)).Ok;
        Assert.Equal("added", (string?)reply["status"]);
        Assert.Equal(user.Id, (string?)reply["user"]!["id"]);
        Assert.True(user.Memberships.ContainsKey(room.Id));
    }

    [Theory]
    [InlineData("""{"email":"new@example.com"}""", 200)]
    [InlineData("""{"githubUsername":"stranger","email":"new@example.com"}""", 200)]
    [InlineData("""{"type":"twitter","externalId":"stranger","emailAddress":"new@example.com"}""", 200)]
    [InlineData("""{"githubUsername":"stranger"}""", 428)]
    [InlineData("""{"email":"no address"}""", 400)]
    [InlineData("""{"githubUsername":"a","gitlabUsername":"b"}""", 400)]
    [InlineData("""{"type":"myspace","externalId":"a"}""", 400)]
    [InlineData("""{"type":"github"}""", 400)]
    [InlineData("""{}""", 400)]
    public async Task Who_is_not_known_needs_an_address(string body, int status)
    {
        var reply = await CallAsync("POST", Busiest + "/invites", body: JsonNode.Parse(body)!.AsObject());
        Assert.Equal(status, reply.Status);
        Assert.Equal(status == 200 ? 1 : 0, State.RoomsByUri["northwind-harbor/backend"].Invites.Count);
        if (status == 200)
            Assert.Equal("invited", (string?)reply.Json["status"]);
        if (status == 428)
            reply.IsError(428, "Precondition Required");
    }
}
