using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Heroku.Model;
using ChatPS.Sandbox.Seeding;

namespace ChatPS.Sandbox.Platforms.Heroku.Routes;

/// <summary>Apps, and their automatically managed certificates.</summary>
internal static partial class AppRoutes
{
    private const string One = "/apps/{app_identity}";
    public static readonly SortOrder<App> Order = new(("name", app => app.Name));

    private static readonly string[] Adjectives = ["amber", "brisk", "calm", "distant", "early", "gentle", "hollow", "misty", "quiet", "silver"];
    private static readonly string[] Nouns = ["brook", "canyon", "delta", "fjord", "glade", "harbor", "meadow", "orchard", "ridge", "tundra"];

    public static void MapApps(this HerokuService heroku)
    {
        heroku.Map("GET", "/apps", call => call.List(call.State.AppsOf(call.Me), Order, ToJson));
        heroku.Map("GET", "/users/{account_identity}/apps", ListOwnedAndCollaborated);
        heroku.Map("POST", "/apps", call => HerokuAnswer.Json(ToJson(Create(call, team: null)), 201).WithWarning(call));
        heroku.MapApp("GET", One, "view", (_, app) => HerokuAnswer.Json(app.ToJson()));
        heroku.MapApp("PATCH", One, "operate", Update);
        heroku.MapApp("DELETE", One, "manage", Delete);
        heroku.MapApp("POST", One + "/acm", "operate", (call, app) => SetAcm(call, app, on: true));
        heroku.MapApp("PATCH", One + "/acm", "operate", (call, app) => SetAcm(call, app, on: null));
        heroku.MapApp("DELETE", One + "/acm", "operate", (call, app) => SetAcm(call, app, on: false));
    }

    /// <summary>All that both kinds of app, personal and a team's, show of themselves.</summary>
    public static JsonObject ToJson(this App app) => new JsonObject
    {
        ["id"] = app.Id,
        ["name"] = app.Name,
        ["acm"] = app.Acm,
        ["archived_at"] = null,
        ["build_stack"] = app.BuildStack.ToReference(),
        ["buildpack_provided_description"] = app.BuildpackProvidedDescription,
        ["generation"] = app.Generation.ToReference(),
        ["git_url"] = $"https://git.heroku.com/{app.Name}.git",
        ["internal_routing"] = app.InternalRouting,
        ["maintenance"] = app.Maintenance,
        ["organization"] = app.Team?.ToReference(),
        ["owner"] = app.Team is { } team ? new JsonObject { ["id"] = team.Id, ["email"] = team.OwnerEmail } : app.Owner.ToReference(),
        ["region"] = app.Region.ToReference(),
        ["released_at"] = app.CurrentRelease.CreatedAt.ToWire(),
        ["repo_size"] = app.RepoSize,
        ["slug_size"] = app.CurrentRelease.Slug?.Size,
        ["space"] = null,
        ["stack"] = app.Stack.ToReference(),
        ["team"] = app.Team?.ToReference(),
        ["web_url"] = $"https://{app.Hostname}/",
    }.WithTimes(app);

    /// <summary>Makes the app that a body describes.</summary>
    public static App Create(HerokuCall call, Team? team)
    {
        call.NeedSolvency();
        var name = call.Text("name");
        RequireFreeName(call, name);
        var region = call.Named("region", call.State.Regions) ?? call.State.Regions.Find("us")!;
        var stack = call.Named("stack", call.State.Stacks) ?? call.State.Stacks.First(stack => stack.Default);
        if (region.PrivateCapable)
            throw HerokuAnswer.Invalid($"The region {region.Name} takes apps of private spaces only.");
        var features = (call.Body.Texts("feature_flags") ?? []).ConvertAll(feature =>
            call.State.AppFeatures.Find(feature) ?? throw HerokuAnswer.Invalid($"There is no feature {feature}."));
        var app = call.State.NewApp(name ?? NewName(call), call.Me, team, region, stack, call.Time);
        app.Features.UnionWith(features.Select(feature => feature.Name));
        return app;
    }

    /// <summary>Warns of what an app was made with.</summary>
    public static SandboxResponse WithWarning(this SandboxResponse response, HerokuCall call) =>
        call.Named("stack", call.State.Stacks) is { State: "deprecated" } stack
            ? response.With("X-Heroku-Warning", $"The stack {stack.Name} is deprecated; builds on it will stop working.")
            : response;

    private static SandboxResponse ListOwnedAndCollaborated(HerokuCall call)
    {
        var account = call.OwnAccount();
        return call.List(call.State.Apps.Where(app => app.IsJoinedBy(account)), Order, ToJson);
    }

    private static SandboxResponse Update(HerokuCall call, App app)
    {
        var name = call.Text("name");
        var stack = call.Named("build_stack", call.State.Stacks);
        if (name is not null && name != app.Name)
        {
            _ = call.App("manage");
            RequireFreeName(call, name);
            app.Name = name;
        }

        app.Maintenance = call.Flag("maintenance") ?? app.Maintenance;
        app.BuildStack = stack ?? app.BuildStack;
        app.UpdatedAt = call.Time;
        return HerokuAnswer.Json(ToJson(app));
    }

    private static SandboxResponse Delete(HerokuCall call, App app)
    {
        call.State.Remove(app);
        return HerokuAnswer.Json(ToJson(app));
    }

    private static SandboxResponse SetAcm(HerokuCall call, App app, bool? on)
    {
        if (on is null && !app.Acm)
            throw HerokuAnswer.Invalid("The app has no automated certificates to refresh.");
        app.Acm = on ?? app.Acm;
        app.UpdatedAt = call.Time;
        return HerokuAnswer.Json(ToJson(app));
    }

    private static void RequireFreeName(HerokuCall call, string? name)
    {
        if (name is null)
            return;
        if (!Name().IsMatch(name))
            throw HerokuAnswer.Invalid("The name has to start with a letter, end with a letter or digit and have 3 to 30 lower-case letters, digits and dashes.");
        if (call.State.Apps.Find(name) is not null)
            throw HerokuAnswer.Invalid($"The name {name} is already taken.");
    }

    /// <summary>A made-up name that is still free.</summary>
    private static string NewName(HerokuCall call)
    {
        while (true)
        {
            var name = $"{Pick(Adjectives)}-{Pick(Nouns)}-{Seeder.Secret(5, "0123456789")}";
            if (call.State.Apps.Find(name) is null)
                return name;
        }

        static string Pick(string[] words) => words[Random.Shared.Next(words.Length)];
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{1,28}[a-z0-9]$")]
    private static partial Regex Name();
}
