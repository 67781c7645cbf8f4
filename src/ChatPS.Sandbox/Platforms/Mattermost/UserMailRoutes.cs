using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Seeding;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>Mails about accounts, which anybody may ask for; the server never says whether an address is known.</summary>
internal static class UserMailRoutes
{
    private const int TokenLength = 64;
    private const string Reminder = "password reset";
    private const string Confirmation = "verification";

    public static void Map(MattermostService service)
    {
        service.OnOpen("POST", "/users/password/reset/send", PasswordReset);
        service.OnOpen("POST", "/users/email/verify/send", Verification);
        service.OnOpen("POST", "/users/password/reset", Reset);
        service.OnOpen("POST", "/users/email/verify", Verify);
    }

    private static SandboxResponse PasswordReset(Call call)
    {
        var user = call.State.UserByEmail(Address(call));
        if (user is { AuthService.Length: > 0 })
            throw new Problem(400, "api.user.send_password_reset.sso.app_error", "The account signs in with another service.");
        return Send(call, user, Reminder);
    }

    private static SandboxResponse Verification(Call call) => Send(call, call.State.UserByEmail(Address(call)), Confirmation);

    private static string Address(Call call) =>
        call.Body("email").Text("email") is { Length: > 0 } email ? email.ToLowerInvariant() : throw Problem.InvalidBody("email");

    private static SandboxResponse Send(Call call, User? user, string subject)
    {
        if (user is not null)
        {
            call.State.Mails.Add((user.Email, subject));
            call.State.MailLinks[Seeder.Secret(TokenLength, MattermostState.IdAlphabet)] = (user, subject);
        }
        return Call.Ok();
    }

    private static SandboxResponse Reset(Call call)
    {
        var user = Follow(call, Reminder, "api.user.reset_password.invalid_link.app_error", out var token);
        UserRoutes.SetPassword(call, user, call.Body("new_password").Text("new_password") ?? "");
        call.State.MailLinks.Remove(token);
        return Call.Ok();
    }

    private static SandboxResponse Verify(Call call)
    {
        var user = Follow(call, Confirmation, "api.user.verify_email.bad_link.app_error", out var token);
        (user.EmailVerified, user.UpdateAt) = (true, call.State.Now());
        call.State.MailLinks.Remove(token);
        return Call.Ok();
    }

    /// <summary>Whose link it is.</summary>
    private static User Follow(Call call, string subject, string errorId, out string token)
    {
        token = call.Body("token").Text("token") ?? "";
        if (token.Length != TokenLength)
            throw Problem.InvalidBody("token");
        return call.State.MailLinks.TryGetValue(token, out var link) && link.Subject == subject
            ? link.User
            : throw new Problem(400, errorId, "The link isn't valid, or was used before.");
    }
}
