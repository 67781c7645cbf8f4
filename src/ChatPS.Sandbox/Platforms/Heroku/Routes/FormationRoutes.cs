using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Heroku.Model;

namespace ChatPS.Sandbox.Platforms.Heroku.Routes;

/// <summary>How many dynos of each process type run, and how big they are.</summary>
internal static class FormationRoutes
{
    private const string All = "/apps/{app_identity}/formation";
    private const string One = All + "/{formation_identity}";
    private const int MostDynos = 100;
    private static readonly SortOrder<Formation> Order = new(("type", formation => formation.Type));

    public static void MapFormation(this HerokuService heroku)
    {
        heroku.MapApp("GET", All, "view", (call, app) => call.List(app.Formation, Order, formation => formation.ToJson(app)));
        heroku.MapApp("GET", One, "view", (call, app) => HerokuAnswer.Json(Find(app, call.Route("formation_identity")).ToJson(app)));
        heroku.MapApp("PATCH", One, "operate", Update);
        heroku.MapApp("PATCH", All, "operate", UpdateMany);
    }

    private static JsonObject ToJson(this Formation formation, App app) => new JsonObject
    {
        ["id"] = formation.Id,
        ["app"] = app.ToReference(),
        ["command"] = formation.Command,
        ["dyno_size"] = formation.Size.ToReference(),
        ["quantity"] = formation.Quantity,
        ["size"] = formation.Size.Name,
        ["type"] = formation.Type,
    }.WithTimes(formation);

    private static Formation Find(App app, string? identity) =>
        app.Formation.Find(formation => formation.Type == identity || formation.Id == identity) ?? throw HerokuAnswer.NotFound("process type");

    private static SandboxResponse Update(HerokuCall call, App app)
    {
        var change = Read(call, Find(app, call.Route("formation_identity")), call.Body);
        Apply(call, app, change);
        return HerokuAnswer.Json(change.Formation.ToJson(app));
    }

    /// <summary>All updates are read before the first is done, so that a wrong one leaves everything as it was.</summary>
    private static SandboxResponse UpdateMany(HerokuCall call, App app)
    {
        var updates = call.Body["updates"] as JsonArray ?? throw HerokuAnswer.Missing("updates");
        var changes = updates
            .Select(update => update as JsonObject ?? throw HerokuAnswer.Invalid("Each of the updates has to be an object."))
            .Select(update => Read(call, Find(app, update.Text("type") ?? throw HerokuAnswer.Missing("type")), update))
            .ToList();
        changes.ForEach(change => Apply(call, app, change));
        return HerokuAnswer.Json(changes.Select(change => change.Formation.ToJson(app)).ToJsonArray());
    }

    private static Change Read(HerokuCall call, Formation formation, JsonObject update)
    {
        var size = update.Named("dyno_size", call.State.DynoSizes) ?? update.Named("size", call.State.DynoSizes) ?? formation.Size;
        return new(formation, Quantity(update["quantity"], formation.Quantity), size);
    }

    /// <summary>A number, or a text that may start with a sign and then counts from what runs now.</summary>
    private static int Quantity(JsonNode? value, int now)
    {
        if (value is null)
            return now;
        var text = value.GetValueKind() is JsonValueKind.String or JsonValueKind.Number ? value.ToString() : "";
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            throw HerokuAnswer.Invalid("The quantity has to be a whole number.");
        var quantity = value.GetValueKind() == JsonValueKind.String && text[0] is '+' or '-' ? now + number : number;
        return quantity is >= 0 and <= MostDynos ? quantity : throw HerokuAnswer.Invalid($"The quantity has to be between 0 and {MostDynos}.");
    }

    private static void Apply(HerokuCall call, App app, Change change) =>
        call.State.Scale(app, change.Formation, change.Quantity, change.Size, call.Me, call.Time);

    private readonly record struct Change(Formation Formation, int Quantity, DynoSize Size);
}
