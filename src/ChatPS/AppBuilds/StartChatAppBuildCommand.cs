using System.Management.Automation;
using System.Security;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.AppBuilds;

/// <summary>Runs builds that were made and not run, and tells their output.</summary>
[Cmdlet(VerbsLifecycle.Start, "ChatAppBuild", SupportsShouldProcess = true)]
[OutputType(typeof(ChatLog), typeof(ChatAppBuild))]
public sealed class StartChatAppBuildCommand : WriteCmdlet
{
    /// <summary>The builds: ids or objects. A build runs once.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AppBuildId", "BuildId")]
    [ArgumentCompleter(typeof(BuildCompleter))]
    public BuildIdentity[]? Build { get; set; }

    /// <summary>The team that the builds belong to: its id, its name or the object. Left out, that of the object, or the session's team.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    /// <summary>
    /// The image that a build is made of which was made for one. Left out, what New-ChatAppBuild -NoRun was given, when the build is the object
    /// that came of it; a build that has a source has no image.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Image { get; set; }

    /// <summary>The registry that the image is in, such as registry.example.com. Left out, the platform's usual one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Registry { get; set; }

    /// <summary>The token that the registry lets the platform in by. Left out, the image is one that everybody may have.</summary>
    [Parameter]
    public SecureString? RegistryToken { get; set; }

    /// <summary>
    /// Emits the output of the build line by line as it comes, until it has ended. A build that failed is an error, whose TargetObject is the
    /// build. Several builds run one after the other.
    /// </summary>
    [Parameter]
    public SwitchParameter Follow { get; set; }

    /// <summary>Waits until the build has ended, with its output line by line as verbose messages. A build that failed is an error, as with -Follow.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>Emits the builds: as they ended with -Follow or -Wait, or else as they run.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        if (Image is null && (Registry is not null || RegistryToken is not null))
            throw new ChatException(ChatErrorReason.InvalidRequest, "A registry without an image says nothing.") { Advice = "Name the image with -Image." };
        foreach (var build in Build!)
            Guard(build, () => Start(build));
    }

    private void Start(BuildIdentity build)
    {
        var owner = OwnerOf(build, Team);
        var image = Image is null ? build.Build?.Origin as BuildImage : new BuildImage(Image, Registry, Secrets.Of(RegistryToken));
        var run = new BuildRun(Require<IBuildRunner>(owner), Require<IBuildReader>(owner), Team?.Literal ?? build.Build?.TeamId, build.Literal, image);
        var (wait, passThru) = (Wait.IsPresent, PassThru.IsPresent);
        if (!Should(build.Display, "Run build"))
            return;
        if (Follow)
            Tell(run);
        else
            Submit(build, context => Emit(wait ? run.CompleteAsync(context) : run.BeginAsync(context), passThru));
    }

    private void Tell(BuildRun run)
    {
        var output = new BuildOutput();
        TakeEach(
            run.LinesAsync,
            line =>
            {
                output.Take(line.Raw);
                Write(line);
                return true;
            },
            long.MaxValue);
        var ended = Await(run.EndAsync(output, Context));
        if (PassThru)
            Write(ended);
    }
}
