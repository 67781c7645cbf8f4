namespace ChatPS;

/// <summary>Somebody's membership of a team.</summary>
public sealed class ChatTeamUser : ChatObject
{
    /// <summary>The team's id, or its name where only that is known.</summary>
    public required string TeamId { get; init; }

    /// <summary>The member; on Hathora the e-mail address, since no id is told.</summary>
    public required string UserId { get; init; }

    /// <summary>The member's user name, where it is known.</summary>
    public string? UserName { get; init; }

    /// <summary>The member's name as people see it.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The member's e-mail address, where the platform shows it to you.</summary>
    public string? Email { get; init; }

    /// <summary>The member's roles in this team, in the platform's words.</summary>
    public IReadOnlyList<string> Roles { get; init => field = Lists.Indexable(value); } = [];

    /// <summary>What the member may do in this team, one by one, where that is told instead of a role (Hathora).</summary>
    public IReadOnlyList<string> Scopes { get; init => field = Lists.Indexable(value); } = [];

    /// <summary>Whether the member runs the team.</summary>
    public bool IsAdmin { get; init; }

    /// <summary>Whether the member signs in by the team's identity provider, where the platform tells it.</summary>
    public bool? Federated { get; init; }

    /// <summary>Whether the member's account has a second factor, where the platform tells it.</summary>
    public bool? TwoFactorAuthentication { get; init; }

    /// <summary>The e-mail address of who invited the member, where the platform tells it.</summary>
    public string? InvitedBy { get; init; }

    /// <summary>When the member accepted the invitation, where the platform tells it.</summary>
    public DateTimeOffset? JoinedAt { get; init; }

    /// <summary>When the member was last signed in, where the platform tells it.</summary>
    public DateTimeOffset? LastLoginAt { get; init; }

    /// <summary>When the membership began, where the platform tells it; on Hathora, when the member was invited.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the membership was last changed, where the platform tells it.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The member's name.</summary>
    /// <returns><see cref="UserName"/>, or the id where no name is known.</returns>
    public override string ToString() => UserName ?? UserId;
}
