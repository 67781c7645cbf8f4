using System.Management.Automation;
using System.Security;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Common;
using ChatPS.Files;

namespace ChatPS.AppBuilds;

/// <summary>Builds from a folder, an archive, the address of one, or an image of a registry.</summary>
[Cmdlet(VerbsCommon.New, "ChatAppBuild", SupportsShouldProcess = true, DefaultParameterSetName = PathSet)]
[OutputType(typeof(ChatAppBuild))]
public sealed class NewChatAppBuildCommand : AppItemWriteCmdlet
{
    private const string PathSet = "Path";
    private const string UrlSet = "SourceUrl";
    private const string ImageSet = "Image";
    private const string ResumeSet = "Resume";

    private bool _isTeamNamed;

    /// <summary>The source: a folder, which is packed without its .git and uploaded, or a .tgz archive, which is uploaded as it is.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = PathSet)]
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = ResumeSet)]
    [Alias("FullName")]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>The address of a .tgz archive that the platform fetches itself (Heroku).</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = UrlSet)]
    [ValidateNotNullOrEmpty]
    public string? SourceUrl { get; set; }

    /// <summary>An image that is in a registry already, with its tag if it has one (Hathora).</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ImageSet)]
    [ValidateNotNullOrEmpty]
    public string? Image { get; set; }

    /// <summary>The registry that the image is in, such as registry.example.com. Left out, the platform's usual one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ImageSet)]
    [ValidateNotNullOrEmpty]
    public string? Registry { get; set; }

    /// <summary>The token that the registry lets the platform in by. Left out, the image is one that everybody may have.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public SecureString? RegistryToken { get; set; }

    /// <summary>
    /// A build whose upload broke off: the TargetObject of the error that said so. Only what is missing is sent. What is at -Path must be
    /// the same as before (Hathora).
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = ResumeSet)]
    [ValidateNotNull]
    public ChatAppBuild? Resume { get; set; }

    /// <summary>The team that the build shall belong to (Hathora): its id, its name or the object. Left out, the session's team.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    /// <summary>What the build shall be called, such as a version (Hathora).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = PathSet)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = ImageSet)]
    [ValidateNotNullOrEmpty]
    public string? Tag { get; set; }

    /// <summary>The id that the build shall have (Hathora). Left out, one of the platform's choice.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = ImageSet)]
    [ValidateNotNullOrEmpty]
    public string? Id { get; set; }

    /// <summary>The version of the source, such as a commit; releases show it (Heroku).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = PathSet)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = UrlSet)]
    public string? Version { get; set; }

    /// <summary>What the version says of itself (Heroku).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = PathSet)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = UrlSet)]
    public string? VersionDescription { get; set; }

    /// <summary>The checksum of the archive with its kind in front, as in SHA256:…; the platform then checks what it got (Heroku).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = PathSet)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = UrlSet)]
    public string? Checksum { get; set; }

    /// <summary>What to build with, in order: names such as heroku/ruby, or addresses (Heroku). Left out, what the app is set to or what fits the source.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = PathSet)]
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = UrlSet)]
    [Alias("Buildpacks")]
    public string[]? Buildpack { get; set; }

    /// <summary>How many parts of the archive may be under way at the same time (Hathora). Left out, 4.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = ResumeSet)]
    [ValidateRange(1, 64)]
    public int? PartLimit { get; set; }

    /// <summary>
    /// Waits until the build has ended and emits it as it ended, with its output line by line as verbose messages. A build that failed is
    /// an error, whose TargetObject is the build.
    /// </summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>Only makes the build and uploads its source (Hathora); Start-ChatAppBuild runs it.</summary>
    [Parameter]
    public SwitchParameter NoRun { get; set; }

    // What came down the pipeline with an app is the app's own team, and no wish.
    private protected override void Begin() => _isTeamNamed = Team is not null;

    private protected override void Process()
    {
        var target = Path ?? SourceUrl ?? Image;
        Guard(target, () =>
        {
            if (Wait && NoRun)
                throw new ChatException(ChatErrorReason.InvalidRequest, "A build that is not run does not end.") { Advice = "Give -Wait or -NoRun." };
            var session = OwnerOf(OwnerOf(App, Team), Resume is null ? null : new BuildIdentity(Resume));
            var builds = Require<IBuildCreator>(session);
            var resumer = Resume is null ? null : Require<IBuildResumer>(session, nameof(Resume));
            var owner = BuildOwners.Of(App, App is null || _isTeamNamed ? Team : null);
            var (ownerName, source) = (builds.OwnerOf(owner), Path is null ? null : BuildSource.At(LocalFiles.Resolve(this, Path)));
            var build = new NewBuild
            {
                SourceUrl = SourceUrl,
                Image = Image is null ? null : new BuildImage(Image, Registry, Secrets.Of(RegistryToken)),
                Version = Version,
                VersionDescription = VersionDescription,
                Checksum = Checksum,
                Buildpacks = Buildpack is { Length: > 0 } ? Buildpack : null,
                Tag = Tag,
                Id = Id,
                PartLimit = PartLimit,
                NoRun = NoRun,
            };
            var (resume, run) = (Resume, RunnerFor(session, owner, build));
            if (Should($"{target} of {App?.Display ?? ownerName}", resume is null ? "Build" : $"Go on with build {resume.Id}"))
                Submit(target, async context =>
                {
                    using var archive = source is null ? null : await source.PackAsync(context.Cancellation).ConfigureAwait(false);
                    var made = resume is null
                        ? await builds.CreateAsync(owner, build with { Source = archive?.Upload }, context).ConfigureAwait(false)
                        : await resumer!.ResumeAsync(resume, archive!.Upload, build.PartLimit, context).ConfigureAwait(false);
                    return await run(made, context).ConfigureAwait(false);
                });
        });
    }

    // What is left to do with a build that was made. On some platforms it runs by itself.
    private Func<ChatAppBuild, CallContext, Task<ChatAppBuild>> RunnerFor(Identity? session, BuildOwner owner, NewBuild build)
    {
        if (NoRun)
            return (made, _) => Task.FromResult(made);
        var wait = Wait.IsPresent;
        if (ConnectionFor(session).Find<IBuildRunner>() is not { } runner)
        {
            var follower = wait ? Require<IAppBuildFollower>(session) : null;
            return (made, context) => follower is null ? Task.FromResult(made) : FollowAsync(follower, made, context);
        }
        var reader = Require<IBuildReader>(session);
        return async (made, context) =>
        {
            var run = new BuildRun(runner, reader, made.TeamId ?? owner.Team, made.Id, build.Image);
            try
            {
                return await (wait ? run.CompleteAsync(context) : run.BeginAsync(context)).ConfigureAwait(false);
            }
            catch (ChatException e) when (e.Target is null)
            {
                // The build is there all the same, and may be run once more.
                throw e.As(e.Reason, e.Message, e.Advice, made);
            }
        };
    }

    private static async Task<ChatAppBuild> FollowAsync(IAppBuildFollower follower, ChatAppBuild build, CallContext context)
    {
        var output = new BuildOutput();
        return output.Judge(await follower.WaitAsync(build, output.ShowingIn(context.Log), context).ConfigureAwait(false));
    }
}
