namespace ChatPS;

/// <summary>What rooms and people are gathered in: a Mattermost team, a Gitter group, a Heroku team.</summary>
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

    /// <summary>What you are in the team, where the platform tells it: admin, member, viewer or collaborator.</summary>
    public string? MyRole { get; init; }

    /// <summary>Whether it is the team that your new apps go to; null on platforms without apps.</summary>
    public bool? IsDefault { get; init; }

    /// <summary>How many members the team may have; null for no limit, or where the platform tells none.</summary>
    public int? MembershipLimit { get; init; }

    /// <summary>The name of the enterprise account the team belongs to.</summary>
    public string? EnterpriseAccount { get; init; }

    /// <summary>The id of the enterprise account the team belongs to.</summary>
    public string? EnterpriseAccountId { get; init; }

    /// <summary>The name of the identity provider by which members sign in.</summary>
    public string? IdentityProvider { get; init; }

    /// <summary>The id of the identity provider by which members sign in.</summary>
    public string? IdentityProviderId { get; init; }

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
