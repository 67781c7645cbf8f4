using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Paging;
using ChatPS.Common;

namespace ChatPS.Deployments;

/// <summary>Gets the deployments of apps, the latest first.</summary>
[Cmdlet(VerbsCommon.Get, "ChatDeployment", SupportsPaging = true, DefaultParameterSetName = DeploymentSet)]
[OutputType(typeof(ChatDeployment))]
public sealed class GetChatDeploymentCommand : AppItemGetCmdlet
{
    private const string DeploymentSet = "Deployment";
    private const string LatestSet = "Latest";

    /// <summary>The deployments: ids, objects, or patterns that fit an id, a tag or the tag of a build. Left out, all of the app's.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = DeploymentSet)]
    [Alias("DeploymentId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(DeploymentCompleter))]
    public DeploymentIdentity[]? Deployment { get; set; }

    /// <summary>Only deployments that were called so when they were made.</summary>
    [Parameter(ParameterSetName = DeploymentSet)]
    public string? DeploymentTag { get; set; }

    /// <summary>Only deployments of builds with this tag.</summary>
    [Parameter(ParameterSetName = DeploymentSet)]
    public string? BuildTag { get; set; }

    /// <summary>Only the latest one: that which holds for the processes that start now.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LatestSet)]
    public SwitchParameter Latest { get; set; }

    private protected override void Process()
    {
        var filter = new DeploymentFilter(DeploymentTag, BuildTag);
        WriteItems<IDeploymentReader, ChatDeployment>(
            Latest ? [new DeploymentIdentity("latest")] : Deployment,
            deployment => [deployment.DeploymentTag, deployment.BuildTag, deployment.Id],
            (deployments, app, window, context) => deployments.ListAsync(app, filter, window, context),
            (deployments, app, deployment, context) =>
            {
                Ordered(PageWindow.All).RefuseOrder();
                return Latest ? deployments.LatestAsync(app, context) : deployments.GetAsync(app, deployment, context);
            });
    }
}
