namespace ChatPS;

/// <summary>A role: what those who have it may do.</summary>
public sealed class ChatRole : ChatObject
{
    /// <summary>The platform's id of the role.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string RoleId => Id;

    /// <summary>The name that addresses the role, such as team_admin.</summary>
    public required string Name { get; init; }

    /// <summary>The name people see; built-in roles have the key of a translation.</summary>
    public string? DisplayName { get; init; }

    /// <summary>What the role is for.</summary>
    public string? Description { get; init; }

    /// <summary>What those who have it may do, in the platform's words and in their order.</summary>
    public IReadOnlyList<string> Permissions { get; init => field = Lists.Indexable(value); } = [];

    /// <summary>Whether a scheme gives the role, so that nobody is given it by hand.</summary>
    public bool IsSchemeManaged { get; init; }

    /// <summary>Whether every server has it.</summary>
    public bool IsBuiltIn { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>When it was deleted, together with its scheme; null while it is there.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>The name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;

    internal override string? ShownAs => Name;
}
