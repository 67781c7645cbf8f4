namespace ChatPS;

/// <summary>What rooms and people are gathered in: a Mattermost team, a Gitter group, an organization.</summary>
public sealed class ChatTeam : ChatObject
{
    /// <summary>The platform's id of the team.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string TeamId => Id;

    /// <summary>The name that addresses the team: a Mattermost team's name, a Gitter group's URI.</summary>
    public required string Name { get; init; }

    /// <summary>The name people see.</summary>
    public string? DisplayName { get; init; }

    /// <summary>What the team is about.</summary>
    public string? Description { get; init; }

    /// <summary>Whether people can join without an invitation.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The team's address for mail.</summary>
    public string? Email { get; init; }

    /// <summary>Whether the team is archived.</summary>
    public bool IsArchived => ArchivedAt is not null;

    /// <summary>When the team was created.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the team was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>When the team was archived.</summary>
    public DateTimeOffset? ArchivedAt { get; init; }

    /// <summary>The team's name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;

    internal override string? ShownAs => Name;
}
