namespace ChatPS;

/// <summary>A person or bot with an account.</summary>
public sealed class ChatUser : ChatObject
{
    /// <summary>The platform's id of the user.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string UserId => Id;

    /// <summary>The name the user signs in or is mentioned with.</summary>
    public required string UserName { get; init; }

    /// <summary>The name people see.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The given name.</summary>
    public string? FirstName { get; init; }

    /// <summary>The family name.</summary>
    public string? LastName { get; init; }

    /// <summary>The nickname.</summary>
    public string? Nickname { get; init; }

    /// <summary>The e-mail address, where the platform shows it to you.</summary>
    public string? Email { get; init; }

    /// <summary>What the user does for a living.</summary>
    public string? Position { get; init; }

    /// <summary>The user's roles on the whole platform, in the platform's words.</summary>
    public IReadOnlyList<string> Roles { get; init => field = Lists.Indexable(value); } = [];

    /// <summary>Whether the account may be used; deactivated accounts are not.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>Whether a program stands behind the account.</summary>
    public bool IsBot { get; init; }

    /// <summary>The user's language.</summary>
    public string? Locale { get; init; }

    /// <summary>Where the user's picture is.</summary>
    public string? AvatarUrl { get; init; }

    /// <summary>When the account was created.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the account was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>When the account was deactivated.</summary>
    public DateTimeOffset? DeactivatedAt { get; init; }

    /// <summary>The user's name.</summary>
    /// <returns><see cref="UserName"/>.</returns>
    public override string ToString() => UserName;

    internal override string? ShownAs => UserName;
}
