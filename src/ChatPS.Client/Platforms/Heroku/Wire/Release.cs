namespace ChatPS.Client.Platforms.Heroku.Wire;

internal sealed class Release : WireObject
{
    public string Id { get; set; } = "";

    public int Version { get; set; }

    public string? Description { get; set; }

    /// <summary>pending, succeeded, failed or expired.</summary>
    public string? Status { get; set; }

    public bool Current { get; set; }

    public bool? EligibleForRollback { get; set; }

    public Reference? App { get; set; }

    public Reference? Slug { get; set; }

    public List<Artifact>? Artifacts { get; set; }

    public List<string>? AddonPlanNames { get; set; }

    public Reference? User { get; set; }

    public string? OutputStreamUrl { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }
}

/// <summary>What a release is made of: a slug or an oci-image.</summary>
internal sealed class Artifact
{
    public string? Type { get; set; }

    public string? Id { get; set; }
}

/// <summary>What a dyno says of its release.</summary>
internal sealed class ReleaseReference
{
    public string? Id { get; set; }

    public int? Version { get; set; }
}
