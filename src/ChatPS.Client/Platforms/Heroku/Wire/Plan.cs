namespace ChatPS.Client.Platforms.Heroku.Wire;

internal sealed class Plan : WireObject
{
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public string? HumanName { get; set; }

    public string? Description { get; set; }

    public Reference? AddonService { get; set; }

    public Price? Price { get; set; }

    public string? State { get; set; }

    public bool Default { get; set; }

    public bool SpaceDefault { get; set; }

    public bool Visible { get; set; }

    public bool InstallableInsidePrivateNetwork { get; set; }

    public bool InstallableOutsidePrivateNetwork { get; set; }

    /// <summary>HIPAA, PCI.</summary>
    public List<string>? Compliance { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }
}
