using System.Management.Automation;

namespace ChatPS.Common;

/// <summary>Names a build.</summary>
/// <param name="value">A build's id, or an object that tells it.</param>
public sealed class BuildIdentity(object value) : Identity(value, IdOf, "build")
{
    /// <summary>The build itself, if it was one.</summary>
    internal ChatAppBuild? Build { get; } = (value is PSObject wrapped ? wrapped.BaseObject : value) as ChatAppBuild;

    private static string? IdOf(object item) => item switch
    {
        ChatAppBuild build => build.Id,
        ChatDeployment deployment => deployment.BuildId,
        _ => null,
    };
}
