using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.AppBuilds;

/// <summary>Ends builds that are under way.</summary>
[Cmdlet(VerbsLifecycle.Stop, "ChatAppBuild", SupportsShouldProcess = true)]
[OutputType(typeof(ChatAppBuild))]
public sealed class StopChatAppBuildCommand : AppItemWriteCmdlet
{
    /// <summary>The builds: ids or objects.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AppBuildId", "BuildId")]
    [ArgumentCompleter(typeof(BuildCompleter))]
    public BuildIdentity[]? Build { get; set; }

    /// <summary>Emits the ended builds.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var passThru = PassThru.IsPresent;
        ForEachItem<IAppItemStopper<ChatAppBuild>>(
            Build!, "Stop build", (builds, app, build, context) => Emit(builds.StopAsync(app, build, context), passThru));
    }
}
