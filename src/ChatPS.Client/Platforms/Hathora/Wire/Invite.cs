namespace ChatPS.Client.Platforms.Hathora.Wire;

internal sealed class Invite : WireObject
{
    public string OrgId { get; set; } = "";

    public string UserEmail { get; set; } = "";

    public string? InvitedBy { get; set; }

    public Access? Scopes { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }
}
