using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Heroku.Model;

namespace ChatPS.Sandbox.Platforms.Heroku.Routes;

/// <summary>The names under which an app is reached.</summary>
internal static partial class DomainRoutes
{
    private const string All = "/apps/{app_identity}/domains";
    private const string One = All + "/{domain_identity}";
    private static readonly SortOrder<Domain> Order = new(("hostname", domain => domain.Hostname));

    public static void MapDomains(this HerokuService heroku)
    {
        heroku.MapApp("GET", All, "view", (call, app) => call.List(app.Domains, Order, domain => domain.ToJson(app)));
        heroku.MapApp("POST", All, "operate", Create);
        heroku.MapApp("GET", One, "view", (call, app) => HerokuAnswer.Json(Find(call, app).ToJson(app)));
        heroku.MapApp("PATCH", One, "operate", Update);
        heroku.MapApp("DELETE", One, "operate", Delete);
    }

    private static JsonObject ToJson(this Domain domain, App app) => new JsonObject
    {
        ["id"] = domain.Id,
        ["acm_status"] = app.Acm && !domain.BuiltIn ? "cert issued" : null,
        ["acm_status_reason"] = null,
        ["app"] = app.ToReference(),
        ["cname"] = domain.Cname,
        ["hostname"] = domain.Hostname,
        ["kind"] = domain.BuiltIn ? "heroku" : "custom",
        ["sni_endpoint"] = app.SniEndpoints.Find(endpoint => endpoint.Id == domain.SniEndpointId)?.ToReference(),
        ["status"] = domain.Status,
    }.WithTimes(domain);

    private static Domain Find(HerokuCall call, App app)
    {
        var identity = call.Route("domain_identity");
        return app.Domains.Find(domain => domain.Id == identity || domain.Hostname.Equals(identity, StringComparison.OrdinalIgnoreCase))
            ?? throw HerokuAnswer.NotFound("domain");
    }

    private static SandboxResponse Create(HerokuCall call, App app)
    {
        var hostname = call.RequiredText("hostname").ToLowerInvariant();
        if (!Hostname().IsMatch(hostname))
            throw HerokuAnswer.Invalid($"{hostname} is not a valid host name.");
        if (call.State.Apps.Any(other => other.Domains.Exists(domain => domain.Hostname == hostname)))
            throw HerokuAnswer.Invalid($"{hostname} already belongs to an app.");
        var domain = new Domain { Id = call.State.NewId(), CreatedAt = call.Time, Hostname = hostname, Cname = call.State.NewDnsTarget(), SniEndpointId = EndpointOf(call, app) };
        app.Domains.Add(domain);
        return HerokuAnswer.Json(domain.ToJson(app), 201);
    }

    private static SandboxResponse Update(HerokuCall call, App app)
    {
        var domain = Find(call, app);
        if (!call.Has("sni_endpoint"))
            throw HerokuAnswer.Missing("sni_endpoint");
        domain.SniEndpointId = EndpointOf(call, app);
        domain.UpdatedAt = call.Time;
        return HerokuAnswer.Json(domain.ToJson(app));
    }

    private static SandboxResponse Delete(HerokuCall call, App app)
    {
        var domain = Find(call, app);
        if (domain.BuiltIn)
            throw HerokuAnswer.Invalid("The app's own address cannot be removed.");
        app.Domains.Remove(domain);
        return HerokuAnswer.Json(domain.ToJson(app));
    }

    private static string? EndpointOf(HerokuCall call, App app) => call.Text("sni_endpoint") is { } identity
        ? EndpointRoutes.Find(app, identity).Id
        : null;

    [GeneratedRegex(@"^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$")]
    private static partial Regex Hostname();
}
