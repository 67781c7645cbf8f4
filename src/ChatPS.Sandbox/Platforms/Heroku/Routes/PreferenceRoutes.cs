using System.Text.Json;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Heroku.Model;
using ChatPS.Sandbox.Seeding;

namespace ChatPS.Sandbox.Platforms.Heroku.Routes;

/// <summary>What the dashboard remembers of a person, and the way back for those who have forgotten their password.</summary>
internal static class PreferenceRoutes
{
    private static readonly Dictionary<string, JsonValueKind> Kinds = new()
    {
        ["timezone"] = JsonValueKind.String,
        ["default-organization"] = JsonValueKind.String,
        ["dismissed-getting-started"] = JsonValueKind.True,
        ["dismissed-github-banner"] = JsonValueKind.True,
        ["dismissed-org-access-controls"] = JsonValueKind.True,
        ["dismissed-org-wizard-notification"] = JsonValueKind.True,
        ["dismissed-pipelines-banner"] = JsonValueKind.True,
        ["dismissed-pipelines-github-banner"] = JsonValueKind.True,
        ["dismissed-pipelines-github-banners"] = JsonValueKind.Array,
        ["dismissed-sms-banner"] = JsonValueKind.True,
    };

    public static void MapPreferences(this HerokuService heroku)
    {
        heroku.Map("GET", "/users/{user_preferences_identity}/preferences", call => Answer(call.OwnAccount("user_preferences_identity")));
        heroku.Map("PATCH", "/users/{user_preferences_identity}/preferences", Update);
        heroku.MapOpen("POST", "/password-resets", request => Reset(heroku.State, request));
        heroku.MapOpen("POST", "/password-resets/{password_reset_reset_password_token}/actions/finalize", request => Complete(heroku.State, request));
    }

    private static SandboxResponse Update(HerokuCall call)
    {
        var account = call.OwnAccount("user_preferences_identity");
        foreach (var (name, value) in call.Body)
        {
            if (!Kinds.TryGetValue(name, out var kind))
                throw HerokuAnswer.Invalid($"There is no preference {name}.");
            var given = value?.GetValueKind();
            if (given is not null && given != kind && (given, kind) is not (JsonValueKind.False, JsonValueKind.True))
                throw HerokuAnswer.Invalid($"The preference {name} has another type.");
        }

        // A null forgets; what isn't named stays.
        foreach (var (name, value) in call.Body)
            account.Preferences[name] = value?.DeepClone();
        return Answer(account);
    }

    private static SandboxResponse Answer(Account account) => HerokuAnswer.Json(new JsonObject(
        Kinds.Keys.Select(name => KeyValuePair.Create(name, account.Preferences.GetValueOrDefault(name)?.DeepClone()))));

    /// <summary>Makes a token that a mail would bring.</summary>
    private static SandboxResponse Reset(HerokuState state, SandboxRequest request)
    {
        var email = (request.Json as JsonObject)?.Text("email") ?? throw HerokuAnswer.Missing("email");
        var account = state.Accounts.FirstOrDefault(account => account.Email.Equals(email, StringComparison.OrdinalIgnoreCase))
            ?? throw HerokuAnswer.NotFound("account");
        state.PasswordResets[Seeder.Secret(32, "0123456789abcdef")] = account;
        return HerokuAnswer.Json(ToJson(account, request));
    }

    private static SandboxResponse Complete(HerokuState state, SandboxRequest request)
    {
        var token = request.Route("password_reset_reset_password_token");
        var account = state.PasswordResets.GetValueOrDefault(token) ?? throw HerokuAnswer.NotFound("password reset");
        var body = request.Json as JsonObject ?? throw HerokuAnswer.BadRequest("The body is not a JSON object.");
        var password = body.Text("password") ?? throw HerokuAnswer.Missing("password");
        if (password != body.Text("password_confirmation"))
            throw HerokuAnswer.Invalid("The password and its confirmation differ.");
        state.PasswordResets.Remove(token);
        (account.Password, account.UpdatedAt) = (password, request.Time);
        return HerokuAnswer.Json(ToJson(account, request));
    }

    private static JsonObject ToJson(Account account, SandboxRequest request) =>
        new() { ["created_at"] = request.Time.ToWire(), ["user"] = account.ToReference() };
}
