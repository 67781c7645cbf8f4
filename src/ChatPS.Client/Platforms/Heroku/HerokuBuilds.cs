using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Heroku.HerokuOperations;

namespace ChatPS.Client.Platforms.Heroku;

/// <summary>Builds: a source becomes a slug, and the slug a release.</summary>
internal sealed class HerokuBuilds(Connection connection) : Resource(connection),
    IBuildReader, IBuildCreator, IAppItemStopper<ChatAppBuild>, IAppBuildFollower, IAppBuildCacheCleaner
{
    private const string Pending = "pending";

    // A step of a build may say nothing for long; the build's record tells the end all the same.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(5);

    // How long to look away from a build whose output does not say when it ends.
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(3);

    public IAsyncEnumerable<ChatAppBuild> ListAsync(BuildOwner owner, PageWindow window, CallContext context)
    {
        var app = OwnerOf(owner);
        return List(Call(BuildList).Path("app_identity", app), window, HerokuJson.Default.Build, build => ToBuild(build, app), context);
    }

    public Task<ChatAppBuild> GetAsync(BuildOwner owner, string build, CallContext context) =>
        BuildAsync(Call(BuildInfo).Path("build_identity", build), OwnerOf(owner), context);

    public string OwnerOf(BuildOwner owner)
    {
        Unsupported.IfGiven(owner.Team, ChatPlatform.Heroku, "Team");
        return Connection.Session.AppOr(owner.App);
    }

    public async Task<ChatAppBuild> CreateAsync(BuildOwner owner, NewBuild build, CallContext context)
    {
        var app = OwnerOf(owner);
        Unsupported.IfGiven(build.Image, ChatPlatform.Heroku, "Image");
        Unsupported.IfGiven(build.Tag, ChatPlatform.Heroku, "Tag");
        Unsupported.IfGiven(build.Id, ChatPlatform.Heroku, "Id");
        Unsupported.IfGiven(build.PartLimit, ChatPlatform.Heroku, "PartLimit");
        Unsupported.IfGiven(build.NoRun, ChatPlatform.Heroku, "NoRun");
        var source = new Dictionary<string, object> { ["url"] = build.SourceUrl ?? await UploadAsync(build.Source!, context).ConfigureAwait(false) };
        foreach (var (name, value) in new[] { ("version", build.Version), ("version_description", build.VersionDescription), ("checksum", build.Checksum) })
        {
            if (value is not null)
                source[name] = value;
        }
        return await BuildAsync(Call(BuildCreate)
            .Body("source_blob", source)
            .Body("buildpacks", build.Buildpacks?.Select(ToBuildpack).ToArray()), app, context).ConfigureAwait(false);
    }

    public Task<ChatAppBuild> StopAsync(string app, string item, CallContext context) => BuildAsync(Call(BuildCancel).Path("build_identity", item), app, context);

    public Task ClearCacheAsync(string app, CallContext context) => SendAsync(Call(BuildDeleteCache).Path("app_identity", app), context);

    public async Task<ChatAppBuild> WaitAsync(ChatAppBuild build, Action<string> output, CallContext context)
    {
        await ReadOutputAsync(build, output, context).ConfigureAwait(false);
        var owner = new BuildOwner(build.AppId, null);
        while ((build = await GetAsync(owner, build.Id, context).ConfigureAwait(false)).Status == Pending)
            await Task.Delay(PollInterval, Connection.Clock, context.Cancellation).ConfigureAwait(false);
        return build;
    }

    // The output is for reading along only: what became of the build its record says, so nothing is lost with a line of it.
    private async Task ReadOutputAsync(ChatAppBuild build, Action<string> output, CallContext context)
    {
        if (!Uri.TryCreate(build.OutputUrl, UriKind.Absolute, out var address))
            return;
        try
        {
            await foreach (var line in Connection.Api.ReadLinesAsync(ApiRequest.Elsewhere("GET", address), LongestSilence, context).ConfigureAwait(false))
                output(line);
        }
        catch (ChatException e)
        {
            context.Log.Verbose($"The build's output broke off: {e.Message}");
        }
    }

    private async Task<string> UploadAsync(FileUpload file, CallContext context)
    {
        var source = await SendAsync(Call(SourceCreate), HerokuJson.Default.Source, source => source.SourceBlob, context).ConfigureAwait(false);
        await UploadAsync(file, "PUT", source?.PutUrl, context).ConfigureAwait(false);
        return source?.GetUrl ?? throw new ChatException(ChatErrorReason.InvalidResponse, $"The server did not say where it keeps '{file.Name}'.");
    }

    private static Dictionary<string, string> ToBuildpack(string buildpack) =>
        new() { [buildpack.Contains(':', StringComparison.Ordinal) ? "url" : "name"] = buildpack };

    private Task<ChatAppBuild> BuildAsync(ApiCall call, string app, CallContext context) =>
        SendAsync(call.Path("app_identity", app), HerokuJson.Default.Build, build => ToBuild(build, app), context);

    private ChatAppBuild ToBuild(Wire.Build build, string app) => new()
    {
        Session = Connection.Session,
        Unnamed = build.Unnamed,
        AppId = build.App?.Id ?? app,
        AppName = build.App?.Name,
        Id = build.Id,
        Status = build.Status ?? "",
        Version = build.SourceBlob?.Version,
        VersionDescription = build.SourceBlob?.VersionDescription,
        SourceUrl = build.SourceBlob?.Url,
        Checksum = build.SourceBlob?.Checksum,
        Buildpacks = [.. (build.Buildpacks ?? []).Select(buildpack => buildpack.Name ?? buildpack.Url ?? "")],
        Stack = build.Stack,
        SlugId = build.Slug?.Id,
        ReleaseId = build.Release?.Id,
        UserId = build.User?.Id,
        UserName = build.User?.Email,
        OutputUrl = build.OutputStreamUrl,
        CreatedAt = build.CreatedAt,
        UpdatedAt = build.UpdatedAt,
    };
}
