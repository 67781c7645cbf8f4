namespace ChatPS.Client.Platforms.Heroku.Wire;

internal sealed class TeamMember : WireObject
{
    public string Email { get; set; } = "";

    /// <summary>admin, member, viewer, collaborator or owner; null for none.</summary>
    public string? Role { get; set; }

    public bool? Federated { get; set; }

    public bool? TwoFactorAuthentication { get; set; }

    public Reference? User { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }
}
