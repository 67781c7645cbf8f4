using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Common;
using ChatPS.Files;

namespace ChatPS.AppBuilds;

/// <summary>Builds an app from a folder, an archive, or the address of one.</summary>
[Cmdlet(VerbsCommon.New, "ChatAppBuild", SupportsShouldProcess = true, DefaultParameterSetName = PathSet)]
[OutputType(typeof(ChatAppBuild))]
public sealed class NewChatAppBuildCommand : AppItemWriteCmdlet
{
    private const string PathSet = "Path";
    private const string UrlSet = "SourceUrl";

    // How much of the output says why a build failed.
    private const int LastLines = 5;

    /// <summary>The source: a folder, which is packed without its .git and uploaded, or a .tgz archive, which is uploaded as it is.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = PathSet)]
    [Alias("FullName")]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>The address of a .tgz archive that the platform fetches itself.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = UrlSet)]
    [ValidateNotNullOrEmpty]
    public string? SourceUrl { get; set; }

    /// <summary>The version of the source, such as a commit; releases show it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Version { get; set; }

    /// <summary>What the version says of itself.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? VersionDescription { get; set; }

    /// <summary>The checksum of the archive with its kind in front, as in SHA256:…; the platform then checks what it got.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Checksum { get; set; }

    /// <summary>What to build with, in order: names such as heroku/ruby, or addresses. Left out, what the app is set to or what fits the source.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Buildpacks")]
    public string[]? Buildpack { get; set; }

    /// <summary>
    /// Waits until the build has ended and emits it as it ended, with its output line by line as verbose messages. A build that failed is
    /// an error, whose TargetObject is the build.
    /// </summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    private protected override void Process() => Guard(Path ?? SourceUrl, () =>
    {
        var build = new NewBuild
        {
            SourceUrl = SourceUrl,
            Version = Version,
            VersionDescription = VersionDescription,
            Checksum = Checksum,
            Buildpacks = Buildpack is { Length: > 0 } ? Buildpack : null,
        };
        var source = Path is null ? null : BuildSource.At(LocalFiles.Resolve(this, Path));
        var follower = Wait ? Require<IAppBuildFollower>(App) : null;
        ForApp<IAppItemCreator<NewBuild, ChatAppBuild>>(Path ?? SourceUrl, "Build", async (builds, app, context) =>
        {
            var made = await MakeAsync(builds, app, build, source, context).ConfigureAwait(false);
            return follower is null ? made : await FollowAsync(follower, made, context).ConfigureAwait(false);
        });
    });

    private static async Task<ChatAppBuild> MakeAsync(
        IAppItemCreator<NewBuild, ChatAppBuild> builds, string app, NewBuild build, BuildSource? source, CallContext context)
    {
        if (source is null)
            return await builds.CreateAsync(app, build, context).ConfigureAwait(false);
        using var archive = await source.PackAsync(context.Cancellation).ConfigureAwait(false);
        return await builds.CreateAsync(app, build with { Source = archive.Upload }, context).ConfigureAwait(false);
    }

    private static async Task<ChatAppBuild> FollowAsync(IAppBuildFollower follower, ChatAppBuild build, CallContext context)
    {
        var last = new Queue<string>();
        build = await follower.WaitAsync(
            build,
            line =>
            {
                context.Log.Verbose(line);
                if (string.IsNullOrWhiteSpace(line))
                    return;
                last.Enqueue(line.Trim());
                if (last.Count > LastLines)
                    last.Dequeue();
            },
            context).ConfigureAwait(false);
        return build.Status != "failed" ? build : throw new ChatException(
            ChatErrorReason.InvalidRequest, $"The build {build.Id} failed: {string.Join(" / ", last.DefaultIfEmpty("it left no output"))}")
        {
            Target = build,
            Advice = "Correct what the last lines of the output name; -Verbose shows all of it.",
        };
    }
}
