using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Heroku.Model;

namespace ChatPS.Sandbox.Platforms.Heroku.Routes;

/// <summary>Pipelines, the apps in their stages, and how releases move on.</summary>
internal static partial class PipelineRoutes
{
    private static readonly SortOrder<Pipeline> Order = new(("name", pipeline => pipeline.Name));
    private static readonly SortOrder<PipelineCoupling> CouplingOrder = new();
    private static readonly SortOrder<PipelinePromotionTarget> TargetOrder = new();
    private static readonly SortOrder<Release> ReleaseOrder = new();
    private static readonly string[] Stages = ["test", "review", "development", "staging", "production"];

    public static void MapPipelines(this HerokuService heroku)
    {
        heroku.Map("GET", "/pipelines", call => call.List(
            call.State.Pipelines.Where(pipeline => pipeline.IsSeenBy(call.Me)), Order, pipeline => ToJson(pipeline, call.State)));
        heroku.Map("POST", "/pipelines", Create);
        heroku.Map("GET", "/pipelines/{pipeline_id}", call => HerokuAnswer.Json(ToJson(PipelineOf(call), call.State)));
        heroku.Map("PATCH", "/pipelines/{pipeline_id}", Update);
        heroku.Map("DELETE", "/pipelines/{pipeline_id}", call =>
        {
            var pipeline = PipelineOf(call);
            call.State.Pipelines.Remove(pipeline);
            return HerokuAnswer.Json(ToJson(pipeline, call.State));
        });
        heroku.Map("POST", "/pipeline-transfers", Transfer);
        heroku.Map("GET", "/pipelines/{pipeline_id}/pipeline-stack", call =>
        {
            var apps = PipelineOf(call).Couplings.Select(coupling => coupling.App);
            var stack = apps.FirstOrDefault()?.Stack ?? call.State.Stacks.First(stack => stack.Default);
            return HerokuAnswer.Json(new JsonObject { ["stack"] = stack.ToReference() });
        });
        heroku.Map("GET", "/pipelines/{pipeline_id}/stage/{pipeline_coupling_stage}/config-vars", call =>
            HerokuAnswer.Json(ConfigVarsOf(call, PipelineOf(call)).ToMap()));
        heroku.Map("PATCH", "/pipelines/{pipeline_id}/stage/{pipeline_coupling_stage}/config-vars", UpdateConfigVars);

        foreach (var latest in (string[])["latest-releases", "latest-deployments"])
        {
            heroku.Map("GET", $"/pipelines/{{pipeline_id}}/{latest}", call =>
            {
                var apps = PipelineOf(call).Couplings.Select(coupling => coupling.App).Where(app => app.PermissionsOf(call.Me).Count > 0).ToList();
                var releases = apps.Select(app => (App: app, Release: latest == "latest-releases"
                    ? app.CurrentRelease
                    : app.Releases.FindLast(release => release.Slug == app.CurrentRelease.Slug) ?? app.CurrentRelease)).ToList();
                return call.List(
                    releases.Select(pair => pair.Release),
                    ReleaseOrder,
                    release => ReleaseRoutes.ToJson(release, releases.Find(pair => pair.Release == release).App));
            });
        }

        heroku.Map("GET", "/pipelines/{pipeline_id}/latest-builds", call => BuildRoutes.Latest(
            call, PipelineOf(call).Couplings.Select(coupling => coupling.App).Where(app => app.PermissionsOf(call.Me).Count > 0)));

        MapCouplings(heroku);
        heroku.Map("POST", "/pipeline-promotions", Promote);
        heroku.Map("GET", "/pipeline-promotions/{pipeline_promotion_id}", call => HerokuAnswer.Json(ToJson(PromotionOf(call))));
        heroku.Map("GET", "/pipeline-promotions/{pipeline_promotion_id}/promotion-targets", call =>
        {
            var promotion = PromotionOf(call);
            return call.List(promotion.Targets, TargetOrder, target => ToJson(target, promotion));
        });
    }

    private static void MapCouplings(HerokuService heroku)
    {
        heroku.Map("GET", "/pipeline-couplings", call => Couplings(call, pipeline => pipeline.IsSeenBy(call.Me)));
        heroku.Map("GET", "/users/~/pipeline-couplings", call => Couplings(call, pipeline => pipeline.IsSeenBy(call.Me)));
        heroku.Map("GET", "/teams/{team_identity}/pipeline-couplings", call =>
        {
            var team = call.Team();
            return Couplings(call, pipeline => pipeline.Team == team);
        });
        heroku.Map("GET", "/pipelines/{pipeline_id}/pipeline-couplings", call => call.List(PipelineOf(call).Couplings, CouplingOrder, ToJson));
        heroku.Map("POST", "/pipeline-couplings", Couple);
        heroku.Map("GET", "/pipeline-couplings/{pipeline_coupling_identity}", call => HerokuAnswer.Json(ToJson(CouplingOf(call))));
        heroku.Map("PATCH", "/pipeline-couplings/{pipeline_coupling_identity}", call =>
        {
            var coupling = CouplingOf(call);
            (coupling.Stage, coupling.UpdatedAt) = (call.Text("stage") is { } stage ? Stage(stage) : coupling.Stage, call.Time);
            return HerokuAnswer.Json(ToJson(coupling));
        });
        heroku.Map("DELETE", "/pipeline-couplings/{pipeline_coupling_identity}", call =>
        {
            var coupling = CouplingOf(call);
            coupling.Pipeline.Couplings.Remove(coupling);
            return HerokuAnswer.Json(ToJson(coupling));
        });
        heroku.Map("GET", "/apps/{app_identity}/pipeline-couplings", call =>
        {
            var app = call.App();
            return HerokuAnswer.Json(ToJson(
                call.State.Pipelines.SelectMany(pipeline => pipeline.Couplings).FirstOrDefault(coupling => coupling.App == app)
                ?? throw HerokuAnswer.NotFound("pipeline coupling")));
        });
    }

    private static SandboxResponse Create(HerokuCall call)
    {
        var pipeline = new Pipeline { Id = call.State.NewId(), CreatedAt = call.Time, Name = FreeName(call, call.RequiredText("name")) };
        (pipeline.User, pipeline.Team) = OwnerOf(call, call.Body.Object("owner"));
        call.State.Pipelines.Add(pipeline);
        return HerokuAnswer.Json(ToJson(pipeline, call.State), 201);
    }

    private static SandboxResponse Update(HerokuCall call)
    {
        var pipeline = PipelineOf(call);
        if (call.Text("name") is { } name && name != pipeline.Name)
            pipeline.Name = FreeName(call, name);
        pipeline.UpdatedAt = call.Time;
        return HerokuAnswer.Json(ToJson(pipeline, call.State));
    }

    private static SandboxResponse Transfer(HerokuCall call)
    {
        var pipeline = Find(call, (call.Body.Object("pipeline") ?? throw HerokuAnswer.Missing("pipeline")).Text("id"));
        var previous = OwnerToJson(pipeline);
        (pipeline.User, pipeline.Team) = OwnerOf(call, call.Body.Object("new_owner") ?? throw HerokuAnswer.Missing("new_owner"));
        pipeline.UpdatedAt = call.Time;
        return HerokuAnswer.Json(
            new JsonObject
            {
                ["new_owner"] = OwnerToJson(pipeline),
                ["pipeline"] = new JsonObject { ["id"] = pipeline.Id },
                ["previous_owner"] = previous,
            },
            201);
    }

    private static SandboxResponse UpdateConfigVars(HerokuCall call)
    {
        var vars = ConfigVarsOf(call, PipelineOf(call));
        foreach (var name in call.Body.Select(pair => pair.Key).ToList())
        {
            if (call.Text(name) is { } value)
                vars[name] = value;
            else
                vars.Remove(name);
        }

        return HerokuAnswer.Json(vars.ToMap());
    }

    private static SandboxResponse Couple(HerokuCall call)
    {
        var app = call.AppOf(call.RequiredText("app"), "operate");
        var pipeline = Find(call, call.RequiredText("pipeline"));
        var stage = Stage(call.RequiredText("stage"));
        if (call.State.Pipelines.SelectMany(other => other.Couplings).Any(coupling => coupling.App == app))
            throw HerokuAnswer.Invalid($"The app {app.Name} is in a pipeline already.");
        var coupling = new PipelineCoupling { Id = call.State.NewId(), CreatedAt = call.Time, Pipeline = pipeline, App = app, Stage = stage };
        pipeline.Couplings.Add(coupling);
        return HerokuAnswer.Json(ToJson(coupling), 201);
    }

    private static SandboxResponse Promote(HerokuCall call)
    {
        var pipeline = Find(call, (call.Body.Object("pipeline") ?? throw HerokuAnswer.Missing("pipeline")).Text("id"));
        var from = call.Body.Object("source") ?? throw HerokuAnswer.Missing("source");
        var source = call.AppOf(from.Object("app")?.Text("id"));
        var targets = (call.Body["targets"] as JsonArray ?? throw HerokuAnswer.Missing("targets"))
            .Select(item => call.AppOf((item as JsonObject)?.Object("app")?.Text("id"), "deploy")).ToList();
        var release = from.Object("release")?.Text("id") is { } id
            ? source.Releases.Find(known => known.Id == id) ?? throw HerokuAnswer.NotFound("release")
            : source.CurrentRelease;
        var promotion = new PipelinePromotion { Id = call.State.NewId(), CreatedAt = call.Time, Pipeline = pipeline, Source = source, Release = release };
        foreach (var app in targets)
        {
            var problem = release.Slug is null ? "The source has no slug."
                : !pipeline.Couplings.Exists(coupling => coupling.App == app) ? "The app is not in the pipeline."
                : null;
            promotion.Targets.Add(new()
            {
                Id = call.State.NewId(),
                CreatedAt = call.Time,
                App = app,
                ErrorMessage = problem,
                Release = problem is not null ? null : call.State.AddRelease(
                    app, call.Me, call.Time, $"Promote {source.Name} v{release.Version}", release.Slug),
            });
        }

        call.State.Promotions.Add(promotion);
        return HerokuAnswer.Json(ToJson(promotion), 201);
    }

    private static SandboxResponse Couplings(HerokuCall call, Func<Pipeline, bool> which) =>
        call.List(call.State.Pipelines.Where(which).SelectMany(pipeline => pipeline.Couplings), CouplingOrder, ToJson);

    private static Pipeline PipelineOf(HerokuCall call) => Find(call, call.Route("pipeline_id"));

    private static Pipeline Find(HerokuCall call, string? identity) =>
        call.State.Pipelines.Find(identity) is { } pipeline && pipeline.IsSeenBy(call.Me) ? pipeline : throw HerokuAnswer.NotFound("pipeline");

    private static PipelineCoupling CouplingOf(HerokuCall call) =>
        call.State.Pipelines.Where(pipeline => pipeline.IsSeenBy(call.Me)).SelectMany(pipeline => pipeline.Couplings)
            .FirstOrDefault(coupling => coupling.Id == call.Route("pipeline_coupling_identity"))
        ?? throw HerokuAnswer.NotFound("pipeline coupling");

    private static PipelinePromotion PromotionOf(HerokuCall call) =>
        call.State.Promotions.Find(call.Route("pipeline_promotion_id")) is { } promotion && promotion.Pipeline.IsSeenBy(call.Me)
            ? promotion
            : throw HerokuAnswer.NotFound("pipeline promotion");

    private static (Account? User, Team? Team) OwnerOf(HerokuCall call, JsonObject? owner)
    {
        if (owner is null)
            return (call.Me, null);
        if (owner.Text("type") == "team")
        {
            var team = call.State.Teams.Find(owner.Text("id")) ?? throw HerokuAnswer.NotFound("team");
            return team.RoleOf(call.Me) is not null ? (null, team) : throw HerokuAnswer.Forbidden();
        }

        return (call.State.Accounts.Find(owner.Text("id")) ?? throw HerokuAnswer.NotFound("account"), null);
    }

    private static string FreeName(HerokuCall call, string name)
    {
        if (!PipelineName().IsMatch(name))
            throw HerokuAnswer.Invalid("The name of a pipeline has 3 to 30 lower-case letters, digits and hyphens, and begins with a letter.");
        return call.State.Pipelines.Find(name) is null ? name : throw HerokuAnswer.Invalid($"The name {name} is already taken.");
    }

    private static string Stage(string stage) =>
        Stages.Contains(stage) ? stage : throw HerokuAnswer.Invalid($"The stage has to be one of {string.Join(", ", Stages)}.");

    private static SortedDictionary<string, string> ConfigVarsOf(HerokuCall call, Pipeline pipeline)
    {
        var stage = Stage(call.Route("pipeline_coupling_stage"));
        if (!pipeline.ConfigVars.TryGetValue(stage, out var vars))
            pipeline.ConfigVars.Add(stage, vars = new(StringComparer.Ordinal));
        return vars;
    }

    private static JsonObject OwnerToJson(Pipeline pipeline) =>
        new() { ["id"] = pipeline.Team?.Id ?? pipeline.User?.Id, ["type"] = pipeline.Team is null ? "user" : "team" };

    private static JsonObject ToJson(Pipeline pipeline, HerokuState state) => new JsonObject
    {
        ["id"] = pipeline.Id,
        ["generation"] = state.Generations.First().ToReference(),
        ["name"] = pipeline.Name,
        ["owner"] = OwnerToJson(pipeline),
    }.WithTimes(pipeline);

    private static JsonObject ToJson(PipelineCoupling coupling) => new JsonObject
    {
        ["id"] = coupling.Id,
        ["app"] = new JsonObject { ["id"] = coupling.App.Id },
        // The name isn't in the schema; clients show it nevertheless.
        ["pipeline"] = coupling.Pipeline.ToReference(),
        ["stage"] = coupling.Stage,
    }.WithTimes(coupling);

    private static JsonObject ToJson(PipelinePromotion promotion) => new JsonObject
    {
        ["id"] = promotion.Id,
        ["pipeline"] = new JsonObject { ["id"] = promotion.Pipeline.Id },
        ["source"] = new JsonObject
        {
            ["app"] = new JsonObject { ["id"] = promotion.Source.Id },
            ["release"] = new JsonObject { ["id"] = promotion.Release.Id },
        },
        ["status"] = "completed",
    }.WithTimes(promotion);

    private static JsonObject ToJson(PipelinePromotionTarget target, PipelinePromotion promotion) => new()
    {
        ["id"] = target.Id,
        ["app"] = new JsonObject { ["id"] = target.App.Id },
        ["error_message"] = target.ErrorMessage,
        ["pipeline_promotion"] = new JsonObject { ["id"] = promotion.Id },
        ["release"] = target.Release is { } release ? new JsonObject { ["id"] = release.Id } : null,
        ["status"] = target.ErrorMessage is null ? "succeeded" : "failed",
    };

    [GeneratedRegex("^[a-z][a-z0-9-]{2,29}$")]
    private static partial Regex PipelineName();
}
