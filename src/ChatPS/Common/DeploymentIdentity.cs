using System.Management.Automation;

namespace ChatPS.Common;

/// <summary>Names a deployment of an app.</summary>
/// <param name="value">A deployment's id, or an object that tells it.</param>
public sealed class DeploymentIdentity(object value) : Identity(value, IdOf, "deployment")
{
    /// <summary>The deployment itself, if it was one.</summary>
    internal ChatDeployment? Deployment { get; } = (value is PSObject wrapped ? wrapped.BaseObject : value) as ChatDeployment;

    private static string? IdOf(object item) => item switch
    {
        ChatDeployment deployment => deployment.Id,
        ChatProcess process => process.DeploymentId,
        _ => null,
    };
}
