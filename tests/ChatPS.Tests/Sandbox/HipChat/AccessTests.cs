using System.Text;
using System.Text.Json.Nodes;

namespace ChatPS.Tests.Sandbox.HipChat;

public sealed class AccessTests : HipChatTest
{
    [Theory]
    [InlineData("Bearer")]
    [InlineData("bearer")]
    [InlineData("BEARER")]
    public async Task A_token_comes_in_the_header(string scheme) =>
        Assert.Equal(200, (await Anybody.Get("room", ("Authorization", $"{scheme} {Service.Admin.Token}"))).Status);

    [Fact]
    public async Task A_token_comes_in_the_query_and_is_in_no_link()
    {
        var page = await Anybody.Get($"room?auth_token={Service.Admin.Token}&max-results=2&start-index=2&include-archived=true");
        Assert.Equal(200, page.Status);
        Assert.DoesNotContain(Service.Admin.Token, page.Text, StringComparison.Ordinal);
        Assert.Equal($"{Service.BaseUri}v2/room?include-archived=true&start-index=4&max-results=2", (string)page["links"]!["next"]!);
    }

    [Fact]
    public async Task Nobody_gets_in_without_a_token()
    {
        IsError(await Anybody.Get("room"), 401);
        IsError(await Client("nonsense").Get("room"), 401);
        IsError(await Anybody.Get("room?auth_token=nonsense"), 401);
    }

    [Theory]
    [InlineData("POST", "room", "manage_rooms")]
    [InlineData("PUT", "room/Operations", "admin_room")]
    [InlineData("POST", "room/Operations/notification", "send_notification")]
    [InlineData("DELETE", "user/1", "admin_group")]
    [InlineData("GET", "room/Operations/webhook", "admin_room")]
    public async Task A_missing_scope_is_named(string method, string path, string scope) => IsError(await Member.Send(new(method), path, null), 403, scope);

    [Fact]
    public async Task One_of_several_scopes_is_enough()
    {
        Assert.Equal(200, (await (await Granted("view_group")).Get("room/Operations")).Status);
        Assert.Equal(200, (await (await Granted("view_room")).Get("room/Operations")).Status);
        IsError(await (await Granted("send_message")).Get("room/Operations"), 403, "view_group or view_room");
    }

    [Fact]
    public async Task A_token_can_be_tried_without_doing_anything()
    {
        Assert.Equal(202, (await Admin.Delete("room/Operations?auth_test=true")).Status);
        IsError(await Member.Delete("room/Operations?auth_test=true"), 401);
        Assert.Equal(200, (await Admin.Get("room/Operations")).Status);
    }

    [Fact]
    public async Task What_is_not_there_is_named()
    {
        IsError(await Admin.Get("room/No%20such%20room"), 404, "Room 'No such room' not found");
        IsError(await Admin.Get("user/nobody@example.com"), 404, "User 'nobody@example.com' not found");
        IsError(await Admin.Get("emoticon/nothing"), 404, "Emoticon 'nothing' not found");
        IsError(await Admin.Get("nothing"), 404, "GET /v2/nothing");
        IsError(await Admin.Put("room"), 405, "PUT");
    }

    [Fact]
    public async Task A_body_has_to_be_json()
    {
        IsError(await Admin.Put("room/Operations/topic"), 400, "application/json");
        using var form = new StringContent("topic=x", Encoding.UTF8, "application/x-www-form-urlencoded");
        IsError(await Admin.SendContent(HttpMethod.Put, "room/Operations/topic", form), 400, "application/x-www-form-urlencoded");
        IsError(await Admin.Put("room/Operations/topic", new JsonArray()), 400, "object");
        IsError(await Admin.Put("room/Operations/topic", new JsonObject { ["topic"] = 1 }), 400, "'topic'");
        IsError(await Admin.Put("room/Operations/topic", new JsonObject { ["topic"] = null }), 400, "'topic'");
    }

    [Fact]
    public async Task The_server_says_where_things_are()
    {
        var says = await Ok(Anybody.Get("capabilities"));
        var provider = says["capabilities"]!["oauth2Provider"]!;
        Assert.Equal($"{Service.BaseUri}v2/oauth/token", (string)provider["tokenUrl"]!);
        Assert.Equal($"{Service.BaseUri}users/authorize", (string)provider["authorizationUrl"]!);
        Assert.Equal(9, says["capabilities"]!["hipchatApiProvider"]!["availableScopes"]!.AsObject().Count);
        Assert.Equal("object", (string)(await Ok(Anybody.Get("capabilities/addon/schema?draft=v4")))["type"]!);
    }

    [Fact]
    public async Task Faults_have_the_platforms_form()
    {
        Service.Faults.FailNext(1);
        IsError(await Admin.Get("room"), 503);
        Service.Faults.LimitNext(1);
        var limited = await Admin.Get("room");
        IsError(limited, 429);
        Assert.Equal("1", limited.Header("Retry-After"));
    }
}
