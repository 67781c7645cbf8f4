namespace ChatPS.Client.Platforms.Heroku.Wire;

internal sealed class TeamInvitation : WireObject
{
    public string Id { get; set; } = "";

    public Reference? Team { get; set; }

    /// <summary>Who is invited.</summary>
    public Reference? User { get; set; }

    public Reference? InvitedBy { get; set; }

    public string? Role { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }
}
