using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Hathora.Model;

namespace ChatPS.Sandbox.Platforms.Hathora.Routes;

/// <summary>Builds: made with the addresses that their source goes to, or for an image of a registry, and then run once.</summary>
internal static class BuildRoutes
{
    private const string Group = "builds";
    private const int MaxTag = 1000;
    private const int MaxId = 100;
    private const double MaxSize = 10e9;

    /// <summary>How long a build runs, by the service's clock.</summary>
    public static readonly TimeSpan RunTime = TimeSpan.FromSeconds(1);

    public static void MapBuilds(this HathoraService hathora)
    {
        hathora.MapOrg("GET", "/builds/v3/builds", Group, (call, org) => HathoraAnswer.Json(new JsonObject
        {
            ["builds"] = org.Builds.OrderByDescending(build => build.CreatedAt).Select(build => ToJson(build, call.Time)).ToJsonArray(),
        }));
        hathora.MapOrg("POST", "/builds/v3/builds", Group, (call, org) =>
        {
            var build = NewBuild(call, org, upload: BuildUploadRoutes.NewUpload(hathora, SizeIn(call.Body)));
            return HathoraAnswer.Json(BuildUploadRoutes.AddAddresses(ToJson(build, call.Time), build, hathora), 201);
        });
        hathora.MapOrg("POST", "/builds/v3/builds/registry", Group, (call, org) => HathoraAnswer.Json(ToJson(NewBuild(call, org), call.Time), 201));
        hathora.MapOrg("GET", "/builds/v3/builds/{buildId}", Group, (call, org) => HathoraAnswer.Json(ToJson(BuildOf(call, org), call.Time)));
        hathora.MapOrg("DELETE", "/builds/v3/builds/{buildId}", Group, (call, org) =>
        {
            Delete(call, org, BuildOf(call, org));
            return HathoraAnswer.Json(new JsonObject());
        });
        hathora.MapOrg("POST", "/builds/v3/builds/{buildId}/run", Group, (call, org) =>
        {
            var build = BuildOf(call, org);
            return Run(call, build, BuildRun.OfSource(build));
        });
        hathora.MapOrg("POST", "/builds/v3/builds/{buildId}/runRegistry", Group, (call, org) =>
        {
            var build = BuildOf(call, org);
            var (image, registry) = (call.Body.Text("image"), call.Body.OptionalText("registryUrl"));
            _ = call.Body.OptionalText("auth");
            if (image.Length == 0)
                throw HathoraAnswer.Invalid("image has to name an image.");
            return Run(call, build, BuildRun.OfImage(image, registry));
        });
    }

    public static double SizeIn(JsonObject body) => body.Number("buildSizeInBytes", 1, MaxSize);

    /// <summary>Makes a build as the body has it.</summary>
    public static Build NewBuild(HathoraCall call, Organization org, App? app = null, Upload? upload = null)
    {
        // The body may be left out where nothing in it is required.
        var body = call.Request.Body.IsEmpty ? [] : call.Body;
        var id = body.OptionalText("buildId", MaxId, HathoraLists.BuildId());
        if (id is not null && org.Builds.Exists(build => build.Id == id))
            throw HathoraAnswer.Invalid($"There is a build {id} already.");
        var build = new Build
        {
            Id = id ?? call.State.NewId("bld-"),
            Number = org.NextBuildNumber(),
            Org = org,
            App = app,
            Tag = body.OptionalText("buildTag", MaxTag),
            CreatedBy = call.Me.Email,
            CreatedAt = call.Time,
            Upload = upload,
        };
        org.Builds.Add(build);
        return build;
    }

    public static void Delete(HathoraCall call, Organization org, Build build)
    {
        if (AppRoutes.AppsOf(call, org).FirstOrDefault(app => app.Deployments.LastOrDefault()?.Build == build) is { } user)
            throw HathoraAnswer.Invalid($"The latest deployment of {user.Name} uses the build.");
        org.Builds.Remove(build);
    }

    /// <summary>Runs a build; its log comes as it goes.</summary>
    public static SandboxResponse Run(HathoraCall call, Build build, BuildRun run, string contentType = LineStream.Octets)
    {
        if (build.StatusAt(call.Time) != "created")
            throw HathoraAnswer.Invalid("The build has been run already.");
        build.Run(call.Time, RunTime, run.Fails);
        (build.ImageSize, build.ContentHash) = (run.ImageSize, run.ContentHash);
        var (hathora, pause) = (call.Service, RunTime / run.Lines.Count);
        return LineStream.Of(hathora, contentType, async (feed, cancel) =>
        {
            foreach (var line in run.Lines)
            {
                feed.TryWrite(LineStream.Bytes(line));
                await LineStream.PauseAsync(pause, hathora.Clock, cancel);
            }

            hathora.Exclusively(() => build.Finish(hathora.Clock.GetUtcNow()));
        });
    }

    public static JsonObject ToJson(Build build, DateTimeOffset time) => CommonJson(build, time)
        .With("buildId", build.Id)
        .With("orgId", build.Org.Id)
        .With("shareUrl", "https://share.example.com/builds/" + build.Id)
        .With("contentHash", build.ContentHash)
        .With("buildTag", build.Tag);

    /// <summary>What builds have in every version.</summary>
    public static JsonObject CommonJson(Build build, DateTimeOffset time) => new()
    {
        ["imageSize"] = build.ImageSize,
        ["status"] = build.StatusAt(time),
        ["deletedAt"] = null,
        ["finishedAt"] = build.FinishesAt <= time ? build.FinishesAt?.ToWire() : null,
        ["startedAt"] = build.StartedAt?.ToWire(),
        ["createdAt"] = build.CreatedAt.ToWire(),
        ["createdBy"] = build.CreatedBy,
    };

    private static Build BuildOf(HathoraCall call, Organization org) => call.Named(org.Builds, "buildId", build => build.Id, "build");
}
