namespace ChatPS.Client.Platforms.Heroku.Wire;

internal sealed class Region : WireObject
{
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public string? Country { get; set; }

    public string? Description { get; set; }

    public string? Locale { get; set; }

    public bool? PrivateCapable { get; set; }

    public RegionProvider? Provider { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }
}

/// <summary>Who runs a region's computers.</summary>
internal sealed class RegionProvider
{
    public string? Name { get; set; }

    public string? Region { get; set; }
}
