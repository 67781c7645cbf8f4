namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class TeamMember : WireObject
{
    public string TeamId { get; set; } = "";

    public string UserId { get; set; } = "";

    public string? Roles { get; set; }

    public bool SchemeAdmin { get; set; }
}
