namespace ChatPS;

/// <summary>A repository of source code that the account belongs to, and the room it has.</summary>
public sealed class ChatRepo : ChatObject
{
    /// <summary>The id of the repository where it is kept.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>.</summary>
    public string RepoId => Id;

    /// <summary>The name with its owner, such as northwind/harbor.</summary>
    public required string Name { get; init; }

    /// <summary>What the repository is for.</summary>
    public string? Description { get; init; }

    /// <summary>Whether the repository is closed to the public.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>The repository's room; null when it has none.</summary>
    public string? RoomId { get; init; }

    /// <summary>Where a browser finds the repository.</summary>
    public string? Url { get; init; }

    /// <summary>The repository's name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;

    internal override string? ShownAs => Name;
}
