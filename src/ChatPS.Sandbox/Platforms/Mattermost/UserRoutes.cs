using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Seeding;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>One user: read, create, change, deactivate, remove.</summary>
internal static class UserRoutes
{
    public static void Map(MattermostService service)
    {
        service.OnOpen("POST", "/users", Create);
        service.On("GET", "/users/{user_id}", call => Tagged(call, call.User()));
        service.On("GET", "/users/username/{username}", call => Tagged(
            call, NamedUser(call) ?? throw new Problem(404, "app.user.get_by_username.app_error", "No user has that name.")));
        service.On("GET", "/users/email/{email}", call => Tagged(call, AddressedUser(call) ?? throw Problem.NoUser()));
        service.On("PUT", "/users/{user_id}", Update);
        service.On("PUT", "/users/{user_id}/patch", Patch);
        service.On("PUT", "/users/{user_id}/roles", SetRoles);
        service.On("PUT", "/users/{user_id}/active", SetActive);
        service.On("PUT", "/users/{user_id}/password", SetPassword);
        service.On("PUT", "/users/{user_id}/mfa", SetMfa);
        service.On("POST", "/users/{user_id}/mfa/generate", NewMfaSecret);
        service.On("DELETE", "/users/{user_id}", Delete);
        service.OnLocal("DELETE", "/users", DeleteAll);
        service.On("POST", "/users/{user_id}/email/verify/member", VerifyEmail);
    }

    /// <summary>The user of a name. The server knows small letters only and says so.</summary>
    private static User? NamedUser(Call call)
    {
        var name = call.Request.Route("username");
        return IsName(name) ? call.State.UserByName(name) : throw Problem.InvalidBody("username");
    }

    private static User? AddressedUser(Call call)
    {
        var email = call.Request.Route("email").ToLowerInvariant();
        return IsEmail(email) ? call.State.UserByEmail(email) : throw Problem.InvalidUrl("email");
    }

    private static SandboxResponse Tagged(Call call, User user) => call.Seen(user).WithETag(
        call.Request, string.Create(CultureInfo.InvariantCulture, $"{MattermostService.Version}.{user.Id}.{user.UpdateAt}..0.true.true.0"));

    private static SandboxResponse Create(Call call)
    {
        var body = call.Body("user");
        var invite = InviteRoutes.Of(call, "t", 404);
        if (invite is { IsForGuest: true })
            call.NeedGuests("api.user.create_user.guest_accounts", ".app_error", 400);
        if (invite is null && call.Request.Caller is not Session { User.IsAdmin: true })
            throw new Problem(403, "api.user.create_user.no_open_server", "Only an administrator creates accounts here.");
        var now = call.State.Now();
        // As the server does, an account without a name gets an id for one.
        var name = body.Text("username") is { Length: > 0 } given ? given.ToLowerInvariant() : call.State.NewId();
        // Who has read the mail has shown whose address it is.
        var email = invite?.Email ?? (body.Text("email") ?? "").Trim().ToLowerInvariant();
        var user = new User { Id = call.State.NewId(), CreateAt = now, UpdateAt = now, LastPasswordUpdate = now, Username = name, Email = email, EmailVerified = invite is not null };
        user.Password = body.Text("password");
        if (!IsPassword(user.Password) && string.IsNullOrEmpty(body.Text("auth_service")))
            throw new Problem(400, "api.user.check_user_password.invalid.app_error", "The password has to have 5 to 72 characters.");
        CheckTexts(body);
        Change(user, body);
        CheckNames(call.State, name, email, itself: null);
        if (invite is { IsForGuest: true })
            user.Roles = "system_guest";
        call.State.Add(user);
        call.State.News.Created(user);
        if (invite is not null)
            InviteRoutes.Take(call, invite, user);
        return invite is null ? call.Changed(user, 201) : Call.Json(user.SeenBy(user), 201);
    }

    private static SandboxResponse Update(Call call)
    {
        var body = call.Body("user");
        if (body.Text("id") != call.Id("user_id"))
            throw Problem.InvalidBody("user_id");
        var user = Editable(call);
        // Everything is replaced, so everything has to be there.
        foreach (var time in (string[])["create_at", "update_at"])
            if (body.Int(time) is null or 0)
                throw Invalid(time);
        return Change(call, user, body);
    }

    private static SandboxResponse Patch(Call call)
    {
        var (body, id) = (call.Body("user"), call.UserId());
        call.NeedSelf(id);
        return Change(call, call.State.Users[id] ?? throw Problem.InvalidBody("user_id"), body);
    }

    /// <summary>Changes an account, names and address included.</summary>
    public static SandboxResponse Change(Call call, User user, JsonObject body)
    {
        var name = body.Text("username")?.ToLowerInvariant() ?? user.Username;
        var email = body.Text("email") is { Length: > 0 } given ? given.Trim().ToLowerInvariant() : user.Email;
        if (email != user.Email && user == call.Me && body.Text("password") != user.Password)
            throw Problem.InvalidBody("password");
        CheckTexts(body);
        CheckNames(call.State, name, email, user);
        if (name != user.Username || email != user.Email)
            call.State.Rename(user, name, email);
        Change(user, body);
        user.UpdateAt = call.State.Now();
        call.State.News.Updated(user);
        return call.Changed(user);
    }

    private static void Change(User user, JsonObject body)
    {
        user.FirstName = body.Text("first_name") ?? user.FirstName;
        user.LastName = body.Text("last_name") ?? user.LastName;
        user.Nickname = body.Text("nickname") ?? user.Nickname;
        user.Position = body.Text("position") ?? user.Position;
        user.Locale = body.Text("locale") is { Length: > 0 } locale ? locale : user.Locale;
        user.NotifyProps = body.Map("notify_props") is { Count: > 0 } notify ? notify : user.NotifyProps;
        user.Props = body.Map("props") ?? user.Props;
        user.Timezone = body.Map("timezone") is { Count: > 0 } zone ? zone : user.Timezone;
    }

    /// <summary>What doesn't fit is refused before anything is changed.</summary>
    private static void CheckTexts(JsonObject body)
    {
        foreach (var (field, longest) in (ReadOnlySpan<(string, int)>)[("nickname", 64), ("position", 128), ("first_name", 64), ("last_name", 64)])
            if (body.Text(field)?.Length > longest)
                throw Invalid(field);
        // A language and perhaps a country.
        if (body.Text("locale") is { Length: > 0 } locale
            && !(locale.Length <= 5 && Array.TrueForAll(locale.Split('-', '_'), part => part.Length is 2 or 3 && part.All(char.IsAsciiLetter))))
            throw Invalid("locale");
    }

    private static void CheckNames(MattermostState state, string name, string email, User? itself)
    {
        if (!IsName(name) || !char.IsAsciiLetterOrDigit(name[0]))
            throw Invalid("username");
        if (!IsEmail(email))
            throw Invalid("email");
        if (state.UserByEmail(email) is { } sameEmail && sameEmail != itself)
            throw new Problem(400, "app.user.save.email_exists.app_error", "Another account has that address.");
        if (state.UserByName(name) is { } sameName && sameName != itself)
            throw new Problem(400, "app.user.save.username_exists.app_error", "Another account has that name.");
    }

    private static bool IsName(string name) => name.Length is > 0 and <= 64
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '_' or '-')
        && name is not ("all" or "channel" or "here" or "matterbot" or "system");

    private static bool IsEmail(string email) =>
        email.Length is > 0 and <= 128 && email.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < email.Length - 1;

    private static bool IsPassword(string? password) => password?.Length is >= 5 and <= 72;

    private static Problem Invalid(string field) => new(400, $"model.user.is_valid.{field}.app_error", $"The account's {field} isn't valid.");

    /// <summary>The user of the path, whom only oneself or an administrator may change.</summary>
    private static User Editable(Call call)
    {
        var user = call.User();
        call.NeedSelf(user);
        return user;
    }

    private static SandboxResponse SetRoles(Call call)
    {
        var id = call.UserId();
        var roles = call.Body("roles").Text("roles") ?? "";
        // An administrator is a user as well.
        if (roles.Trim() == "system_admin" || roles.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c is not ('_' or ' ')))
            throw Problem.InvalidBody("roles");
        if (roles.Split(' ').Any(role => role is "system_manager" or "system_user_manager" or "system_read_only_admin"))
            call.NeedLicense("api.user.update_user_roles.license.app_error", "custom_permissions_schemes", 400);
        call.NeedAdmin();
        if (call.State.Users[id] is not { } user)
            throw new Problem(400, "app.user.missing_account.const", "There is no such user.");
        if (Array.Exists(roles.Split(' ', StringSplitOptions.RemoveEmptyEntries), role => !call.State.Server.IsRole(role)))
            throw new Problem(400, "app.role.check_roles_exist.role_not_found", "There is no such role.");
        (user.Roles, user.UpdateAt) = (roles, call.State.Now());
        call.State.News.RolesChanged(user);
        return Call.Ok();
    }

    private static SandboxResponse SetActive(Call call)
    {
        var user = call.User();
        if (call.Body("active").Bool("active") is not { } active)
            throw Problem.InvalidBody("active");
        if (!call.Me.IsAdmin && (user != call.Me || active))
            throw new Problem(403, "api.user.update_active.permissions.app_error", "The account may not do this.");
        if (!call.Me.IsAdmin)
            throw new Problem(401, "api.user.update_active.not_enable.app_error", "Members may not deactivate themselves here.");
        Activate(call, user, active);
        return Call.Ok();
    }

    private static void Activate(Call call, User user, bool active)
    {
        var state = call.State;
        user.UpdateAt = state.Now();
        user.DeleteAt = active ? 0 : user.UpdateAt;
        if (!active)
        {
            (user.Status, user.LastActivityAt) = ("offline", user.DeleteAt);
            state.RevokeSessions(user);
            if (call.Config["ServiceSettings.DisableBotsWhenOwnerIsDeactivated"]?.GetValue<bool>() == true)
                foreach (var bot in state.Bots.Values.Where(bot => bot.OwnerId == user.Id && bot.DeleteAt == 0))
                    BotRoutes.Activate(state, bot, active: false);
        }

        state.News.Updated(user);
    }

    private static SandboxResponse Delete(Call call)
    {
        var user = Editable(call);
        if (user == call.Me && !call.Me.IsAdmin)
            throw new Problem(401, "api.user.update_active.not_enable.app_error", "Members may not deactivate themselves here.");
        if (call.Query.Flag("permanent"))
            call.State.Remove(user);
        else
            Activate(call, user, active: false);
        return Call.Ok();
    }

    private static SandboxResponse DeleteAll(Call call)
    {
        foreach (var user in call.State.Users.Sorted)
            call.State.Remove(user);
        return Call.Ok();
    }

    private static SandboxResponse SetPassword(Call call)
    {
        var user = call.State.Users[call.UserId()];
        var body = call.Body("password");
        var wanted = body.Text("new_password") ?? "";
        if (user == call.Me)
        {
            if (body.Text("current_password") is not { Length: > 0 } current)
                throw Problem.InvalidBody("current_password");
            if (current != user.Password)
                throw new Problem(400, "api.user.update_password.incorrect.app_error", "The current password is wrong.");
        }
        else if (user is null || !call.Me.IsAdmin)
        {
            throw new Problem(403, "api.user.update_password.context.app_error", "Only an administrator changes the password of others.");
        }

        SetPassword(call, user, wanted);
        return Call.Ok();
    }

    public static void SetPassword(Call call, User user, string wanted)
    {
        if (!IsPassword(wanted))
            throw new Problem(400, "model.user.is_valid.pwd.app_error", "The password has to have 5 to 72 characters.");
        (user.Password, user.FailedAttempts, user.LastPasswordUpdate) = (wanted, 0, call.State.Now());
    }

    private static SandboxResponse SetMfa(Call call)
    {
        var user = Editable(call);
        var body = call.Body("activate");
        if (body.Bool("activate") is not { } activate)
            throw Problem.InvalidBody("activate");
        if (activate && body.Text("code") is not { Length: > 0 })
            throw Problem.InvalidBody("code");
        if (activate)
            CheckMfa(call, user, body.Text("code")!);
        else
            (user.MfaCode, user.MfaSecret) = (null, null);
        (user.MfaActive, user.UpdateAt) = (activate, call.State.Now());
        return Call.Ok();
    }

    private static void CheckMfa(Call call, User user, string code)
    {
        if (call.Config["ServiceSettings.EnableMultifactorAuthentication"]?.GetValue<bool>() != true)
            throw MfaDisabled();
        if (!user.TakesCode(code, call.Request.Time))
            throw new Problem(401, "mfa.activate.bad_token.app_error", "The code does not fit.");
    }

    private static SandboxResponse NewMfaSecret(Call call)
    {
        var user = Editable(call);
        if (call.Config["ServiceSettings.EnableMultifactorAuthentication"]?.GetValue<bool>() != true)
            throw MfaDisabled();
        user.MfaSecret = OneTimeCode.NewSecret();
        // The secret as a picture to be photographed is left to the real server.
        return SandboxResponse.Json(new JsonObject { ["secret"] = user.MfaSecret, ["qr_code"] = "" });
    }

    private static Problem MfaDisabled() => new(501, "mfa.mfa_disabled.app_error", "The server has the second factor switched off.");

    private static SandboxResponse VerifyEmail(Call call)
    {
        var user = call.User();
        call.NeedAdmin();
        (user.EmailVerified, user.UpdateAt) = (true, call.State.Now());
        // The server answers with what it has stored, and a hash of the password is a part of that.
        var stored = (JsonObject)JsonSerializer.SerializeToNode(user.SeenByEditor(call.Me), MattermostJson.Default.User)!;
        stored["password"] = "$2a$10$" + Seeder.Secret(53, MattermostState.IdAlphabet);
        return SandboxResponse.Json(stored);
    }
}
