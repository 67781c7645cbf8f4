using System.Runtime.CompilerServices;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Gitter.GitterOperations;

namespace ChatPS.Client.Platforms.Gitter;

/// <summary>Who has read a message.</summary>
internal sealed class GitterReadReceipts(Connection connection) : Resource(connection), IReadReceiptReader
{
    private readonly GitterNames _names = new(connection);

    public IAsyncEnumerable<ChatUser> ListAsync(MessageRef message, PageWindow window, CallContext context) =>
        ListAsync(message, window, context, context.Cancellation);

    private async IAsyncEnumerable<ChatUser> ListAsync(
        MessageRef message, PageWindow window, CallContext context, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var roomId = await _names.RoomIdAsync(Connection.Session.RoomOr(message.Room), context).ConfigureAwait(false);
        var call = Call(ListMessageReadBy).Path("roomId", roomId).Path("messageId", message.Id);
        var users = List(call, window, GitterJson.Default.User, Connection.Get<GitterUsers>().ToUser, context);
        await foreach (var user in users.WithCancellation(cancellation).ConfigureAwait(false))
            yield return user;
    }
}
