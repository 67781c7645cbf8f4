namespace ChatPS.Client.Platforms.Gitter.Wire;

internal sealed class User : WireObject
{
    public string Id { get; set; } = "";

    public string Username { get; set; } = "";

    public string? DisplayName { get; set; }

    /// <summary>Only in a profile, and mostly null there.</summary>
    public string? Email { get; set; }

    public string? AvatarUrl { get; set; }

    /// <summary>Set to admin in a room's list of users.</summary>
    public string? Role { get; set; }

    public bool? Removed { get; set; }
}
