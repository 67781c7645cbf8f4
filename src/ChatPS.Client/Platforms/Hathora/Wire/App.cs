using System.Text.Json.Nodes;

namespace ChatPS.Client.Platforms.Hathora.Wire;

internal sealed class App : WireObject
{
    public string AppId { get; set; } = "";

    public string AppName { get; set; } = "";

    public string? OrgId { get; set; }

    public string? AppSecret { get; set; }

    /// <summary>The ways to sign in, each by its name. As it came, so that what nobody changes goes back as it was.</summary>
    public JsonObject? AuthConfiguration { get; set; }

    /// <summary>How processes come and go, as it came.</summary>
    public JsonObject? ServiceConfig { get; set; }

    /// <summary>Only a list has it, and only of apps that were deployed.</summary>
    public LatestDeployment? Deployment { get; set; }

    public string? CreatedBy { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }
}
