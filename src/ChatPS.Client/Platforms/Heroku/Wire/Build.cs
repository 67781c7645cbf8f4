namespace ChatPS.Client.Platforms.Heroku.Wire;

internal sealed class Build : WireObject
{
    public string Id { get; set; } = "";

    public Reference? App { get; set; }

    public Buildpack[]? Buildpacks { get; set; }

    public string? OutputStreamUrl { get; set; }

    public SourceBlob? SourceBlob { get; set; }

    public Reference? Release { get; set; }

    public Reference? Slug { get; set; }

    public string? Stack { get; set; }

    /// <summary>pending, succeeded or failed.</summary>
    public string? Status { get; set; }

    public Reference? User { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }
}

internal sealed class Buildpack
{
    public string? Url { get; set; }

    public string? Name { get; set; }
}

/// <summary>The archive a build begins with.</summary>
internal sealed class SourceBlob
{
    public string? Url { get; set; }

    public string? Checksum { get; set; }

    public string? Version { get; set; }

    public string? VersionDescription { get; set; }
}
