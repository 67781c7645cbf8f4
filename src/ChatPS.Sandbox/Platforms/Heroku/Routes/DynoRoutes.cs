using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Heroku.Model;
using ChatPS.Sandbox.Seeding;

namespace ChatPS.Sandbox.Platforms.Heroku.Routes;

/// <summary>What runs: the dynos of the formation and one-off ones.</summary>
internal static class DynoRoutes
{
    private const string All = "/apps/{app_identity}/dynos";
    private const string One = All + "/{dyno_identity}";
    private const string OfType = "/apps/{app_identity}/formations/{dyno_formation_type}";
    private static readonly SortOrder<Dyno> Order = new(("name", dyno => dyno.Name));

    public static void MapDynos(this HerokuService heroku)
    {
        heroku.MapApp("GET", All, "view", List);
        heroku.MapApp("POST", All, "deploy", Create);
        heroku.MapApp("GET", One, "view", (call, app) => HerokuAnswer.Json(Find(call, app, byType: false)[0].ToJson(app)));
        heroku.MapApp("DELETE", All, "operate", (call, app) => Restart(call, app, app.Dynos));
        heroku.MapApp("DELETE", One, "operate", (call, app) => Restart(call, app, Find(call, app, byType: true)));
        heroku.MapApp("DELETE", OfType, "operate", (call, app) => Restart(call, app, DynosOfType(call, app)));
        heroku.MapApp("POST", One + "/actions/stop", "operate", (call, app) => Stop(call, app, Find(call, app, byType: true)));
        heroku.MapApp("POST", OfType + "/actions/stop", "operate", (call, app) => Stop(call, app, DynosOfType(call, app)));
    }

    private static JsonObject ToJson(this Dyno dyno, App app) => new JsonObject
    {
        ["id"] = dyno.Id,
        ["app"] = app.ToReference(),
        ["attach_url"] = dyno.AttachUrl,
        ["command"] = dyno.Command,
        ["name"] = dyno.Name,
        ["release"] = new JsonObject { ["id"] = dyno.Release.Id, ["version"] = dyno.Release.Version },
        ["size"] = dyno.Size.Name,
        ["state"] = dyno.State,
        ["type"] = dyno.Type,
    }.WithTimes(dyno);

    /// <summary>The dyno of the path, by id or name; or all of a type, as the older clients name them.</summary>
    private static List<Dyno> Find(HerokuCall call, App app, bool byType)
    {
        EndOneOffs(app, call.Time);
        var identity = call.Route("dyno_identity");
        var found = app.Dynos.FindAll(dyno => dyno.Id == identity || dyno.Name == identity);
        if (found.Count == 0 && byType)
            found = app.Dynos.FindAll(dyno => dyno.Type == identity);
        return found.Count > 0 ? found : throw HerokuAnswer.NotFound("dyno");
    }

    private static List<Dyno> DynosOfType(HerokuCall call, App app)
    {
        var type = call.Route("dyno_formation_type");
        return app.Dynos.Exists(dyno => dyno.Type == type) || app.Formation.Exists(formation => formation.Type == type)
            ? app.Dynos.FindAll(dyno => dyno.Type == type)
            : throw HerokuAnswer.NotFound("process type");
    }

    private static SandboxResponse List(HerokuCall call, App app)
    {
        EndOneOffs(app, call.Time);
        return call.List(app.Dynos, Order, dyno => dyno.ToJson(app));
    }

    /// <summary>Starts a one-off dyno. Its terminal would be a socket that isn't HTTP, so nobody answers there.</summary>
    private static SandboxResponse Create(HerokuCall call, App app)
    {
        var command = call.RequiredText("command");
        _ = call.Flag("force_no_tty");
        _ = call.Body.Map("env");
        var attached = call.Flag("attach") ?? false;
        var size = call.Named("size", call.State.DynoSizes) ?? call.State.DynoSizes.Find("Basic")!;
        var life = call.Number("time_to_live");
        if (life is <= 0)
            throw HerokuAnswer.Invalid("The time_to_live has to be a positive number of seconds.");
        var type = call.Text("type") ?? "run";
        var number = Random.Shared.Next(1000, 10_000);
        var dyno = new Dyno
        {
            Id = call.State.NewId(),
            CreatedAt = call.Time,
            Name = $"{type}.{number}",
            Type = type,
            Number = number,
            Command = command,
            Size = size,
            Release = app.CurrentRelease,
            AttachUrl = attached ? $"rendezvous://{call.Service.BaseUri.Authority}/{Seeder.Secret(20, "0123456789abcdef")}" : null,
            EndsAt = call.Time.AddSeconds(life ?? 24 * 60 * 60),
        };
        HerokuState.Start(app, dyno, call.Time);
        return HerokuAnswer.Json(dyno.ToJson(app), 201);
    }

    private static SandboxResponse Restart(HerokuCall call, App app, List<Dyno> dynos)
    {
        call.State.Restart(app, dynos.Contains, call.Time);
        return HerokuAnswer.Json(new JsonObject(), 202);
    }

    private static SandboxResponse Stop(HerokuCall call, App app, List<Dyno> dynos)
    {
        foreach (var dyno in dynos)
            HerokuState.Stop(app, dyno, call.Time);
        return HerokuAnswer.Json(new JsonObject(), 202);
    }

    private static void EndOneOffs(App app, DateTimeOffset time)
    {
        foreach (var dyno in app.Dynos.FindAll(dyno => dyno.EndsAt <= time))
            HerokuState.Stop(app, dyno, time);
    }
}
