using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Heroku.Model;

namespace ChatPS.Sandbox.Platforms.Heroku.Routes;

/// <summary>Turns successful writes to an app into events, and those into deliveries to the webhooks that want them.</summary>
internal static class WebhookObserver
{
    /// <summary>The resources that events are made of, by the part of the path that names them.</summary>
    private static readonly Dictionary<string, string> Resources = new()
    {
        ["addons"] = "addon",
        ["builds"] = "build",
        ["collaborators"] = "collaborator",
        ["domains"] = "domain",
        ["dynos"] = "dyno",
        ["formation"] = "formation",
        ["sni-endpoints"] = "sni-endpoint",
    };

    /// <summary>Sees to it that what a call has changed is told.</summary>
    public static SandboxResponse Observed(HerokuCall call, Func<HerokuCall, SandboxResponse> handler)
    {
        var app = AppOf(call);
        var response = handler(call);
        app ??= AppOf(call);
        if (app is null)
            return response;
        // Releases follow from many things; each is told once, whatever made it.
        foreach (var release in app.Releases.Skip(app.ReleasesSeen))
            Record(call, app, release.User, "release", "create", release.ToJson(app));
        app.ReleasesSeen = app.Releases.Count;
        if (call.Request.Method is "GET" or "HEAD" || response.Status is < 200 or > 299)
            return response;
        var segments = call.Request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var resource = segments.Length == 2 ? "app" : Resources.GetValueOrDefault(segments[2]);
        if (resource is null)
            return response;
        var action = call.Request.Method switch { "POST" => "create", "DELETE" when resource != "build" => "destroy", _ => "update" };
        var body = response.Body.IsEmpty ? null : JsonNode.Parse(response.Body.Span);
        foreach (var data in body is JsonArray items ? items.OfType<JsonObject>() : body is JsonObject one ? [one] : [])
            Record(call, app, call.Me, resource, action, (JsonObject)data.DeepClone());
        return response;
    }

    private static void Record(HerokuCall call, App app, Account actor, string resource, string action, JsonObject data)
    {
        var change = new WebhookEvent
        {
            Id = call.State.NewId(),
            CreatedAt = call.Time,
            AddOn = resource == "addon" ? call.State.AddOns.Find((string?)data["id"]) : null,
            Include = "api:" + resource,
            Action = action,
            Actor = actor,
            Data = data,
        };
        app.WebhookEvents.Add(change);
        foreach (var webhook in app.Webhooks)
            if (webhook.Include.Contains(change.Include) && (webhook.AddOn is null || webhook.AddOn == change.AddOn))
                app.WebhookDeliveries.Add(new() { Id = call.State.NewId(), CreatedAt = call.Time, Webhook = webhook, Event = change });
    }

    private static App? AppOf(HerokuCall call) =>
        call.Request.RouteValues.TryGetValue("app_identity", out var identity) ? call.State.Apps.Find(identity) : null;
}
