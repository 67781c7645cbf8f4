using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Heroku.Model;

namespace ChatPS.Sandbox.Platforms.Heroku.Routes;

/// <summary>Code ready to run, and sources to be built.</summary>
internal static class SlugRoutes
{
    public static void MapSlugs(this HerokuService heroku)
    {
        heroku.Map("POST", "/apps/{app_identity}/slugs", Create);
        heroku.Map("GET", "/apps/{app_identity}/slugs/{slug_identity}", call =>
        {
            var slug = call.App().Slugs.Find(slug => slug.Id == call.Route("slug_identity")) ?? throw HerokuAnswer.NotFound("slug");
            return HerokuAnswer.Json(ToJson(call, slug, "get"));
        });
        heroku.Map("POST", "/sources", call => HerokuAnswer.Json(NewSource(heroku), 201));
        heroku.Map("POST", "/apps/{app_identity}/sources", call =>
        {
            _ = call.App("deploy");
            return HerokuAnswer.Json(NewSource(heroku), 201);
        });
    }

    private static SandboxResponse Create(HerokuCall call)
    {
        var app = call.App("deploy");
        var slug = new Slug
        {
            Id = call.State.NewId(),
            CreatedAt = call.Time,
            Stack = call.Named("stack", call.State.Stacks) ?? app.Stack,
            ProcessTypes = call.Body.Map("process_types") ?? throw HerokuAnswer.Missing("process_types"),
            BuildpackProvidedDescription = call.Text("buildpack_provided_description"),
            Checksum = call.Text("checksum"),
            Commit = call.Text("commit"),
            CommitDescription = call.Text("commit_description"),
        };
        app.Slugs.Add(slug);
        return HerokuAnswer.Json(ToJson(call, slug, "put"), 201);
    }

    private static JsonObject NewSource(HerokuService heroku)
    {
        var address = heroku.NewBlob();
        return new() { ["source_blob"] = new JsonObject { ["get_url"] = address, ["put_url"] = address } };
    }

    private static JsonObject ToJson(HerokuCall call, Slug slug, string method)
    {
        if (!call.State.SlugBlobs.TryGetValue(slug.Id, out var address))
            call.State.SlugBlobs.Add(slug.Id, address = call.Service.NewBlob(content => slug.Size = content.Length));
        return new JsonObject
        {
            ["id"] = slug.Id,
            ["blob"] = new JsonObject { ["method"] = method, ["url"] = address },
            ["buildpack_provided_description"] = slug.BuildpackProvidedDescription,
            ["checksum"] = slug.Checksum,
            ["commit"] = slug.Commit,
            ["commit_description"] = slug.CommitDescription,
            ["process_types"] = slug.ProcessTypes.ToMap(),
            ["size"] = slug.Size,
            ["stack"] = slug.Stack.ToReference(),
        }.WithTimes(slug);
    }
}
