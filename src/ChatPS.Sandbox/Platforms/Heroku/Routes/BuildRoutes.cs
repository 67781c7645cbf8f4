using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ChatPS.Sandbox.Http;
using ChatPS.Sandbox.Platforms.Heroku.Model;

namespace ChatPS.Sandbox.Platforms.Heroku.Routes;

/// <summary>Builds: a source becomes a slug and a release. A build is pending when it is made and done when it is next looked at.</summary>
internal static class BuildRoutes
{
    private const string OutputPrefix = "/build-output/";
    private static readonly SortOrder<Build> Order = new(("started_at", build => build.CreatedAt.ToWire()));

    public static void MapBuilds(this HerokuService heroku)
    {
        heroku.Map("GET", "/apps/{app_identity}/builds", call => List(call, call.App().Builds));
        heroku.Map("POST", "/apps/{app_identity}/builds", Create);
        heroku.Map("GET", "/apps/{app_identity}/builds/{build_identity}", call =>
        {
            var build = BuildOf(call, "view");
            heroku.Finish(build, call.Time);
            return HerokuAnswer.Json(ToJson(build, heroku));
        });
        heroku.Map("DELETE", "/apps/{app_identity}/builds/{build_identity}", Cancel);
        heroku.Map("DELETE", "/apps/{app_identity}/build-cache", call =>
        {
            _ = call.App("deploy");
            return SandboxResponse.Empty(204);
        });
        heroku.MapOpen("GET", OutputPrefix + "{key}", request =>
        {
            var build = heroku.State.Apps.SelectMany(app => app.Builds).FirstOrDefault(build => build.OutputKey == request.Route("key"))
                ?? throw HerokuAnswer.NotFound("build output");
            heroku.Finish(build, request.Time);
            return SandboxResponse.Text(200, build.Output, "text/plain; charset=utf-8");
        });

        heroku.Map("GET", "/apps/{app_identity}/buildpack-installations", call => Buildpacks(call.App()));
        heroku.Map("PUT", "/apps/{app_identity}/buildpack-installations", call =>
        {
            var app = call.App("operate");
            app.Buildpacks = (call.Body["updates"] as JsonArray ?? throw HerokuAnswer.Missing("updates"))
                .Select(item => (item as JsonObject)?.Text("buildpack") is { Length: > 0 } buildpack ? Buildpack.Of(buildpack) : throw HerokuAnswer.Missing("updates.buildpack"))
                .ToList();
            return Buildpacks(app);
        });
    }

    /// <summary>The newest build of each app.</summary>
    public static SandboxResponse Latest(HerokuCall call, IEnumerable<App> apps) => List(call, [.. apps.SelectMany(app => app.Builds.TakeLast(1))]);

    private static SandboxResponse List(HerokuCall call, List<Build> builds)
    {
        foreach (var build in builds)
            call.Service.Finish(build, call.Time);
        return call.List(builds, Order, build => ToJson(build, call.Service));
    }

    /// <summary>Starts a build from a source; the source is looked at when the build is done.</summary>
    public static Build NewBuild(HerokuCall call, App app, JsonObject source, IReadOnlyList<Buildpack>? buildpacks)
    {
        var build = new Build
        {
            Id = call.State.NewId(),
            CreatedAt = call.Time,
            App = app,
            User = call.Me,
            Stack = app.BuildStack,
            SourceUrl = source.Text("url") is { Length: > 0 } url && Uri.IsWellFormedUriString(url, UriKind.Absolute)
                ? url
                : throw HerokuAnswer.Missing("source_blob.url"),
            Checksum = source.Text("checksum"),
            Version = source.Text("version"),
            VersionDescription = source.Text("version_description"),
            Buildpacks = buildpacks ?? app.Buildpacks,
            OutputKey = OAuthRoutes.NewSecret(),
        };
        app.Builds.Add(build);
        return build;
    }

    /// <summary>Does what a pending build has to do.</summary>
    public static void Finish(this HerokuService heroku, Build build, DateTimeOffset time)
    {
        if (build.Status != "pending")
            return;
        var output = new StringBuilder($"-----> Building on the {build.Stack.Name} stack\n");
        foreach (var buildpack in build.Buildpacks)
            output.Append(null, $"-----> Using buildpack: {buildpack.Name}\n");
        var blob = heroku.BlobAt(build.SourceUrl);
        var problem = blob switch
        {
            // What lies elsewhere isn't fetched; it is taken to be there.
            null => null,
            { Content: null } => "nothing was uploaded to the source's address",
            { Content: { } content } when !Fits(build.Checksum, content.Span) => "the source has another checksum",
            _ => null,
        };
        (build.Status, build.UpdatedAt) = (problem is null ? "succeeded" : "failed", time);
        if (problem is not null)
        {
            build.Output = output.Append(null, $" !     Push rejected: {problem}.\n").ToString();
            return;
        }

        var app = build.App;
        var last = app.CurrentRelease.Slug;
        build.Slug = new()
        {
            Id = heroku.State.NewId(),
            CreatedAt = time,
            Stack = build.Stack,
            ProcessTypes = ReadProcfile(blob?.Content) ?? last?.ProcessTypes ?? new SortedDictionary<string, string>(),
            BuildpackProvidedDescription = build.Buildpacks is [.., var main] ? main.Name : last?.BuildpackProvidedDescription,
            Checksum = build.Checksum,
            Commit = build.Version,
            CommitDescription = build.VersionDescription,
            Size = blob?.Content?.Length ?? last?.Size,
        };
        app.Slugs.Add(build.Slug);
        if (blob?.Content is { } source)
            heroku.State.SlugBlobs.Add(build.Slug.Id, heroku.NewBlob(content: source));
        app.Stack = build.Stack;
        app.BuildpackProvidedDescription = build.Slug.BuildpackProvidedDescription;
        var version = build.Version ?? build.Id;
        build.Release = heroku.State.AddRelease(app, build.User, time, $"Deploy {version[..Math.Min(8, version.Length)]}", build.Slug);
        output.Append("-----> Discovering process types\n")
            .Append(null, $"       {string.Join(", ", build.Slug.ProcessTypes.Keys.DefaultIfEmpty("none"))}\n")
            .Append(null, $"-----> Launching...\n       Released v{build.Release.Version}\n");
        build.Output = output.ToString();
    }

    private static SandboxResponse Create(HerokuCall call)
    {
        var app = call.App("deploy");
        call.NeedSolvency();
        var source = call.Body.Object("source_blob") ?? throw HerokuAnswer.Missing("source_blob");
        var build = NewBuild(call, app, source, BuildpacksOf(call.Body));
        return HerokuAnswer.Json(ToJson(build, call.Service), 201);
    }

    /// <summary>The buildpacks that a body names, by address or name; null when it says nothing of them.</summary>
    public static List<Buildpack>? BuildpacksOf(JsonObject body) => (body["buildpacks"] as JsonArray)?
        .Select(item => item as JsonObject ?? throw HerokuAnswer.Invalid("The parameter buildpacks has to be a list of objects."))
        .Select(item => Buildpack.Of(item.Text("url") ?? item.Text("name") ?? throw HerokuAnswer.Missing("buildpacks.url")))
        .ToList();

    private static SandboxResponse Cancel(HerokuCall call)
    {
        var build = BuildOf(call, "deploy");
        if (build.Status != "pending")
            throw HerokuAnswer.Invalid("The build is done already.");
        (build.Status, build.UpdatedAt, build.Output) = ("failed", call.Time, " !     Build canceled.\n");
        return HerokuAnswer.Json(ToJson(build, call.Service));
    }

    private static Build BuildOf(HerokuCall call, string permission) =>
        call.App(permission).Builds.Find(build => build.Id == call.Route("build_identity")) ?? throw HerokuAnswer.NotFound("build");

    private static bool Fits(string? checksum, ReadOnlySpan<byte> content) =>
        checksum is null || !checksum.StartsWith("SHA256:", StringComparison.OrdinalIgnoreCase)
        || checksum[7..].Equals(Convert.ToHexString(SHA256.HashData(content)), StringComparison.OrdinalIgnoreCase);

    /// <summary>The process types of a source: the Procfile of a tarball, compressed or not; null when there is none to be read.</summary>
    private static SortedDictionary<string, string>? ReadProcfile(ReadOnlyMemory<byte>? source)
    {
        if (source is not { Length: > 2 } bytes)
            return null;
        try
        {
            Stream stream = new MemoryStream(bytes.ToArray());
            if (bytes.Span is [0x1f, 0x8b, ..])
                stream = new GZipStream(stream, CompressionMode.Decompress);
            using var tar = new TarReader(stream);
            while (tar.GetNextEntry() is { } entry)
                if (Path.GetFileName(entry.Name) == "Procfile" && entry.DataStream is { } data)
                    return ParseProcfile(new StreamReader(data).ReadToEnd());
        }
        catch (Exception error) when (error is InvalidDataException or FormatException or EndOfStreamException)
        {
            // Whatever was uploaded, it isn't a tarball.
        }

        return null;
    }

    private static SortedDictionary<string, string> ParseProcfile(string text)
    {
        var types = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            if (line.Split(':', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } type, { Length: > 0 } command] && type[0] != '#')
                types[type] = command;
        return types;
    }

    private static SandboxResponse Buildpacks(App app) => HerokuAnswer.Json(app.Buildpacks
        .Select((buildpack, i) => (JsonNode)new JsonObject { ["buildpack"] = ToJson(buildpack), ["ordinal"] = i })
        .ToJsonArray());

    public static string OutputUrl(Build build, HerokuService heroku) => new Uri(heroku.BaseUri, OutputPrefix + build.OutputKey).AbsoluteUri;

    private static JsonObject ToJson(Buildpack buildpack) => new() { ["url"] = buildpack.Url, ["name"] = buildpack.Name };

    private static JsonObject ToJson(Build build, HerokuService heroku) => new JsonObject
    {
        ["id"] = build.Id,
        ["app"] = new JsonObject { ["id"] = build.App.Id },
        ["buildpacks"] = build.Buildpacks.Select(buildpack => (JsonNode)ToJson(buildpack)).ToJsonArray(),
        ["output_stream_url"] = OutputUrl(build, heroku),
        ["release"] = build.Release is { } release ? new JsonObject { ["id"] = release.Id } : null,
        ["slug"] = build.Slug is { } slug ? new JsonObject { ["id"] = slug.Id } : null,
        ["source_blob"] = new JsonObject
        {
            ["checksum"] = build.Checksum,
            ["url"] = build.SourceUrl,
            ["version"] = build.Version,
            ["version_description"] = build.VersionDescription,
        },
        ["stack"] = build.Stack.Name,
        ["status"] = build.Status,
        ["user"] = build.User.ToReference(),
    }.WithTimes(build);
}
