namespace ChatPS;

/// <summary>The code of an app, ready to run.</summary>
public sealed class ChatAppSlug : ChatAppObject
{
    /// <summary>The platform's id of the slug.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string AppSlugId => Id;

    /// <summary>What runs, by process type.</summary>
    public required IReadOnlyDictionary<string, string> ProcessTypes { get; init; }

    /// <summary>What the build found the code to be.</summary>
    public string? BuildpackDescription { get; init; }

    /// <summary>The commit it was made from.</summary>
    public string? Commit { get; init; }

    /// <summary>What the commit says of itself.</summary>
    public string? CommitDescription { get; init; }

    /// <summary>The checksum of the archive, with its kind in front, as in SHA256:….</summary>
    public string? Checksum { get; init; }

    /// <summary>The size of the archive in bytes.</summary>
    public long? Size { get; init; }

    /// <summary>The operating system image it was made for.</summary>
    public string? Stack { get; init; }

    /// <summary>The image's id.</summary>
    public string? StackId { get; init; }

    /// <summary>How the archive goes to its address, or comes from there: PUT or GET.</summary>
    public string? BlobMethod { get; init; }

    /// <summary>The address of the archive: good for a short time, and for everybody who has it.</summary>
    public string? BlobUrl { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }
}
