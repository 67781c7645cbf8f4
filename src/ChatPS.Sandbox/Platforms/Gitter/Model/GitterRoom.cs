namespace ChatPS.Sandbox.Platforms.Gitter.Model;

/// <summary>A room of a group, or a conversation of two people, which has neither uri nor group.</summary>
internal sealed class GitterRoom
{
    public required string Id { get; init; }

    public string? Uri { get; init; }

    public GitterGroup? Group { get; init; }

    /// <summary>The kind that the API names under GitHub's words, also for rooms that have nothing to do with it.</summary>
    public required string GithubType { get; init; }

    public required GitterSecurity Security { get; init; }

    public string Topic { get; set; } = "";

    public List<string> Tags { get; set; } = [];

    public List<string> Providers { get; set; } = [];

    public bool NoIndex { get; set; }

    public int Version { get; set; } = 1;

    /// <summary>Everybody in the room, in the order of joining.</summary>
    public List<GitterMembership> Members { get; } = [];

    /// <summary>All messages, those of threads too, oldest first.</summary>
    public List<GitterMessage> Messages { get; } = [];

    /// <summary>Oldest first.</summary>
    public List<GitterEvent> Events { get; } = [];

    public List<GitterBan> Bans { get; } = [];

    /// <summary>Invitations of people who have no account.</summary>
    public List<GitterInvite> Invites { get; } = [];

    public GitterText? WelcomeMessage { get; set; }

    public bool OneToOne => Uri is null;

    /// <summary>The repository's full name, when the room belongs to one.</summary>
    public string? Repo => Security.Type == "GH_REPO" ? Security.LinkPath : null;
}

/// <summary>A text as typed and as rendered.</summary>
internal sealed record GitterText(string Text, string Html);

/// <summary>Something that happened to a room or its repository.</summary>
internal sealed record GitterEvent(string Id, string Text, string Html, DateTimeOffset Sent, string Service, string Event, string ByUser)
{
    /// <summary>Whom it was done to; for bans.</summary>
    public string? ToUser { get; init; }
}

/// <summary>Somebody who may not enter: a user, or a bridged sender by type and id.</summary>
internal sealed record GitterBan(GitterUser? User, string? VirtualType, string? VirtualId, GitterUser BannedBy, DateTimeOffset Date);

/// <summary>An invitation sent to an address.</summary>
internal sealed record GitterInvite(string Type, string ExternalId, string Email, string InvitedBy, DateTimeOffset Sent);
