namespace ChatPS.Client.Platforms.HipChat.Wire;

internal sealed class Room : WireObject
{
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>Public or private; older servers leave it out of lists.</summary>
    public string? Privacy { get; set; }

    public bool? IsArchived { get; set; }

    public bool? IsGuestAccessible { get; set; }

    public string? GuestAccessUrl { get; set; }

    public bool? DelegateAdminVisibility { get; set; }

    public string? Topic { get; set; }

    public User? Owner { get; set; }

    public DateTimeOffset? Created { get; set; }

    public DateTimeOffset? LastActive { get; set; }

    public string? AvatarUrl { get; set; }
}
