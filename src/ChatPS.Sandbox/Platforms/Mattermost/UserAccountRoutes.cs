using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>What kind of account it is: guest or member, user or bot, and what it signs in with.</summary>
internal static class UserAccountRoutes
{
    public static void Map(MattermostService service)
    {
        service.On("POST", "/users/{user_id}/demote", Demote);
        service.On("POST", "/users/{user_id}/promote", Promote);
        service.On("POST", "/users/{user_id}/convert_to_bot", BecomeBot);
        service.On("POST", "/bots/{bot_user_id}/convert_to_user", BecomeUser);
        service.On("PUT", "/users/{user_id}/auth", SetAuth);
        // Later versions only.
        service.On("POST", "/users/{user_id}/reset_failed_attempts", Unlock);
        service.On("GET", "/users/invalid_emails", WithInvalidEmails);
        service.On("POST", "/users/migrate_auth/ldap", call => Migrate(call, "match_field", "force", "api.admin.ldap.not_available.app_error"));
        service.On("POST", "/users/migrate_auth/saml", call => Migrate(call, "matches", "auto", "api.admin.saml.not_available.app_error"));
    }

    private static SandboxResponse Unlock(Call call)
    {
        var user = call.User();
        call.NeedAdmin();
        if (user.AuthService is not ("" or "ldap"))
            throw new Problem(400, "api.user.reset_password_failed_attempts.ldap_and_email_only.app_error", "The user signs in elsewhere.");
        user.FailedAttempts = 0;
        return Call.Ok();
    }

    /// <summary>Where anybody may sign up there are no wrong addresses.</summary>
    private static SandboxResponse WithInvalidEmails(Call call)
    {
        call.NeedAdmin();
        if (call.Config.IsOn("TeamSettings.EnableOpenServer"))
            throw new Problem(400, "api.context.invalid_param.app_error", "TeamSettings.EnableOpenServer is on.");
        var domains = (call.Config["TeamSettings.RestrictCreationToDomains"]?.GetValue<string>() ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return call.Seen(call.Page(call.State.Users.Sorted.Where(user => domains.Length > 0 && user is { IsBot: false, DeleteAt: 0 }
            && !domains.Any(domain => user.Email.EndsWith("@" + domain.TrimStart('@'), StringComparison.OrdinalIgnoreCase)))));
    }

    private static SandboxResponse Demote(Call call)
    {
        call.NeedGuests("api.team.demote_user_to_guest");
        call.NeedAdmin();
        var user = call.User();
        if (user.IsGuest)
            throw new Problem(501, "api.user.demote_user_to_guest.already_guest.app_error", "The user is a guest already.");
        return MakeGuest(call, user, true);
    }

    private static SandboxResponse Promote(Call call)
    {
        call.NeedAdmin();
        var user = call.User();
        if (!user.IsGuest)
            throw new Problem(501, "api.user.promote_guest_to_user.no_guest.app_error", "The user is no guest.");
        return MakeGuest(call, user, false);
    }

    private static SandboxResponse MakeGuest(Call call, User user, bool guest)
    {
        (user.Roles, user.UpdateAt) = (guest ? "system_guest" : "system_user", call.State.Now());
        foreach (var member in user.Teams.Select(team => team.Members[user.Id]!))
            (member.SchemeGuest, member.SchemeUser, member.SchemeAdmin) = (guest, !guest, member.SchemeAdmin && !guest);
        foreach (var member in user.Channels.Select(channel => channel.Members[user.Id]!))
            (member.SchemeGuest, member.SchemeUser, member.SchemeAdmin) = (guest, !guest, member.SchemeAdmin && !guest);
        if (guest)
            call.State.RevokeSessions(user);
        return Call.Ok();
    }

    private static SandboxResponse BecomeBot(Call call)
    {
        var user = call.User();
        call.NeedAdmin();
        if (user.IsBot)
            throw new Problem(500, "app.bot.createbot.internal_error", "The bot could not be stored.");
        var now = call.State.Now();
        (user.IsBot, user.Password, user.UpdateAt) = (true, null, now);
        call.State.RevokeSessions(user);
        var bot = new Bot { UserId = user.Id, Username = user.Username, OwnerId = user.Id, CreateAt = now, UpdateAt = now };
        bot.DisplayName = $"{user.FirstName} {user.LastName}".Trim() is { Length: > 0 } name ? name : user.Nickname;
        call.State.Bots.Add(user.Id, bot);
        return Call.Json(bot);
    }

    private static SandboxResponse BecomeUser(Call call)
    {
        if (!call.State.Bots.TryGetValue(call.Id("bot_user_id"), out var bot) || bot.DeleteAt != 0)
            throw new Problem(404, "store.sql_bot.get.missing.app_error", "There is no such bot.");
        if (call.Request.Json is not JsonObject body || body.Text("password") is not { Length: > 0 } password)
            throw Problem.InvalidBody("userPatch");
        call.NeedAdmin();
        var user = call.State.Users[bot.UserId]!;
        UserRoutes.Change(call, user, body);
        (user.IsBot, user.BotDescription, user.Password) = (false, null, password);
        if (call.Query.Flag("set_system_admin"))
            user.Roles = "system_user system_admin";
        call.State.Bots.Remove(user.Id);
        return call.Seen(user);
    }

    private static SandboxResponse SetAuth(Call call)
    {
        call.NeedAdmin();
        var (user, body) = (call.User(), call.Body("user"));
        if (body.Text("auth_data") is not { Length: > 0 } data || body.Text("auth_service") is not { Length: > 0 } service)
            throw new Problem(400, "api.user.update_user_auth.invalid_request", "A service and what it knows the user by belong together.");
        (user.AuthData, user.AuthService, user.Password, user.UpdateAt) = (data, service, null, call.State.Now());
        return SandboxResponse.Json(new JsonObject { ["auth_data"] = data, ["auth_service"] = service });
    }

    // Directories and identity providers are there in no edition that is simulated.
    private static SandboxResponse Migrate(Call call, string match, string flag, string error)
    {
        var body = call.Body("from");
        if (body.Text("from") is not ("email" or "gitlab" or "google" or "office365" or "saml" or "ldap"))
            throw Problem.InvalidBody("from");
        if (body[match] is null)
            throw Problem.InvalidBody(match);
        if (body.Bool(flag) is null)
            throw Problem.InvalidBody(flag);
        call.NeedAdmin();
        throw new Problem(501, error, "The server has no such service.");
    }
}
