namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class Scheme : WireObject
{
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public string? DisplayName { get; set; }

    public string? Description { get; set; }

    public string? Scope { get; set; }

    public string? DefaultTeamAdminRole { get; set; }

    public string? DefaultTeamUserRole { get; set; }

    public string? DefaultTeamGuestRole { get; set; }

    public string? DefaultChannelAdminRole { get; set; }

    public string? DefaultChannelUserRole { get; set; }

    public string? DefaultChannelGuestRole { get; set; }

    public long CreateAt { get; set; }

    public long UpdateAt { get; set; }
}
