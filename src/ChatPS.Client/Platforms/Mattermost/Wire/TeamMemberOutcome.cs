namespace ChatPS.Client.Platforms.Mattermost.Wire;

/// <summary>What came of one user of a batch: a member or an error.</summary>
internal sealed class TeamMemberOutcome
{
    public string UserId { get; set; } = "";

    public TeamMember? Member { get; set; }

    public Error? Error { get; set; }
}
