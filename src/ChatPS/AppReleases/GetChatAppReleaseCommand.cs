using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.AppReleases;

/// <summary>Gets the releases of apps.</summary>
[Cmdlet(VerbsCommon.Get, "ChatAppRelease", SupportsPaging = true, DefaultParameterSetName = ReleaseSet)]
[OutputType(typeof(ChatAppRelease))]
public sealed class GetChatAppReleaseCommand : AppItemGetCmdlet
{
    private const string ReleaseSet = "Release";
    private const string CurrentSet = "Current";

    /// <summary>The releases: versions as 12 or v12, ids, or patterns of versions and descriptions. Left out, all of the app's.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = ReleaseSet)]
    [Alias("AppReleaseId", "Version")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ReleaseCompleter))]
    public ReleaseIdentity[]? Release { get; set; }

    /// <summary>Only the release that the app runs.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CurrentSet)]
    public SwitchParameter Current { get; set; }

    private protected override void Process()
    {
        if (!Current)
        {
            WriteItems<ChatAppRelease>(Release, release => [release.ToString(), release.ToString()[1..], release.Description]);
            return;
        }
        foreach (var app in AppsOrDefault(App))
            Guard(app, () => Write(Await(Require<IReleaseReader>(app).GetCurrentAsync(app.Literal, Context))));
    }
}
