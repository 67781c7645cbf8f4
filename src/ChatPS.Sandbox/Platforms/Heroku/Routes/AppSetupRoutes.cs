using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Heroku.Model;

namespace ChatPS.Sandbox.Platforms.Heroku.Routes;

/// <summary>Apps made from a source in one go.</summary>
internal static class AppSetupRoutes
{
    public static void MapAppSetups(this HerokuService heroku)
    {
        heroku.Map("POST", "/app-setups", Create);
        heroku.Map("GET", "/app-setups/{app_setup_identity}", call =>
        {
            var setup = call.State.AppSetups.Find(call.Route("app_setup_identity")) ?? throw HerokuAnswer.NotFound("app setup");
            _ = call.AppOf(setup.App.Id);
            heroku.Finish(setup.Build, call.Time);
            return HerokuAnswer.Json(ToJson(setup, heroku));
        });
    }

    private static SandboxResponse Create(HerokuCall call)
    {
        var source = call.Body.Object("source_blob") ?? throw HerokuAnswer.Missing("source_blob");
        var overrides = call.Body.Object("overrides") ?? [];
        var (env, buildpacks) = (overrides.Map("env"), BuildRoutes.BuildpacksOf(overrides));
        if (string.IsNullOrEmpty(source.Text("url")))
            throw HerokuAnswer.Missing("source_blob.url");
        var app = TeamAppRoutes.New(call.With(call.Body.Object("app") ?? []));
        if (env is { Count: > 0 })
        {
            call.State.AddRelease(
                app, call.Me, call.Time, $"Set {string.Join(", ", env.Keys)} config vars", configVars: env);
        }

        app.Buildpacks = buildpacks ?? app.Buildpacks;
        var setup = new AppSetup
        {
            Id = call.State.NewId(),
            CreatedAt = call.Time,
            App = app,
            Build = BuildRoutes.NewBuild(call, app, source, null),
        };
        call.State.AppSetups.Add(setup);
        return HerokuAnswer.Json(ToJson(setup, call.Service), 201);
    }

    private static JsonObject ToJson(AppSetup setup, HerokuService heroku) => new JsonObject
    {
        ["id"] = setup.Id,
        ["app"] = setup.App.ToReference(),
        ["build"] = new JsonObject
        {
            ["id"] = setup.Build.Id,
            ["output_stream_url"] = BuildRoutes.OutputUrl(setup.Build, heroku),
            ["status"] = setup.Build.Status,
        },
        ["failure_message"] = setup.Build.Status == "failed" ? "The build has failed." : null,
        ["manifest_errors"] = new JsonArray(),
        ["postdeploy"] = null,
        ["resolved_success_url"] = null,
        ["status"] = setup.Build.Status,
    }.WithTimes(setup);
}
