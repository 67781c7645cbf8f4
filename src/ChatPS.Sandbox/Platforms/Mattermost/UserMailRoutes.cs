using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>Mails about accounts, which anybody may ask for; the server never says whether an address is known.</summary>
internal static class UserMailRoutes
{
    public static void Map(MattermostService service)
    {
        service.OnOpen("POST", "/users/password/reset/send", PasswordReset);
        service.OnOpen("POST", "/users/email/verify/send", Verification);
    }

    private static SandboxResponse PasswordReset(Call call)
    {
        var user = call.State.UserByEmail(Address(call));
        if (user is { AuthService.Length: > 0 })
            throw new Problem(400, "api.user.send_password_reset.sso.app_error", "The account signs in with another service.");
        return Send(call, user, "password reset");
    }

    private static SandboxResponse Verification(Call call) => Send(call, call.State.UserByEmail(Address(call)), "verification");

    private static string Address(Call call) =>
        call.Body("email").Text("email") is { Length: > 0 } email ? email.ToLowerInvariant() : throw Problem.InvalidBody("email");

    private static SandboxResponse Send(Call call, User? user, string subject)
    {
        if (user is not null)
            call.State.Mails.Add((user.Email, subject));
        return Call.Ok();
    }
}
