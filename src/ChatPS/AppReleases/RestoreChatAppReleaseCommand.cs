using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.AppReleases;

/// <summary>Takes an app back to the code and configuration of an earlier release, by a new one.</summary>
[Cmdlet(VerbsData.Restore, "ChatAppRelease", SupportsShouldProcess = true)]
[OutputType(typeof(ChatAppRelease))]
public sealed class RestoreChatAppReleaseCommand : AppItemWriteCmdlet
{
    /// <summary>The release to go back to: its version as 12 or v12, its id or the object.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AppReleaseId", "Version")]
    [ArgumentCompleter(typeof(ReleaseCompleter))]
    public ReleaseIdentity? Release { get; set; }

    /// <summary>Emits the new release.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var passThru = PassThru.IsPresent;
        ForEachItem<IReleaseRestorer>([Release!], "Roll back to release", (releases, app, release, context) => Emit(releases.RestoreAsync(app, release, context), passThru));
    }
}
