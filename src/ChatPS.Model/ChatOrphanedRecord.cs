namespace ChatPS;

/// <summary>A record of a server that belongs to another one which is not there.</summary>
public sealed class ChatOrphanedRecord
{
    internal ChatOrphanedRecord()
    {
    }

    /// <summary>The id of what is not there; null when the record names none.</summary>
    public string? ParentId { get; init; }

    /// <summary>The id of the record; null when it has none of its own.</summary>
    public string? ChildId { get; init; }

    /// <summary>The ids.</summary>
    /// <returns>A text for people.</returns>
    public override string ToString() => $"{ChildId} of {ParentId}";
}
