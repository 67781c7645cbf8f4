namespace ChatPS;

/// <summary>Somebody's membership of a team.</summary>
public sealed class ChatTeamUser : ChatObject
{
    /// <summary>The team's id, or its name where only that is known.</summary>
    public required string TeamId { get; init; }

    /// <summary>The member.</summary>
    public required string UserId { get; init; }

    /// <summary>The member's user name, where it is known.</summary>
    public string? UserName { get; init; }

    /// <summary>The member's name as people see it.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The member's e-mail address, where the platform shows it to you.</summary>
    public string? Email { get; init; }

    /// <summary>The member's roles in this team, in the platform's words.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Whether the member runs the team.</summary>
    public bool IsAdmin { get; init; }

    /// <summary>Whether the member signs in by the team's identity provider, where the platform tells it.</summary>
    public bool? Federated { get; init; }

    /// <summary>Whether the member's account has a second factor, where the platform tells it.</summary>
    public bool? TwoFactorAuthentication { get; init; }

    /// <summary>When the membership began, where the platform tells it.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the membership was last changed, where the platform tells it.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The member's name.</summary>
    /// <returns><see cref="UserName"/>, or the id where no name is known.</returns>
    public override string ToString() => UserName ?? UserId;
}
