using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>What teams come to.</summary>
internal sealed class MattermostTeamStatistics(Connection connection) : MattermostResource(connection), ITeamStatisticReader
{
    public async Task<ChatTeamStatistic> GetStatisticAsync(string? team, CallContext context)
    {
        var id = await Names.TeamIdAsync(Connection.Session.TeamOr(team), context).ConfigureAwait(false);
        return await SendAsync(
            Call(GetTeamStats).Path("team_id", id),
            MattermostJson.Default.TeamStats,
            stats => new ChatTeamStatistic
            {
                Session = Connection.Session,
                Unnamed = stats.Unnamed,
                TeamId = id,
                MemberCount = stats.TotalMemberCount,
                ActiveMemberCount = stats.ActiveMemberCount,
            },
            context).ConfigureAwait(false);
    }
}
