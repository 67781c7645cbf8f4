using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>What channels come to.</summary>
internal sealed class MattermostRoomStatistics(Connection connection) : MattermostResource(connection), IRoomStatisticReader
{
    public async Task<ChatRoomStatistic> GetAsync(RoomRef room, CallContext context)
    {
        Unsupported.IfOfApp(room, ChatPlatform.Mattermost);
        var id = await Names.RoomIdAsync(room.Value, room.Team, context).ConfigureAwait(false);
        return await SendAsync(
            Call(GetChannelStats).Path("channel_id", id),
            MattermostJson.Default.ChannelStats,
            stats => new ChatRoomStatistic
            {
                Session = Connection.Session,
                Unnamed = stats.Unnamed,
                RoomId = id,
                MemberCount = stats.MemberCount,
                GuestCount = stats.GuestCount,
                PinnedMessageCount = stats.PinnedpostCount,
            },
            context).ConfigureAwait(false);
    }
}
