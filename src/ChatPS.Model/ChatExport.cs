namespace ChatPS;

/// <summary>An archive of a whole server, to be taken to another one or kept.</summary>
public sealed class ChatExport : ChatObject
{
    /// <summary>The name of the archive's file, by which the platform knows it.</summary>
    public required string Name { get; init; }

    /// <summary>The same as <see cref="Name"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string ExportName => Name;

    /// <summary>The id of the job that made it, where that is known.</summary>
    public string? JobId { get; init; }

    /// <summary>An address at which whoever knows it gets the archive for a while; null unless it was asked for.</summary>
    public string? Link { get; init; }

    /// <summary>When the address ends.</summary>
    public DateTimeOffset? LinkExpiresAt { get; init; }

    /// <summary>The name.</summary>
    /// <returns>A text for people.</returns>
    public override string ToString() => Name;

    internal override string? ShownAs => Name;
}
