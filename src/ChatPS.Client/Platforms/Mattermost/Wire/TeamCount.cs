namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class TeamCount
{
    public long TotalCount { get; set; }
}
