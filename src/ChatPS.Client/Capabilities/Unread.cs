using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Capabilities;

/// <summary>Reads what the account has not read.</summary>
internal interface IUnreadReader
{
    /// <summary>The rooms with something unread.</summary>
    IAsyncEnumerable<ChatUnread> ListAsync(PageWindow window, CallContext context);

    /// <summary>What is unread in a room, message by message.</summary>
    Task<ChatUnread> GetAsync(RoomRef room, CallContext context);
}

/// <summary>Tells that the account has read something.</summary>
internal interface IUnreadEditor
{
    /// <summary>Everything in a room is read.</summary>
    Task ClearAsync(RoomRef room, CallContext context);

    /// <summary>Some messages of a room are read.</summary>
    Task ClearAsync(RoomRef room, IReadOnlyList<string> messages, CallContext context);
}

/// <summary>Reads who has read a message.</summary>
internal interface IReadReceiptReader
{
    IAsyncEnumerable<ChatUser> ListAsync(MessageRef message, PageWindow window, CallContext context);
}
