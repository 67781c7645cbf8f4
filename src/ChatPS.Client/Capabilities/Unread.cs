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

/// <summary>Tells of many rooms with one request, where the server can.</summary>
internal interface IUnreadBatchEditor : IUnreadEditor
{
    /// <summary>How many rooms are worth gathering for one request; 1 where each turned out to need one of its own.</summary>
    int BatchSize { get; }

    /// <summary>Everything in some rooms is read.</summary>
    /// <returns>The rooms' ids, in their order, or why it is not.</returns>
    Task<IReadOnlyList<Outcome<string>>> ClearAsync(IReadOnlyList<RoomRef> rooms, CallContext context);
}

/// <summary>Has the account not read what it has.</summary>
internal interface IUnreadMarker
{
    /// <param name="message">The first message that is to be unread; all that come after it are so too.</param>
    /// <param name="wanted">Whether anybody looks at the result.</param>
    /// <param name="context">The call.</param>
    /// <returns>What is unread in the room then, if it is wanted.</returns>
    Task<ChatUnread?> MarkAsync(MessageRef message, bool wanted, CallContext context);
}

/// <summary>Reads who has read a message.</summary>
internal interface IReadReceiptReader
{
    IAsyncEnumerable<ChatUser> ListAsync(MessageRef message, PageWindow window, CallContext context);
}
