namespace ChatPS.Client.Platforms.Heroku.Wire;

internal sealed class Slug : WireObject
{
    public string Id { get; set; } = "";

    public Blob? Blob { get; set; }

    public string? BuildpackProvidedDescription { get; set; }

    public string? Checksum { get; set; }

    public string? Commit { get; set; }

    public string? CommitDescription { get; set; }

    public Dictionary<string, string>? ProcessTypes { get; set; }

    public long? Size { get; set; }

    public Reference? Stack { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }
}

/// <summary>Where the bytes of a slug go to, or come from.</summary>
internal sealed class Blob
{
    public string? Method { get; set; }

    public string? Url { get; set; }
}
