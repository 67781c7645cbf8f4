namespace ChatPS.Sandbox.Platforms.HipChat.Model;

/// <summary>A room: who is in it and what was said.</summary>
internal sealed class Room : IPictured
{
    public required long Id { get; init; }

    public required string Name { get; set; }

    public required User Owner { get; set; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>Changes with everything else.</summary>
    public required string Version { get; set; }

    public required bool IsPrivate { get; set; }

    public string Topic { get; set; } = "";

    public bool IsArchived { get; set; }

    /// <summary>The end of the address at which guests come in; null when they may not.</summary>
    public string? GuestCode { get; set; }

    /// <summary>Whether the group's administrators see the room though they aren't in it; null for what is usual in the group.</summary>
    public bool? DelegateAdminVisibility { get; set; }

    /// <inheritdoc/>
    public StoredFile? Picture { get; set; }

    public List<RoomMember> Members { get; } = [];

    public List<RoomInvite> Invites { get; } = [];

    public List<Webhook> Webhooks { get; } = [];

    /// <summary>What add-ons show, as JSON text by kind and key.</summary>
    public Dictionary<string, string> Extensions { get; } = [];

    /// <summary>The oldest first.</summary>
    public List<Message> Messages { get; } = [];

    public DateTimeOffset? LastActive => Messages.Count == 0 ? null : Messages[^1].Date;

    public RoomMember? MemberOf(User user) => Members.Find(member => member.User == user);

    /// <summary>Those who are in the room at this moment.</summary>
    public IEnumerable<User> Participants => Members.Where(member => member.User.Presence is not null).Select(member => member.User);

    public User Join(User user, params string[] roles)
    {
        if (MemberOf(user) is { } known)
            Members.Remove(known);
        Members.Add(new(user, roles.Length > 0 ? roles : [RoomMember.Member]));
        return user;
    }
}

/// <summary>Somebody's part in a room.</summary>
internal sealed record RoomMember(User User, IReadOnlyList<string> Roles)
{
    public const string Admin = "room_admin";
    public const string Member = "room_member";
}

/// <summary>That somebody was asked into a room.</summary>
internal sealed record RoomInvite(User User, User? By, string? Reason, DateTimeOffset Time);
