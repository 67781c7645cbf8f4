using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.HipChat.HipChatOperations;

namespace ChatPS.Client.Platforms.HipChat;

/// <summary>What rooms come to.</summary>
internal sealed class HipChatRoomStatistics(Connection connection) : HipChatResource(connection), IRoomStatisticReader
{
    public Task<ChatRoomStatistic> GetAsync(RoomRef room, CallContext context) => SendAsync(
        CallForRoom(GetRoomStatistics, room),
        HipChatJson.Default.RoomStatistics,
        statistics => new ChatRoomStatistic
        {
            Session = Connection.Session,
            Unnamed = statistics.Unnamed,
            RoomId = room.Value,
            MessagesSent = statistics.MessagesSent,
            LastActiveAt = statistics.LastActive,
        },
        context);
}
