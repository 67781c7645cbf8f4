using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Hathora.HathoraOperations;

namespace ChatPS.Client.Platforms.Hathora;

/// <summary>Builds of organizations: of a source or an image comes what their apps may be deployed with.</summary>
internal sealed class HathoraBuilds(Connection connection) : HathoraResource(connection),
    IBuildReader, IBuildCreator, IBuildResumer, ITeamItemRemover<ChatAppBuild>, IBuildRunner
{
    private const string Created = "created";
    private const string Running = "running";

    // A step of a build may say nothing for long; the build's record tells the end all the same.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(3);

    private HathoraBuildUploads Uploads => Connection.Get<HathoraBuildUploads>();

    public IAsyncEnumerable<ChatAppBuild> ListAsync(BuildOwner owner, PageWindow window, CallContext context) => owner.App is { } app
        ? window.Cut(ListAsync(app, owner.Team, context))
        : List(() => CallForTeamAsync(GetBuilds, owner.Team, context), window, HathoraJson.Default.Build, build => ToBuild(build), context);

    public async Task<ChatAppBuild> GetAsync(BuildOwner owner, string build, CallContext context)
    {
        var team = owner.App is { } app ? (await Names.AppAsync(app, owner.Team, context).ConfigureAwait(false)).OrgId : owner.Team;
        return await ReadAsync(team, build, context).ConfigureAwait(false);
    }

    public string OwnerOf(BuildOwner owner)
    {
        Unsupported.IfGiven(owner.App, ChatPlatform.Hathora, "App");
        var team = owner.Team ?? Connection.Session.Team;
        return Names.TeamNameOf(team) ?? team ?? "the platform's choice of teams";
    }

    public async Task<ChatAppBuild> CreateAsync(BuildOwner owner, NewBuild build, CallContext context)
    {
        Unsupported.IfGiven(build.SourceUrl, ChatPlatform.Hathora, "SourceUrl");
        Unsupported.IfGiven(build.Version, ChatPlatform.Hathora, "Version");
        Unsupported.IfGiven(build.VersionDescription, ChatPlatform.Hathora, "VersionDescription");
        Unsupported.IfGiven(build.Checksum, ChatPlatform.Hathora, "Checksum");
        Unsupported.IfGiven(build.Buildpacks, ChatPlatform.Hathora, "Buildpack");
        if (build.Image is { } image)
        {
            // The operation wants a body, be there anything in it or not.
            var members = new[] { ("buildId", build.Id), ("buildTag", build.Tag) }
                .Where(member => member.Item2 is not null).ToDictionary(member => member.Item1, member => member.Item2);
            var call = await CallForTeamAsync(CreateBuildRegistry, owner.Team, context).ConfigureAwait(false);
            return await SendAsync(call.Content(members), HathoraJson.Default.Build, made => ToBuild(made, image), context).ConfigureAwait(false);
        }
        var source = await SourceArchive.ReadAsync(build.Source!, context.Cancellation).ConfigureAwait(false);
        var request = (await CallForTeamAsync(CreateBuild, owner.Team, context).ConfigureAwait(false))
            .Body("buildId", build.Id)
            .Body("buildTag", build.Tag)
            .Body("buildSizeInBytes", source.Length);
        var created = await ReadAsync(request, HathoraJson.Default.CreatedBuild, context).ConfigureAwait(false);
        return await UploadAsync(ToBuild(created, Uploads.Plan(created, source)), build.Source!, build.PartLimit, context).ConfigureAwait(false);
    }

    public async Task<ChatAppBuild> ResumeAsync(ChatAppBuild build, FileUpload source, int? partLimit, CallContext context)
    {
        if (build.Origin is not BuildUpload upload)
            throw new ChatException(ChatErrorReason.InvalidRequest, $"There is no upload to go on with in the build {build.Id}.")
            {
                Advice = "Give the object that the error of New-ChatAppBuild had as its TargetObject; one that was read anew knows nothing of the upload.",
            };
        upload.Source.Compare(await SourceArchive.ReadAsync(source, context.Cancellation).ConfigureAwait(false), build.Id, source.Name);
        return await UploadAsync(build, source, partLimit, context).ConfigureAwait(false);
    }

    public async Task RemoveAsync(string? team, string item, CallContext context) =>
        await SendAsync(await CallAsync(DeleteBuild, team, item, context).ConfigureAwait(false), context).ConfigureAwait(false);

    public async IAsyncEnumerable<ChatLog> RunAsync(string? team, string build, BuildImage? image, CallContext context)
    {
        Connection.Mask.Add(image?.Token);
        var call = await CallAsync(image is null ? RunBuild : RunBuildRegistry, team, build, context).ConfigureAwait(false);
        if (image is not null)
            call.Body("image", image.Name).Body("registryUrl", image.Registry).Body("auth", image.Token);
        var lines = Connection.Api.ReadLinesAsync(call.ToRequest(), LongestSilence, context).GetAsyncEnumerator(context.Cancellation);
        await using (lines.ConfigureAwait(false))
        {
            while (await NextAsync().ConfigureAwait(false))
                yield return new ChatLog { Session = Connection.Session, Source = "build", Message = lines.Current, Raw = lines.Current };
        }

        // The output is for reading along only: what became of the build its record says. Whether it has begun, though, only an answer tells.
        async ValueTask<bool> NextAsync()
        {
            try
            {
                return await lines.MoveNextAsync().ConfigureAwait(false);
            }
            catch (ChatException e) when (e is { StatusCode: null, NeverSent: false })
            {
                if ((await ReadAsync(team, build, context).ConfigureAwait(false)).Status == Created)
                    throw;
                context.Log.Verbose($"The build's output broke off: {e.Message}");
                return false;
            }
        }
    }

    public async Task<ChatAppBuild> EndAsync(string? team, string build, CallContext context)
    {
        ChatAppBuild result;
        while ((result = await ReadAsync(team, build, context).ConfigureAwait(false)).Status is Created or Running)
            await Task.Delay(PollInterval, Connection.Clock, context.Cancellation).ConfigureAwait(false);
        return result;
    }

    // What an app was deployed with, the latest first and each once. Of builds that are gone there is nothing to tell.
    private async IAsyncEnumerable<ChatAppBuild> ListAsync(string app, string? team, CallContext context)
    {
        var found = await Names.AppAsync(app, team, context).ConfigureAwait(false);
        var builds = new Dictionary<string, Wire.Build>(StringComparer.Ordinal);
        await foreach (var build in List(() => CallForTeamAsync(GetBuilds, found.OrgId, context), PageWindow.All, HathoraJson.Default.Build, build => build, context).ConfigureAwait(false))
            builds[build.BuildId] = build;
        var deployments = Connection.Get<HathoraDeployments>().ListAsync(found.AppId, new DeploymentFilter(null, null), PageWindow.All, context);
        await foreach (var deployment in deployments.ConfigureAwait(false))
        {
            if (builds.Remove(deployment.BuildId, out var build))
                yield return ToBuild(build, app: found);
        }
    }

    private async Task<ChatAppBuild> UploadAsync(ChatAppBuild build, FileUpload source, int? partLimit, CallContext context)
    {
        try
        {
            await Uploads.SendAsync((BuildUpload)build.Origin!, source, partLimit, context).ConfigureAwait(false);
            return build;
        }
        catch (ChatException e)
        {
            var isOver = e.StatusCode is 401 or 403 or 404 or 410;
            throw e.As(
                e.Reason,
                $"The source of the build {build.Id} is not all there: {e.Message}",
                isOver
                    ? "The addresses that the platform gave for it are no longer good: build again from the beginning, without -Resume."
                    : "Run New-ChatAppBuild once more with the same -Path and with -Resume and this error's TargetObject: only what is missing is sent.",
                build);
        }
    }

    private async Task<ChatAppBuild> ReadAsync(string? team, string build, CallContext context) => await SendAsync(
        await CallAsync(GetBuild, team, build, context).ConfigureAwait(false), HathoraJson.Default.Build, found => ToBuild(found), context).ConfigureAwait(false);

    private async Task<ApiCall> CallAsync(string operation, string? team, string build, CallContext context) =>
        (await CallForTeamAsync(operation, team, context).ConfigureAwait(false)).Path("buildId", build);

    private ChatAppBuild ToBuild(Wire.Build build, object? origin = null, Wire.App? app = null) => new()
    {
        Session = Connection.Session,
        Unnamed = build.Unnamed,
        Origin = origin,
        Id = build.BuildId,
        AppId = app?.AppId,
        AppName = app?.AppName,
        TeamId = build.OrgId,
        Tag = build.BuildTag,
        Status = build.Status ?? "",
        ImageSize = build.ImageSize,
        ContentHash = build.ContentHash,
        ShareUrl = build.ShareUrl,
        UserId = build.CreatedBy,
        CreatedAt = build.CreatedAt,
        StartedAt = build.StartedAt,
        FinishedAt = build.FinishedAt,
        ExpiredAt = build.ExpiredAt,
    };
}
