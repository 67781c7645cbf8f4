namespace ChatPS.Client.Platforms.Hathora.Wire;

/// <summary>Somebody in an organization.</summary>
internal sealed class Member : WireObject
{
    public string OrgId { get; set; } = "";

    public string UserEmail { get; set; } = "";

    public string? InvitedBy { get; set; }

    public Access? Scopes { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? JoinedAt { get; set; }

    public DateTimeOffset? LastLogin { get; set; }
}
