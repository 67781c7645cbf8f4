using ChatPS.Client.Http;

namespace ChatPS.Client.Capabilities;

internal interface IRoomStatisticReader
{
    Task<ChatRoomStatistic> GetAsync(RoomRef room, CallContext context);
}
