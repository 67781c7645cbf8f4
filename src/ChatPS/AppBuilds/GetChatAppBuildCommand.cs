using System.Management.Automation;
using ChatPS.Common;

namespace ChatPS.AppBuilds;

/// <summary>Gets the builds of apps.</summary>
[Cmdlet(VerbsCommon.Get, "ChatAppBuild", SupportsPaging = true)]
[OutputType(typeof(ChatAppBuild))]
public sealed class GetChatAppBuildCommand : AppItemGetCmdlet
{
    /// <summary>The builds: ids, objects, or patterns that fit a version. Left out, all of the app's.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("AppBuildId", "BuildId")]
    [SupportsWildcards]
    public BuildIdentity[]? Build { get; set; }

    private protected override void Process() => WriteItems<ChatAppBuild>(Build, build => [build.Version, build.Id]);
}
