namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class UserCount
{
    public long TotalUsersCount { get; set; }
}
