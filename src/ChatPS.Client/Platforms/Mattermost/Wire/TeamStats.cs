namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class TeamStats
{
    public long TotalMemberCount { get; set; }
}
