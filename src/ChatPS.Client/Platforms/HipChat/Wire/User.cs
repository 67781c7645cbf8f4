namespace ChatPS.Client.Platforms.HipChat.Wire;

internal sealed class User : WireObject
{
    public string Id { get; set; } = "";

    /// <summary>Left out, as everything but the id, of an account that was deleted.</summary>
    public string? MentionName { get; set; }

    public string? Name { get; set; }

    public string? Email { get; set; }

    public string? Title { get; set; }

    public string? Timezone { get; set; }

    public string? PhotoUrl { get; set; }

    public string[]? Roles { get; set; }

    public bool? IsDeleted { get; set; }

    public bool? IsGuest { get; set; }

    public bool? IsGroupAdmin { get; set; }

    public Presence? Presence { get; set; }

    public DateTimeOffset? Created { get; set; }

    public DateTimeOffset? LastActive { get; set; }
}
