namespace ChatPS.Client.Platforms.Mattermost.Wire;

/// <summary>What somebody who has a team's invitation is told of the team.</summary>
internal sealed class InvitingTeam : WireObject
{
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public string? DisplayName { get; set; }

    public string? Description { get; set; }
}
