using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Heroku.Model;

namespace ChatPS.Sandbox.Platforms.Heroku.Routes;

/// <summary>Where the logs of apps are copied to.</summary>
internal static class LogDrainRoutes
{
    private static readonly SortOrder<LogDrain> Order = new(("url", drain => drain.Url));

    public static void MapLogDrains(this HerokuService heroku)
    {
        heroku.Map("GET", "/apps/{app_identity}/log-drains", call =>
        {
            var app = call.App();
            return call.List(app.LogDrains, Order, drain => ToJson(drain, app));
        });
        heroku.Map("POST", "/apps/{app_identity}/log-drains", Create);
        heroku.Map("GET", "/apps/{app_identity}/log-drains/{log_drain_query_identity}", call =>
        {
            var app = call.App();
            return HerokuAnswer.Json(ToJson(Drain(call, app), app));
        });
        heroku.Map("DELETE", "/apps/{app_identity}/log-drains/{log_drain_query_identity}", Delete);
        heroku.Map("GET", "/addons/{add_on_identity}/log-drains", call =>
        {
            var addOn = AddOnRoutes.AddOnOf(call);
            return call.List(addOn.App.LogDrains.Where(drain => drain.AddOn == addOn), Order, drain => ToJson(drain, addOn.App));
        });
        heroku.Map("PUT", "/addons/{add_on_identity}/log-drains/{log_drain_query_identity}", Update);
    }

    public static LogDrain NewDrain(string id, string url, AddOn? addOn, DateTimeOffset time) => new()
    {
        Id = id,
        CreatedAt = time,
        AddOn = addOn,
        Token = "d." + Guid.NewGuid(),
        Url = url,
    };

    private static SandboxResponse Create(HerokuCall call)
    {
        var app = call.App("operate");
        var url = Address(call);
        if (app.LogDrains.Exists(drain => drain.Url == url))
            throw HerokuAnswer.Invalid("The app's log goes there already.");
        var drain = NewDrain(call.State.NewId(), url, null, call.Time);
        app.LogDrains.Add(drain);
        return HerokuAnswer.Json(ToJson(drain, app), 201);
    }

    private static SandboxResponse Update(HerokuCall call)
    {
        var addOn = AddOnRoutes.AddOnOf(call, "operate");
        var drain = Drain(call, addOn.App);
        if (drain.AddOn != addOn)
            throw HerokuAnswer.NotFound("log drain");
        (drain.Url, drain.UpdatedAt) = (Address(call), call.Time);
        return HerokuAnswer.Json(ToJson(drain, addOn.App));
    }

    private static SandboxResponse Delete(HerokuCall call)
    {
        var app = call.App("operate");
        var drain = Drain(call, app);
        if (drain.AddOn is { } addOn)
            throw HerokuAnswer.Forbidden($"The log drain belongs to the add-on {addOn.Name}.");
        app.LogDrains.Remove(drain);
        return HerokuAnswer.Json(ToJson(drain, app));
    }

    private static string Address(HerokuCall call) =>
        call.RequiredText("url") is var url && Uri.TryCreate(url, UriKind.Absolute, out var address)
            && address.Scheme is "syslog" or "syslog+tls" or "http" or "https"
            ? url
            : throw HerokuAnswer.Invalid("The URL of a log drain begins with syslog, syslog+tls, http or https.");

    private static LogDrain Drain(HerokuCall call, App app) =>
        call.Route("log_drain_query_identity") is var identity
            && app.LogDrains.Find(drain => identity == drain.Id || identity == drain.Token || identity == drain.Url) is { } found
            ? found
            : throw HerokuAnswer.NotFound("log drain");

    private static JsonObject ToJson(LogDrain drain, App app) => new JsonObject
    {
        ["id"] = drain.Id,
        ["addon"] = drain.AddOn is { } addOn ? AddOnRoutes.ToReference(addOn) : null,
        ["app"] = app.ToReference(),
        ["token"] = drain.Token,
        ["url"] = drain.Url,
    }.WithTimes(drain);
}
