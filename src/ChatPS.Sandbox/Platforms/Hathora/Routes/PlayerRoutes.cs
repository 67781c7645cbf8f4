using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Hathora.Model;
using ChatPS.Sandbox.Seeding;

namespace ChatPS.Sandbox.Platforms.Hathora.Routes;

/// <summary>How players log in, as far as the app lets them; and the mail that confirms a developer's address.</summary>
internal static class PlayerRoutes
{
    private const string Login = "/auth/v1/{appId}/login/";
    private const int MaxNickname = 64;

    public static void MapPlayers(this HathoraService hathora)
    {
        hathora.MapOpen("POST", Login + "anonymous", (call, app) =>
        {
            Need(app.Auth.Anonymous, "anonymous");
            return LogIn(call, app, "anonymous", "guest-" + Seeder.Secret(6, "0123456789abcdef"));
        });
        hathora.MapOpen("POST", Login + "nickname", (call, app) =>
        {
            Need(app.Auth.Nickname, "nickname");
            var nickname = call.Body.Text("nickname", MaxNickname);
            return nickname.Length > 0 ? LogIn(call, app, "nickname", nickname) : throw HathoraAnswer.Invalid("nickname has to be a name.");
        });
        hathora.MapOpen("POST", Login + "google", (call, app) =>
        {
            Need(app.Auth.GoogleClientId is not null, "google");
            var claims = Jwt.Payload(call.Body.Text("idToken"));
            if (Claim(claims, "aud") != app.Auth.GoogleClientId)
                throw HathoraAnswer.Unauthorized("The idToken is not one for this application.");
            return LogIn(call, app, "google", Claim(claims, "name") ?? Claim(claims, "email") ?? "somebody");
        });
        hathora.MapOpen("POST", "/management/v1/sendverificationemail", request =>
        {
            var id = new HathoraCall(hathora, request).Body.Text("userId");
            var user = hathora.State.Users.Find(user => user.Id == id) ?? throw HathoraAnswer.Unauthorized("There is no such user.");
            user.VerificationMails++;
            return HathoraAnswer.Json("success");
        });
    }

    private static void Need(bool allowed, string way)
    {
        if (!allowed)
            throw HathoraAnswer.Fault(404, $"The application has no {way} login.");
    }

    private static SandboxResponse LogIn(HathoraCall call, App app, string type, string name)
    {
        var player = new Player(app, call.State.NewGuid().ToString(), type, name);
        var token = Jwt.New(new()
        {
            ["type"] = type,
            ["id"] = player.Id,
            ["name"] = name,
            ["appId"] = app.Id,
            ["iat"] = call.Time.ToUnixTimeSeconds(),
        });
        call.State.Tokens.Add(token, player);
        return HathoraAnswer.Json(new JsonObject { ["token"] = token });
    }

    private static string? Claim(JsonObject? claims, string name) => claims?[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
