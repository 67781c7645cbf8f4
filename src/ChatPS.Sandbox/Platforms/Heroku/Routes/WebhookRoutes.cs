using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Heroku.Model;

namespace ChatPS.Sandbox.Platforms.Heroku.Routes;

/// <summary>Who wants to hear of the changes of an app or an add-on, what there was to hear, and where it stands.</summary>
internal static class WebhookRoutes
{
    private static readonly SortOrder<Webhook> Order = new();
    private static readonly SortOrder<WebhookEvent> EventOrder = new();
    private static readonly SortOrder<WebhookDelivery> DeliveryOrder = new();

    public static void MapWebhooks(this HerokuService heroku)
    {
        Map(heroku, "/apps/{app_identity}", (call, permission) => (call.App(permission), null));
        Map(heroku, "/addons/{add_on_identity}", (call, permission) => AddOnRoutes.AddOnOf(call, permission) is var addOn ? (addOn.App, addOn) : default);
    }

    /// <summary>The same operations for an app and for an add-on, whose webhooks are kept with its app.</summary>
    private static void Map(HerokuService heroku, string owner, Func<HerokuCall, string, (App App, AddOn? AddOn)> find)
    {
        heroku.Map("GET", owner + "/webhooks", call =>
        {
            var (app, addOn) = find(call, "view");
            return call.List(app.Webhooks.Where(webhook => webhook.AddOn == addOn), Order, webhook => ToJson(webhook, app));
        });
        heroku.Map("POST", owner + "/webhooks", call =>
        {
            var (app, addOn) = find(call, "operate");
            return Create(call, app, addOn);
        });
        heroku.Map("GET", owner + "/webhooks/{app_webhook_identity}", call =>
        {
            var (app, addOn) = find(call, "view");
            return HerokuAnswer.Json(ToJson(WebhookOf(call, app, addOn), app));
        });
        heroku.Map("PATCH", owner + "/webhooks/{app_webhook_identity}", call =>
        {
            var (app, addOn) = find(call, "operate");
            return Update(call, app, WebhookOf(call, app, addOn));
        });
        heroku.Map("DELETE", owner + "/webhooks/{app_webhook_identity}", call =>
        {
            var (app, addOn) = find(call, "operate");
            var webhook = WebhookOf(call, app, addOn);
            app.Webhooks.Remove(webhook);
            app.WebhookDeliveries.RemoveAll(delivery => delivery.Webhook == webhook);
            return HerokuAnswer.Json(ToJson(webhook, app));
        });
        heroku.Map("GET", owner + "/webhook-events", call =>
        {
            var (app, addOn) = find(call, "view");
            return call.List(app.WebhookEvents.Where(change => addOn is null || change.AddOn == addOn), EventOrder, ToJson);
        });
        heroku.Map("GET", owner + "/webhook-events/{app_webhook_event_identity}", call =>
        {
            var (app, addOn) = find(call, "view");
            var change = app.WebhookEvents.Find(change => change.Id == call.Route("app_webhook_event_identity") && (addOn is null || change.AddOn == addOn));
            return HerokuAnswer.Json(ToJson(change ?? throw HerokuAnswer.NotFound("webhook event")));
        });
        heroku.Map("GET", owner + "/webhook-deliveries", call =>
        {
            var (app, addOn) = find(call, "view");
            return call.List(app.WebhookDeliveries.Where(delivery => delivery.Webhook.AddOn == addOn), DeliveryOrder, ToJson);
        });
        heroku.Map("GET", owner + "/webhook-deliveries/{app_webhook_delivery_identity}", call =>
        {
            var (app, addOn) = find(call, "view");
            var delivery = app.WebhookDeliveries.Find(delivery =>
                delivery.Id == call.Route("app_webhook_delivery_identity") && delivery.Webhook.AddOn == addOn);
            return HerokuAnswer.Json(ToJson(delivery ?? throw HerokuAnswer.NotFound("webhook delivery")));
        });
    }

    private static SandboxResponse Create(HerokuCall call, App app, AddOn? addOn)
    {
        var webhook = new Webhook
        {
            Id = call.State.NewId(),
            CreatedAt = call.Time,
            AddOn = addOn,
            Include = Include(call) ?? throw HerokuAnswer.Missing("include"),
            Level = Level(call) ?? throw HerokuAnswer.Missing("level"),
            Url = Url(call) ?? throw HerokuAnswer.Missing("url"),
            Authorization = call.Text("authorization"),
            Secret = call.Text("secret") ?? OAuthRoutes.NewSecret(),
        };
        app.Webhooks.Add(webhook);
        // The only time that the secret is told.
        return HerokuAnswer.Json(ToJson(webhook, app), 201).With("Heroku-Webhook-Secret", webhook.Secret);
    }

    private static SandboxResponse Update(HerokuCall call, App app, Webhook webhook)
    {
        var (include, level, url) = (Include(call), Level(call), Url(call));
        (webhook.Include, webhook.Level, webhook.Url) = (include ?? webhook.Include, level ?? webhook.Level, url ?? webhook.Url);
        if (call.Has("authorization"))
            webhook.Authorization = call.Text("authorization");
        webhook.UpdatedAt = call.Time;
        var response = HerokuAnswer.Json(ToJson(webhook, app));
        if (!call.Has("secret"))
            return response;
        // A null asks for a secret of the service's own making.
        webhook.Secret = call.Text("secret") ?? OAuthRoutes.NewSecret();
        return response.With("Heroku-Webhook-Secret", webhook.Secret);
    }

    private static Webhook WebhookOf(HerokuCall call, App app, AddOn? addOn) =>
        app.Webhooks.Find(webhook => webhook.Id == call.Route("app_webhook_identity") && webhook.AddOn == addOn) ?? throw HerokuAnswer.NotFound("webhook");

    private static List<string>? Include(HerokuCall call) => call.Body.Texts("include") switch
    {
        null => null,
        { Count: > 0 } names when names.TrueForAll(name => name.StartsWith("api:", StringComparison.Ordinal) || name == "dyno") => names,
        _ => throw HerokuAnswer.Invalid("The parameter include has to be a list of names like api:release."),
    };

    private static string? Level(HerokuCall call) => call.Text("level") switch
    {
        null => null,
        ("notify" or "sync") and var level => level,
        _ => throw HerokuAnswer.Invalid("The level has to be notify or sync."),
    };

    private static string? Url(HerokuCall call) => call.Text("url") switch
    {
        null => null,
        var url when Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback) => url,
        _ => throw HerokuAnswer.Invalid("The URL of a webhook has to be an https address."),
    };

    private static JsonObject ToJson(Webhook webhook, App app) => new JsonObject
    {
        ["id"] = webhook.Id,
        [webhook.AddOn is null ? "app" : "addon"] = webhook.AddOn?.ToReference() ?? app.ToReference(),
        ["include"] = webhook.Include.ToJsonArray(),
        ["level"] = webhook.Level,
        ["url"] = webhook.Url,
    }.WithTimes(webhook);

    private static JsonObject ToJson(WebhookEvent change) => new JsonObject
    {
        ["id"] = change.Id,
        ["include"] = change.Include,
        ["payload"] = new JsonObject
        {
            ["action"] = change.Action,
            ["actor"] = change.Actor.ToReference(),
            ["data"] = change.Data.DeepClone(),
            ["previous_data"] = new JsonObject(),
            ["resource"] = change.Include["api:".Length..],
            ["version"] = "application/vnd.heroku+json; version=3",
        },
    }.WithTimes(change);

    private static JsonObject ToJson(WebhookDelivery delivery) => new JsonObject
    {
        ["id"] = delivery.Id,
        ["event"] = new JsonObject { ["id"] = delivery.Event.Id, ["include"] = delivery.Event.Include },
        ["last_attempt"] = null,
        ["next_attempt_at"] = delivery.CreatedAt.ToWire(),
        ["num_attempts"] = 0,
        ["status"] = "pending",
        ["webhook"] = new JsonObject { ["id"] = delivery.Webhook.Id, ["level"] = delivery.Webhook.Level },
    }.WithTimes(delivery);
}
