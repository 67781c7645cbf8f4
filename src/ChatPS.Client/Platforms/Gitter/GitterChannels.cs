using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Gitter.GitterOperations;

namespace ChatPS.Client.Platforms.Gitter;

/// <summary>The account's channels: rooms that belong to a repository, an organization or a person.</summary>
internal sealed class GitterChannels(Connection connection) : Resource(connection), IChannelReader
{
    public IAsyncEnumerable<ChatRoom> ListAsync(PageWindow window, CallContext context) => List(
        Call(ListUserChannels).Path("userId", Connection.Session.UserId ?? "me"), window, GitterJson.Default.Room, Connection.Get<GitterRooms>().ToRoom, context);
}
