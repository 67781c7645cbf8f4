using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>Applications that ask people for access: administrators have them.</summary>
internal static class OAuthRoutes
{
    public static void Map(MattermostService service)
    {
        service.On("GET", "/oauth/apps", List);
        service.On("POST", "/oauth/apps", Create);
        service.On("GET", "/oauth/apps/{app_id}", call => Call.Json(Managed(call)));
        service.On("GET", "/oauth/apps/{app_id}/info", call => Call.Json(App(call).WithoutSecret()));
        service.OnAudited("PUT", "/oauth/apps/{app_id}", Update);
        service.OnAudited("DELETE", "/oauth/apps/{app_id}", Delete);
        service.OnAudited("POST", "/oauth/apps/{app_id}/regen_secret", Regenerate, attempt: null);
        service.On("GET", "/users/{user_id}/oauth/apps/authorized", Authorized);
    }

    private static SandboxResponse List(Call call)
    {
        if (!call.Me.IsAdmin)
            throw new Problem(403, "api.command.admin_only.app_error", "Only administrators may.");
        return Call.Json(call.Page(call.State.Integrations.OAuthApps.Values));
    }

    private static SandboxResponse Create(Call call)
    {
        var body = call.Body("oauth_app");
        call.NeedAdmin();
        var now = call.State.Now();
        var app = new OAuthApp { Id = call.State.NewId(), CreatorId = call.Me.Id, CreateAt = now, UpdateAt = now, ClientSecret = MattermostState.NewSecret() };
        Fill(app, body);
        call.State.Integrations.OAuthApps.Add(app.Id, app);
        return Call.Json(app, 201);
    }

    private static SandboxResponse Update(Call call)
    {
        call.NeedAdmin();
        var body = call.Body("oauth_app");
        if (body.Text("id") != call.Id("app_id"))
            throw Problem.InvalidBody("app_id");
        var app = Managed(call);
        Fill(app, body);
        app.UpdateAt = call.State.Now();
        return Call.Json(app);
    }

    private static SandboxResponse Delete(Call call)
    {
        var app = Managed(call);
        call.State.Integrations.OAuthApps.Remove(app.Id);
        foreach (var granted in call.State.Integrations.AuthorizedApps.Values)
            granted.Remove(app.Id);
        return Call.Ok();
    }

    private static SandboxResponse Regenerate(Call call)
    {
        var app = Managed(call);
        (app.ClientSecret, app.UpdateAt) = (MattermostState.NewSecret(), call.State.Now());
        return Call.Json(app);
    }

    private static SandboxResponse Authorized(Call call)
    {
        var user = call.User();
        call.NeedSelf(user);
        var ids = call.State.Integrations.AuthorizedApps.GetValueOrDefault(user.Id) ?? [];
        return Call.Json(call.Page(ids.Select(id => call.State.Integrations.OAuthApps[id].WithoutSecret())));
    }

    private static OAuthApp App(Call call) => call.State.Integrations.OAuthApps.TryGetValue(call.Id("app_id"), out var app)
        ? app
        : throw new Problem(404, "app.oauth.get_app.find.app_error", "There is no such application.");

    private static OAuthApp Managed(Call call)
    {
        call.NeedAdmin();
        return App(call);
    }

    private static void Fill(OAuthApp app, JsonObject body)
    {
        var (name, home, icon, addresses) = (body.Text("name") ?? "", body.Text("homepage") ?? "", body.Text("icon_url") ?? "", body.Texts("callback_urls"));
        if (name.Length is 0 or > 64)
            throw Invalid("name");
        if (addresses.Count == 0 || !addresses.TrueForAll(WebhookRoutes.IsWebAddress))
            throw Invalid("callback");
        if (home.Length is 0 or > 256 || !WebhookRoutes.IsWebAddress(home))
            throw Invalid("homepage");
        if (icon.Length > 0 && (icon.Length > 512 || !WebhookRoutes.IsWebAddress(icon)))
            throw Invalid("icon_url");
        app.Description = WebhookRoutes.Short(body, "description", 512, "model.oauth.is_valid.description.app_error");
        (app.Name, app.Homepage, app.IconUrl, app.CallbackUrls, app.IsTrusted) = (name, home, icon, addresses, body.Bool("is_trusted") ?? false);
    }

    private static Problem Invalid(string field) => new(400, $"model.oauth.is_valid.{field}.app_error", $"The application's {field} isn't valid.");
}
