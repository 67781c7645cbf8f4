namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class ClusterNode : WireObject
{
    public string Id { get; set; } = "";

    public string? Hostname { get; set; }

    public string? Ipaddress { get; set; }

    public string? Version { get; set; }

    public string? ConfigHash { get; set; }
}
