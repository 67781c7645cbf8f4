using System.Text.Json;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>Login, logout and sessions.</summary>
internal static class LoginRoutes
{
    private const int MaxAttempts = 10;

    public static void Map(MattermostService service)
    {
        service.OnOpen("POST", "/users/login", LogIn);
        service.OnOpen("POST", "/users/logout", LogOut);
        service.OnOpen("POST", "/users/mfa", TellOfMfa);
        service.On("GET", "/users/{user_id}/sessions", Sessions);
        service.OnAudited("POST", "/users/{user_id}/sessions/revoke", Revoke, attempt: null, success: "");
        service.OnAudited("POST", "/users/{user_id}/sessions/revoke/all", RevokeAll, attempt: null, success: "");
        service.OnAudited("POST", "/users/sessions/revoke/all", RevokeEverybody, attempt: null, success: "");
        service.On("PUT", "/users/sessions/device", AttachDevice);
    }

    private static SandboxResponse LogIn(Call call)
    {
        var body = call.Body("login");
        var name = (body.Text("login_id") ?? "").Trim();
        var password = body.Text("password") ?? "";
        if (password.Length == 0)
            throw new Problem(400, "api.user.login.blank_pwd.app_error", "The password is missing.");
        var user = call.State.UserByName(name) ?? call.State.UserByEmail(name) ?? call.State.Users[body.Text("id") ?? ""];
        call.Audit("", "", "/api/v4/users/login", $"attempt - login_id={name}");
        if (user is null)
            throw WrongCredentials();
        Check(user, password, body.Text("token") ?? "", call.Request.Time);

        var session = call.State.LogIn(user);
        user.LastActivityAt = session.CreateAt;
        call.Audit(user.Id, "", "/api/v4/users/login", "authenticated");
        call.Audit(session, "/api/v4/users/login", $"success session_user={user.Id}");
        var response = Call.Json(user).With("Token", session.Token);
        return call.Request.Headers["X-Requested-With"] == "XMLHttpRequest" ? WithCookies(response, session) : response;
    }

    // Sign-in pages ask before there is a session.
    private static SandboxResponse TellOfMfa(Call call)
    {
        var name = call.Body("login_id").Text("login_id") ?? "";
        var user = call.State.UserByName(name) ?? call.State.UserByEmail(name);
        return SandboxResponse.Json(new JsonObject { ["mfa_required"] = user?.MfaActive == true });
    }

    private static void Check(User user, string password, string code, DateTimeOffset time)
    {
        if (user.IsBot)
            throw new Problem(401, "api.user.login.bot_login_forbidden.app_error", "Bots cannot log in.");
        if (user.FailedAttempts >= MaxAttempts)
            throw new Problem(401, "api.user.check_user_login_attempts.too_many.app_error", "The account is locked after too many wrong passwords.");
        if (user.Password is null || user.Password != password)
        {
            user.FailedAttempts++;
            throw WrongCredentials();
        }

        if (user.MfaActive && code.Length == 0)
            throw new Problem(401, "mfa.validate_token.authenticate.app_error", "The second factor is missing.");
        if (user.MfaActive && !user.TakesCode(code, time))
            throw new Problem(401, "api.user.check_user_mfa.bad_code.app_error", "The second factor is wrong.");
        if (user.DeleteAt != 0)
            throw new Problem(401, "api.user.login.inactive.app_error", "The account is deactivated.");
        user.FailedAttempts = 0;
    }

    private static Problem WrongCredentials() => new(401, "api.user.login.invalid_credentials_email_username", "The name or the password is wrong.");

    private static SandboxResponse WithCookies(SandboxResponse response, Session session)
    {
        var expires = DateTimeOffset.FromUnixTimeMilliseconds(session.ExpiresAt).ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        return response
            .With("Set-Cookie", $"MMAUTHTOKEN={session.Token}; Path=/; Expires={expires}; HttpOnly")
            .With("Set-Cookie", $"MMUSERID={session.User.Id}; Path=/; Expires={expires}")
            .With("Set-Cookie", $"MMCSRF={session.Csrf}; Path=/; Expires={expires}");
    }

    private static SandboxResponse LogOut(Call call)
    {
        // A personal access token outlives its use for logging out.
        if (call.Request.Caller is Session session)
            call.State.Sessions.Remove(session.Token);
        return Call.Ok();
    }

    private static SandboxResponse Sessions(Call call)
    {
        var id = call.UserId();
        call.NeedSelf(id);
        var list = call.State.SessionsOf(id).Select(session => (JsonNode)new JsonObject
        {
            ["id"] = session.Id,
            ["token"] = "",
            ["create_at"] = session.CreateAt,
            ["expires_at"] = session.ExpiresAt,
            ["last_activity_at"] = session.CreateAt,
            ["user_id"] = id,
            ["device_id"] = session.DeviceId,
            ["roles"] = session.User.Roles,
            ["is_oauth"] = false,
            ["expired_notify"] = false,
            ["local"] = false,
            ["props"] = Props(call, session),
            ["team_members"] = JsonSerializer.SerializeToNode(session.User.Teams.ConvertAll(team => team.Members[id]!), MattermostJson.Default.ListTeamMember),
        });
        return SandboxResponse.Json(new JsonArray([.. list]));
    }

    /// <summary>What the server notes of a session: of a login the browser, of a personal access token which one it is.</summary>
    private static JsonObject Props(Call call, Session session) => call.State.TokenOf(session) is { } token
        ? new() { ["is_guest"] = "false", ["type"] = "UserAccessToken", ["user_access_token_id"] = token.Id }
        : new()
        {
            ["browser"] = "Unknown/0.0",
            ["csrf"] = session.Csrf,
            ["isMobile"] = "false",
            ["isOAuthUser"] = "false",
            ["isSaml"] = "false",
            ["is_guest"] = "false",
            ["os"] = "",
            ["platform"] = "Windows",
        };

    private static SandboxResponse Revoke(Call call)
    {
        var user = call.User();
        call.NeedSelf(user);
        if (call.Body("session_id").Text("session_id") is not { Length: > 0 } id)
            throw Problem.InvalidBody("session_id");
        var session = call.State.AllSessions.FirstOrDefault(session => session.Id == id) ?? throw new Problem(400, "app.session.get.app_error", "There is no such session.");
        if (session.User != user)
            throw Problem.InvalidUrl("user_id");
        call.State.End(session);
        return Call.Ok();
    }

    private static SandboxResponse RevokeAll(Call call)
    {
        var id = call.UserId();
        call.NeedSelf(id);
        if (call.State.Users[id] is { } user)
            call.State.RevokeSessions(user);
        return Call.Ok();
    }

    private static SandboxResponse RevokeEverybody(Call call)
    {
        call.NeedAdmin();
        call.State.Sessions.Clear();
        return Call.Ok();
    }

    private static SandboxResponse AttachDevice(Call call)
    {
        if (call.Body("device_id").Text("device_id") is not { Length: > 0 } device)
            throw Problem.InvalidBody("device_id");
        call.Session.DeviceId = device;
        return Call.Ok();
    }
}
