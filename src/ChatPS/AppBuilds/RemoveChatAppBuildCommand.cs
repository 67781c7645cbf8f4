using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.AppBuilds;

/// <summary>Removes what builds leave behind.</summary>
[Cmdlet(VerbsCommon.Remove, "ChatAppBuild", SupportsShouldProcess = true)]
public sealed class RemoveChatAppBuildCommand : AppItemWriteCmdlet
{
    /// <summary>Removes what the app's builds keep for the next one, which then begins from nothing.</summary>
    [Parameter(Mandatory = true)]
    public SwitchParameter Cache { get; set; }

    private protected override void Process() =>
        ForApp<IAppBuildCacheCleaner>(null, "Clear build cache", (builds, app, context) => Emit(builds.ClearCacheAsync(app, context)));
}
