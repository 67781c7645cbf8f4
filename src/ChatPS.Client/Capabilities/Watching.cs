using ChatPS.Client.Http;
using ChatPS.Client.Streams;

namespace ChatPS.Client.Capabilities;

/// <summary>What is watched.</summary>
internal sealed record WatchQuery
{
    /// <summary>The rooms whose messages are wanted.</summary>
    public required IReadOnlyList<RoomRef> Rooms { get; init; }

    /// <summary>A team all of whose rooms are wanted that the account is in, when no rooms are named.</summary>
    public string? Team { get; init; }

    /// <summary>Begins with what came after this message instead of with what comes from now on; for a single room.</summary>
    public string? After { get; init; }

    /// <summary>Whether other things that happen in the rooms are wanted too.</summary>
    public bool Events { get; init; }

    /// <summary>Whether what happens to the account itself is wanted.</summary>
    public bool Account { get; init; }
}

internal interface IRoomWatcher
{
    /// <summary>Stands for the account, or for everything, where a room would be named.</summary>
    const int NoRoom = -1;

    /// <summary>
    /// Messages and events as they come, each message once and none left out, whatever connections break meanwhile. The source of each is
    /// the room's place in the query, or <see cref="NoRoom"/>. A room that fails says so once and leaves the others alone.
    /// </summary>
    IAsyncEnumerable<Merged<ChatObject>> WatchAsync(WatchQuery query, CallContext context);
}
