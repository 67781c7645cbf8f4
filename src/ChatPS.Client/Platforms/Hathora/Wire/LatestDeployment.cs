namespace ChatPS.Client.Platforms.Hathora.Wire;

/// <summary>Which deployment an app is at. What the deployment is set to it tells itself; its variables are no part of an app.</summary>
internal sealed class LatestDeployment
{
    public string? DeploymentId { get; set; }

    public string? BuildId { get; set; }

    public string? BuildTag { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }
}
