namespace ChatPS;

/// <summary>An archive that a server can import, or the part of one that has come so far.</summary>
public sealed class ChatImport : ChatObject
{
    /// <summary>The name by which the server knows the archive; of one that is not whole yet, the name it will have.</summary>
    public required string Name { get; init; }

    /// <summary>The same as <see cref="Name"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string ImportName => Name;

    /// <summary>Whether all of it is there.</summary>
    public bool IsComplete { get; init; }

    /// <summary>The id of the upload that it comes by; null for one that is whole, unless it just came.</summary>
    public string? UploadId { get; init; }

    /// <summary>The name of the file that was uploaded, where it is known.</summary>
    public string? FileName { get; init; }

    /// <summary>The size in bytes, where it is known.</summary>
    public long? Size { get; init; }

    /// <summary>How many bytes have come, where it is known.</summary>
    public long? Received { get; init; }

    /// <summary>The id of who uploads it.</summary>
    public string? UserId { get; init; }

    /// <summary>When the upload began.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The name.</summary>
    /// <returns>A text for people.</returns>
    public override string ToString() => Name;

    internal override string? ShownAs => Name;
}
