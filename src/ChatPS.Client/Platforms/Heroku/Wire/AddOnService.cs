namespace ChatPS.Client.Platforms.Heroku.Wire;

internal sealed class AddOnService : WireObject
{
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public string? HumanName { get; set; }

    public string? CliPluginName { get; set; }

    /// <summary>alpha, beta, ga, shutdown.</summary>
    public string? State { get; set; }

    public bool SupportsMultipleInstallations { get; set; }

    public bool SupportsSharing { get; set; }

    public List<Reference>? SupportedGenerations { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }
}
