using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.AppBuilds;

/// <summary>Gets the builds of apps, or on Hathora those of a team.</summary>
[Cmdlet(VerbsCommon.Get, "ChatAppBuild", SupportsPaging = true)]
[OutputType(typeof(ChatAppBuild))]
public sealed class GetChatAppBuildCommand : AppItemGetCmdlet
{
    /// <summary>The builds: ids, objects, or patterns that fit a version, a tag or an id. Left out, all of the app's or the team's.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("AppBuildId", "BuildId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(BuildCompleter))]
    public BuildIdentity[]? Build { get; set; }

    /// <summary>The team whose builds are wanted (Hathora): its id, its name or the object. Left out, the session's team.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    private protected override void Process() => WriteItemsOfAny<IBuildReader, ChatAppBuild>(
        Build,
        build => [build.Version, build.Tag, build.Id],
        Team ?? (Identity?)Build?.FirstOrDefault(build => build.Session is not null),
        (builds, app, window, context) => builds.ListAsync(BuildOwners.Of(app, Team), window, context),
        (builds, app, build, context) => builds.GetAsync(BuildOwners.Of(app, Team, Build!.First(one => one.Literal == build)), build, context));
}
