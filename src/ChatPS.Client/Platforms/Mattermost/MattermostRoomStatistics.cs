using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>What channels come to.</summary>
internal sealed class MattermostRoomStatistics(Connection connection) : Resource(connection), IRoomStatisticReader
{
    private readonly MattermostNames _names = new(connection);

    public async Task<ChatRoomStatistic> GetAsync(RoomRef room, CallContext context)
    {
        Unsupported.IfOfApp(room, ChatPlatform.Mattermost);
        var id = await _names.RoomIdAsync(room.Value, room.Team, context).ConfigureAwait(false);
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
