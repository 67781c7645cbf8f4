namespace ChatPS;

/// <summary>A permission scheme: roles of their own for the people of some teams or rooms.</summary>
public sealed class ChatScheme : ChatObject
{
    /// <summary>The platform's id of the scheme.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string SchemeId => Id;

    /// <summary>The name that addresses the scheme.</summary>
    public required string Name { get; init; }

    /// <summary>The name people see.</summary>
    public string? DisplayName { get; init; }

    /// <summary>What the scheme is for.</summary>
    public string? Description { get; init; }

    /// <summary>What may have it: team or channel.</summary>
    public string? Scope { get; init; }

    /// <summary>The names of its roles, for Get-ChatRole.</summary>
    public IReadOnlyList<string> Roles { get; init => field = Lists.Indexable(value); } = [];

    /// <summary>The name of the role of those who run a team with it.</summary>
    public string? TeamAdminRole { get; init; }

    /// <summary>The name of the role of those who belong to a team with it.</summary>
    public string? TeamUserRole { get; init; }

    /// <summary>The name of the role of guests in a team with it.</summary>
    public string? TeamGuestRole { get; init; }

    /// <summary>The name of the role of those who run a room.</summary>
    public string? RoomAdminRole { get; init; }

    /// <summary>The name of the role of those who belong to a room.</summary>
    public string? RoomUserRole { get; init; }

    /// <summary>The name of the role of guests in a room.</summary>
    public string? RoomGuestRole { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;

    internal override string? ShownAs => Name;
}
