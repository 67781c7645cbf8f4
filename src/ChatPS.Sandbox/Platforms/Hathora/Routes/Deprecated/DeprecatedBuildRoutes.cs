using System.Globalization;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Hathora.Model;

namespace ChatPS.Sandbox.Platforms.Hathora.Routes.Deprecated;

/// <summary>Builds in versions 1 and 2: each made for an app, with a number for an id, the source sent along when it is run.</summary>
internal static class DeprecatedBuildRoutes
{
    private const string Group = "builds";

    public static void MapDeprecatedBuilds(this HathoraService hathora)
    {
        foreach (var version in (string[])["/builds/v1/{appId}/", "/builds/v2/{appId}/"])
        {
            hathora.MapApp("GET", version + "list", Group, (call, app) =>
                HathoraAnswer.Json(BuildsOf(app).OrderByDescending(build => build.CreatedAt).Select(build => ToJson(build, app, call.Time)).ToJsonArray()));
            hathora.MapApp("GET", version + "info/{buildId}", Group, (call, app) => HathoraAnswer.Json(ToJson(BuildOf(call, app), app, call.Time)));
            hathora.MapApp("POST", version + "create", Group, (call, app) =>
                HathoraAnswer.Json(ToJson(BuildRoutes.NewBuild(call, app.Org, app, BuildUploadRoutes.NewUpload(hathora)), app, call.Time), 201));
            hathora.MapApp("DELETE", version + "delete/{buildId}", Group, (call, app) =>
            {
                BuildRoutes.Delete(call, app.Org, BuildOf(call, app));
                return SandboxResponse.Empty(204);
            });
        }

        hathora.MapApp("POST", "/builds/v1/{appId}/run/{buildId}", Group, (call, app) =>
            call.Request.Parts.Any(part => part.Name == "file") ? Run(call, app, "text/plain; charset=utf-8") : throw HathoraAnswer.Invalid("file is required."));
        hathora.MapApp("POST", "/builds/v2/{appId}/run/{buildId}", Group, (call, app) => Run(call, app, LineStream.Octets));
        hathora.MapApp("POST", "/builds/v2/{appId}/createWithUploadUrl", Group, (call, app) =>
        {
            var build = BuildRoutes.NewBuild(call, app.Org, app, BuildUploadRoutes.NewUpload(hathora));
            return HathoraAnswer.Json(BuildUploadRoutes.AddForm(ToJson(build, app, call.Time), build, hathora), 201);
        });
        hathora.MapApp("POST", "/builds/v2/{appId}/createWithMultipartUploads", Group, (call, app) =>
        {
            var build = BuildRoutes.NewBuild(call, app.Org, app, BuildUploadRoutes.NewUpload(hathora, BuildRoutes.SizeIn(call.Body)));
            return HathoraAnswer.Json(BuildUploadRoutes.AddAddresses(ToJson(build, app, call.Time), build, hathora), 201);
        });
    }

    /// <summary>A build of the app by the number in the path.</summary>
    public static Build BuildOf(HathoraCall call, App app) =>
        call.Named(BuildsOf(app), "buildId", build => build.Number.ToString(CultureInfo.InvariantCulture), "build");

    public static JsonObject ToJson(Build build, App app, DateTimeOffset time)
    {
        var json = BuildRoutes.CommonJson(build, time).With("buildTag", build.Tag);
        json["regionalContainerTags"] = new JsonArray();
        json["buildId"] = build.Number;
        json["appId"] = app.Id;
        return json;
    }

    /// <summary>Those that were made for the app or are deployed in it.</summary>
    private static IEnumerable<Build> BuildsOf(App app) =>
        app.Org.Builds.Where(build => build.App == app || app.Deployments.Exists(deployment => deployment.Build == build));

    private static SandboxResponse Run(HathoraCall call, App app, string contentType)
    {
        var build = BuildOf(call, app);
        if (call.Request.Parts.FirstOrDefault(part => part.Name == "file") is { } file && build.Upload is { } upload)
            upload.Content = file.Body.ToArray();
        return BuildRoutes.Run(call, build, BuildRun.OfSource(build), contentType);
    }
}
