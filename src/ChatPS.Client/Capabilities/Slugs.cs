namespace ChatPS.Client.Capabilities;

/// <summary>Code that is ready to run, to be added to an app; what is null is not said.</summary>
internal sealed record NewSlug
{
    /// <summary>What runs, by process type.</summary>
    public required IReadOnlyDictionary<string, string> ProcessTypes { get; init; }

    public string? BuildpackDescription { get; init; }

    public string? Checksum { get; init; }

    public string? Commit { get; init; }

    public string? CommitDescription { get; init; }

    public string? Stack { get; init; }

    /// <summary>The archive of the code; null when it is uploaded some other way.</summary>
    public FileUpload? Content { get; init; }
}
