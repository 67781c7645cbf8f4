namespace ChatPS;

/// <summary>Whether of two kinds of a server's records those that belong to others have them still.</summary>
public sealed class ChatServerIntegrity : ChatObject
{
    /// <summary>The records that others belong to, by the name of their table.</summary>
    public required string Parent { get; init; }

    /// <summary>The records that belong to them, by the name of their table.</summary>
    public required string Child { get; init; }

    /// <summary>What a child names its parent by.</summary>
    public string? ParentKey { get; init; }

    /// <summary>What a child is known by; null where nothing but its parents tells it from others.</summary>
    public string? ChildKey { get; init; }

    /// <summary>Whether none is without its parent; null when the server could not tell.</summary>
    public bool? IsIntact => Error is null ? Orphans.Count == 0 : null;

    /// <summary>How many are without their parents.</summary>
    public int OrphanCount => Orphans.Count;

    /// <summary>Those that are without their parents.</summary>
    public IReadOnlyList<ChatOrphanedRecord> Orphans { get; init => field = Lists.Indexable(value); } = [];

    /// <summary>Why the server could not tell; null when it could.</summary>
    public string? Error { get; init; }

    /// <summary>The two tables.</summary>
    /// <returns>A text for people.</returns>
    public override string ToString() => $"{Child} of {Parent}";
}
