namespace ChatPS;

/// <summary>Somebody's membership of a group.</summary>
public sealed class ChatGroupUser : ChatObject
{
    /// <summary>The group's id.</summary>
    public required string GroupId { get; init; }

    /// <summary>The member's id.</summary>
    public required string UserId { get; init; }

    /// <summary>The member's user name, where it is known.</summary>
    public string? UserName { get; init; }

    /// <summary>The member's name as people see it.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The member's e-mail address, where the platform shows it to you.</summary>
    public string? Email { get; init; }

    /// <summary>The member's name.</summary>
    /// <returns><see cref="UserName"/>, or the id where no name is known.</returns>
    public override string ToString() => UserName ?? UserId;
}
