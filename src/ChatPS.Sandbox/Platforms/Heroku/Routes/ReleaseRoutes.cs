using System.Globalization;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Platforms.Heroku.Model;

namespace ChatPS.Sandbox.Platforms.Heroku.Routes;

/// <summary>The states of code and configuration that ran, and the way back to one.</summary>
internal static class ReleaseRoutes
{
    private const string All = "/apps/{app_identity}/releases";
    private static readonly SortOrder<Release> Order =
        new(("version", release => release.Version.ToString(CultureInfo.InvariantCulture)));

    public static void MapReleases(this HerokuService heroku)
    {
        heroku.MapApp("GET", All, "view", (call, app) => call.List(app.Releases, Order, release => release.ToJson(app)));
        heroku.MapApp("POST", All, "deploy", (call, app) => HerokuAnswer.Json((call.Has("release") ? Rollback(call, app) : Create(call, app)).ToJson(app), 201));
        heroku.MapApp("GET", All + "/{release_identity}", "view", (call, app) => HerokuAnswer.Json(Find(app, call.Route("release_identity")).ToJson(app)));
    }

    public static JsonObject ToJson(this Release release, App app) => new JsonObject
    {
        ["id"] = release.Id,
        ["addon_plan_names"] = release.AddOnPlanNames.ToJsonArray(),
        ["app"] = app.ToReference(),
        ["artifacts"] = release.Slug is { } artifact ? new JsonArray(new JsonObject { ["type"] = "slug", ["id"] = artifact.Id }) : new JsonArray(),
        ["current"] = release == app.CurrentRelease,
        ["description"] = release.Description,
        ["eligible_for_rollback"] = CanComeBack(release),
        ["output_stream_url"] = null,
        ["slug"] = release.Slug is { } slug ? new JsonObject { ["id"] = slug.Id } : null,
        ["status"] = release.Status,
        ["user"] = release.User.ToReference(),
        ["version"] = release.Version,
    }.WithTimes(release);

    /// <summary>A release by its id or version, written 12 or v12.</summary>
    public static Release Find(App app, string identity)
    {
        var version = identity.TrimStart('v', 'V');
        return app.Releases.Find(release => release.Id == identity || release.Version.ToString(CultureInfo.InvariantCulture) == version)
            ?? throw HerokuAnswer.NotFound("release");
    }

    private static bool CanComeBack(Release release) => release is { Slug: not null, Status: "succeeded" };

    private static Release Create(HerokuCall call, App app)
    {
        var id = call.Text("slug") ?? throw HerokuAnswer.Missing("slug");
        // Slugs may be copied between apps.
        var slug = call.State.AppsOf(call.Me).SelectMany(other => other.Slugs).FirstOrDefault(slug => slug.Id == id) ?? throw HerokuAnswer.NotFound("slug");
        var description = call.Text("description") ?? $"Deploy {slug.Commit?[..Math.Min(8, slug.Commit.Length)] ?? "slug"}";
        return call.State.AddRelease(app, call.Me, call.Time, description, slug);
    }

    private static Release Rollback(HerokuCall call, App app)
    {
        var former = Find(app, call.Body["release"] is JsonValue value ? value.ToString() : throw HerokuAnswer.Missing("release"));
        if (!CanComeBack(former))
            throw HerokuAnswer.Invalid($"There is no code in v{former.Version} to go back to.");
        return call.State.AddRelease(app, call.Me, call.Time, $"Rollback to v{former.Version}", former.Slug, former.ConfigVars);
    }
}
