namespace ChatPS.Sandbox.Platforms.HipChat.Model;

/// <summary>A token, whom it stands for and what it is for.</summary>
internal sealed class Session
{
    public required string Token { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>What the token is called where tokens are listed.</summary>
    public required string Name { get; init; }

    /// <summary>Null for an add-on's own token.</summary>
    public User? User { get; init; }

    /// <summary>Null for a token that its user made by hand.</summary>
    public OAuthClient? Client { get; init; }

    /// <summary>The only room that the token is for.</summary>
    public Room? Room { get; init; }

    /// <summary>Null for one that lasts until it is revoked.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public string? RefreshToken { get; init; }

    /// <summary>Whether the holder may see a room at all.</summary>
    public bool Sees(Room room)
    {
        if (Room is not null && Room != room)
            return false;
        return !room.IsPrivate || User is null || room.Owner == User || room.MemberOf(User) is not null
            || (User.IsGroupAdmin && room.DelegateAdminVisibility != false);
    }

    /// <summary>Whether the holder may change a room.</summary>
    public bool Administers(Room room) => User is null || User.IsGroupAdmin || room.Owner == User
        || room.MemberOf(User)?.Roles.Contains(RoomMember.Admin) == true;
}

/// <summary>An application that gets tokens by itself.</summary>
internal sealed record OAuthClient(string Id, string Secret, string Name, string RedirectUri, IReadOnlyList<string> AllowedScopes);

/// <summary>What an application gets from the browser and changes for a token.</summary>
internal sealed record AuthorizationCode(OAuthClient Client, User User, string RedirectUri, IReadOnlyList<string> Scopes);
