namespace ChatPS;

/// <summary>A group of the directory that a server reads its users from.</summary>
public sealed class ChatLdapGroup : ChatObject
{
    /// <summary>The name that the directory has for it.</summary>
    public required string Name { get; init; }

    /// <summary>What the directory knows it by.</summary>
    public required string RemoteId { get; init; }

    /// <summary>The id of the server's group that it is linked to; null where it is linked to none.</summary>
    public string? GroupId { get; init; }

    /// <summary>Whether it is linked to a group of the server.</summary>
    public bool IsLinked => GroupId is not null;

    /// <summary>Whether that group is tied to teams or rooms.</summary>
    public bool IsSynced { get; init; }

    /// <summary>The name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;

    internal override string? ShownAs => Name;
}
