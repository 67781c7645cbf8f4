using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.AppBuilds;

/// <summary>Removes builds, or what builds leave behind.</summary>
[Cmdlet(VerbsCommon.Remove, "ChatAppBuild", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = BuildSet)]
public sealed class RemoveChatAppBuildCommand : AppItemWriteCmdlet
{
    private const string BuildSet = "Build";
    private const string CacheSet = "Cache";

    /// <summary>The builds: ids or objects (Hathora). One that the latest deployment of an app runs stays.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = BuildSet)]
    [Alias("AppBuildId", "BuildId")]
    [ArgumentCompleter(typeof(BuildCompleter))]
    public BuildIdentity[]? Build { get; set; }

    /// <summary>The team that the builds belong to (Hathora): its id, its name or the object. Left out, that of the object, or the session's team.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = BuildSet)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    /// <summary>Removes what the app's builds keep for the next one, which then begins from nothing (Heroku).</summary>
    [Parameter(Mandatory = true, ParameterSetName = CacheSet)]
    public SwitchParameter Cache { get; set; }

    /// <summary>Does not ask before a build is removed. Nothing is asked before a cache is.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process()
    {
        if (ParameterSetName == CacheSet)
        {
            // What is lost is made again by itself.
            ForApp<IAppBuildCacheCleaner>(null, "Clear build cache", (builds, app, context) => Emit(builds.ClearCacheAsync(app, context)), Force || AsksOfMuchOnly);
            return;
        }
        foreach (var build in Build!)
        {
            Guard(build, () =>
            {
                var owner = OwnerOf(build, Team);
                var builds = Require<ITeamItemRemover<ChatAppBuild>>(owner);
                // An app that came along with the build is where it was found.
                if (App?.Literal != build.AppId)
                    Unsupported.IfGiven(App, ConnectionFor(owner).Platform.Name, nameof(App));
                var (team, id) = (Team?.Literal ?? build.Build?.TeamId, build.Literal);
                if (Should(build.Display, "Remove build", Force))
                    Submit(build, context => Emit(builds.RemoveAsync(team, id, context)));
            });
        }
    }

    private bool AsksOfMuchOnly => SessionState.PSVariable.GetValue("ConfirmPreference") is not (ConfirmImpact.Low or ConfirmImpact.Medium);
}
