using System.Text;
using System.Text.Json.Nodes;

namespace ChatPS.Tests.Sandbox.Hathora;

public sealed class PlayerTests : HathoraTest
{
    [Fact]
    public async Task Players_log_in_as_the_app_lets_them()
    {
        var app = await NewApp(JsonNode.Parse("""{"nickname":{},"google":{"clientId":"me"}}"""));
        IsError(await Anybody.Post($"auth/v1/{app}/login/anonymous"), 404);
        var token = (string)(await Made(Anybody.Post($"auth/v1/{app}/login/nickname", new JsonObject { ["nickname"] = "Zoë" }), 200))["token"]!;
        var claims = JsonNode.Parse(Decode(token.Split('.')[1]))!;
        Assert.Equal(("nickname", "Zoë"), ((string)claims["type"]!, (string)claims["name"]!));
        Assert.NotEmpty((string)claims["id"]!);
        IsError(await Anybody.Post($"auth/v1/{app}/login/nickname", new JsonObject()), 422, "nickname");

        var login = $"auth/v1/{app}/login/google";
        Assert.Equal(200, (await Anybody.Post(login, Google("""{"aud":"me","name":"Zed"}"""))).Status);
        IsError(await Anybody.Post(login, Google("""{"aud":"other"}""")), 401);
        IsError(await Anybody.Post(login, new JsonObject { ["idToken"] = "no.token" }), 401);
        IsError(await Anybody.Post(login, new JsonObject { ["idToken"] = "a.b.c" }), 401);
        IsError(await Anybody.Post("auth/v1/app-none/login/anonymous"), 404);
    }

    [Fact]
    public async Task A_lobby_has_a_room_and_can_be_found()
    {
        var app = await NewServer();
        var player = Client(await PlayerToken(app));
        var body = new JsonObject { ["visibility"] = "public", ["region"] = "Dubai", ["roomConfig"] = "{}" };
        var lobby = await Made(player.Post($"lobby/v3/{app}/create?shortCode=join&roomId=r-1", body));
        Assert.Equal(("join", "r-1"), ((string)lobby["shortCode"]!, (string)lobby["roomId"]!));
        Assert.Equal(lobby.ToJsonString(), (await Anybody.Get($"lobby/v3/{app}/info/shortcode/join")).Text);
        Assert.Equal(lobby.ToJsonString(), (await Anybody.Get($"lobby/v3/{app}/info/roomid/r-1")).Text);
        Assert.Equal("{}", (string)(await Admin.Get($"rooms/v2/{app}/info/r-1"))["roomConfig"]!);
        IsError(await player.Post($"lobby/v3/{app}/create?shortCode=join", body), 422, "already");
        body["visibility"] = "secret";
        IsError(await player.Post($"lobby/v3/{app}/create", body), 422, "visibility");
        IsError(await Anybody.Get($"lobby/v3/{app}/info/shortcode/none"), 404);
    }

    [Fact]
    public async Task Only_public_lobbies_with_a_room_are_listed()
    {
        var app = await NewServer();
        var player = Client(await PlayerToken(app));
        foreach (var (visibility, region) in new[] { ("public", "Dubai"), ("public", "Tokyo"), ("private", "Dubai"), ("local", "Dubai") })
            await Made(player.Post($"lobby/v3/{app}/create?roomId={visibility}-{region}", new JsonObject { ["visibility"] = visibility, ["region"] = region }));
        var list = $"lobby/v3/{app}/list/public";
        Assert.Equal(["public-Dubai", "public-Tokyo"], await Rooms(list));
        Assert.Equal(["public-Dubai"], await Rooms(list + "?region=Dubai"));
        await Admin.Post($"rooms/v2/{app}/destroy/public-Dubai");
        Assert.Equal(["public-Tokyo"], await Rooms(list));
        IsError(await Admin.Get($"rooms/v2/{app}/info/local-Dubai"), 404);
        Assert.Empty((await Anybody.Get("lobby/v3/app-none/list/public")).Items);
        IsError(await Anybody.Get(list + "?region=Mars"), 422, "region");
    }

    [Fact]
    public async Task A_verification_mail_is_sent_to_somebody()
    {
        var sent = await Anybody.Post("management/v1/sendverificationemail", new JsonObject { ["userId"] = Service.Admin.UserId });
        Assert.Equal("\"success\"", sent.Text);
        Assert.Equal(1, Service.State.Users[0].VerificationMails);
        IsError(await Anybody.Post("management/v1/sendverificationemail", new JsonObject { ["userId"] = "nobody" }), 401);
    }

    private async Task<IEnumerable<string>> Rooms(string list) => (await Anybody.Get(list)).Items.Select(lobby => (string)lobby["roomId"]!).Order();

    private static JsonObject Google(string claims) =>
        new() { ["idToken"] = $"e30.{Convert.ToBase64String(Encoding.UTF8.GetBytes(claims)).TrimEnd('=')}.sig" };

    private static string Decode(string part)
    {
        var text = part.Replace('-', '+').Replace('_', '/');
        return Encoding.UTF8.GetString(Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '=')));
    }
}
