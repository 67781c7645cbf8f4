using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Heroku.Model;

namespace ChatPS.Sandbox.Platforms.Heroku.Routes;

/// <summary>The caller's own account.</summary>
internal static class AccountRoutes
{
    private const int ShortestPassword = 8;

    public static void MapAccounts(this HerokuService heroku)
    {
        heroku.Map("GET", "/account", call => HerokuAnswer.Json(call.Me.ToJson()));
        heroku.Map("PATCH", "/account", call => Update(call, call.Me));
        heroku.Map("DELETE", "/account", call => Delete(call, call.Me));
        heroku.Map("GET", "/users/{account_identity}", call => HerokuAnswer.Json(call.OwnAccount().ToJson()));
        heroku.Map("PATCH", "/users/{account_identity}", call => Update(call, call.OwnAccount()));
        heroku.Map("DELETE", "/users/{account_identity}", call => Delete(call, call.OwnAccount()));
    }

    public static JsonObject ToJson(this Account account) => new JsonObject
    {
        ["id"] = account.Id,
        ["email"] = account.Email,
        ["name"] = account.Name,
        ["allow_tracking"] = account.AllowTracking,
        ["beta"] = account.Beta,
        ["country_of_residence"] = account.CountryOfResidence,
        ["default_organization"] = account.DefaultTeam?.ToReference(),
        ["default_team"] = account.DefaultTeam?.ToReference(),
        ["delinquent_at"] = account.DelinquentAt?.ToWire(),
        ["federated"] = account.Federated,
        ["identity_provider"] = null,
        ["last_login"] = account.LastLogin?.ToWire(),
        ["sms_number"] = account.SmsNumber,
        ["suspended_at"] = account.SuspendedAt?.ToWire(),
        ["two_factor_authentication"] = account.TwoFactorCode is not null,
        ["verified"] = account.Verified,
    }.WithTimes(account);

    /// <summary>Preferences may be changed as they are; a new address or password, and all that the old clients send, comes with the password.</summary>
    private static SandboxResponse Update(HerokuCall call, Account account)
    {
        var (email, newPassword) = (call.Text("email"), call.Text("new_password"));
        if (email is not null || newPassword is not null || call.Has("password"))
            RequirePassword(call, account);
        if (email is not null && !email.Contains('@', StringComparison.Ordinal))
            throw HerokuAnswer.Invalid("The address is not valid.");
        if (email is not null && call.State.Accounts.Find(email) is { } other && other != account)
            throw HerokuAnswer.Invalid("The address belongs to another account.");
        if (newPassword is { Length: < ShortestPassword })
            throw HerokuAnswer.Invalid($"The password has to have at least {ShortestPassword} characters.");

        account.AllowTracking = call.Flag("allow_tracking") ?? account.AllowTracking;
        account.Beta = call.Flag("beta") ?? account.Beta;
        account.Name = call.Has("name") ? call.Text("name") : account.Name;
        account.Email = email ?? account.Email;
        account.Password = newPassword ?? account.Password;
        account.UpdatedAt = call.Time;
        return HerokuAnswer.Json(account.ToJson());
    }

    private static SandboxResponse Delete(HerokuCall call, Account account)
    {
        if (call.Has("password"))
            RequirePassword(call, account);
        if (call.State.Apps.Any(app => app.Team is null && app.Owner == account))
            throw HerokuAnswer.Invalid("The account still owns apps; transfer or delete them first.");
        call.State.Remove(account);
        return HerokuAnswer.Json(account.ToJson());
    }

    private static void RequirePassword(HerokuCall call, Account account)
    {
        if (call.RequiredText("password") != account.Password)
            throw HerokuAnswer.Fault(401, "unauthorized", "The password is wrong.");
    }
}
