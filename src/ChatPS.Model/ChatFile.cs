namespace ChatPS;

/// <summary>A file attached to a message.</summary>
public sealed class ChatFile : ChatObject
{
    /// <summary>The platform's id of the file.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string FileId => Id;

    /// <summary>The file's name.</summary>
    public required string Name { get; init; }

    /// <summary>The size in bytes.</summary>
    public long Size { get; init; }

    /// <summary>The media type.</summary>
    public string? MimeType { get; init; }

    /// <summary>The message the file is attached to; a file just uploaded has none yet.</summary>
    public string? MessageId { get; init; }

    /// <summary>The room the file was uploaded to, where it is known.</summary>
    public string? RoomId { get; init; }

    /// <summary>Who uploaded the file.</summary>
    public string? UserId { get; init; }

    /// <summary>When the file was uploaded.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the file was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>When the file was deleted.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>The file's name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;

    internal override string? ShownAs => Name;
}
