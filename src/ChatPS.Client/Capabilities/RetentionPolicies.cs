using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Capabilities;

/// <summary>What a policy is to be; of one that is there, what is not given stays.</summary>
internal sealed record RetentionPolicyChange
{
    public string? Name { get; init; }

    /// <summary>How many days messages are kept; given as null, for ever.</summary>
    public Given<int?> Days { get; init; }

    /// <summary>All the teams that it is for.</summary>
    public IReadOnlyList<string>? Teams { get; init; }

    /// <summary>All the rooms that it is for.</summary>
    public IReadOnlyList<RoomRef>? Rooms { get; init; }
}

/// <summary>The teams and rooms that a policy is for.</summary>
internal interface IRetentionPolicyMembers
{
    IAsyncEnumerable<ChatTeam> TeamsAsync(string policy, PageWindow window, CallContext context);

    IAsyncEnumerable<ChatRoom> RoomsAsync(string policy, PageWindow window, CallContext context);

    Task AddAsync(string policy, IReadOnlyList<string> teams, IReadOnlyList<RoomRef> rooms, CallContext context);

    Task RemoveAsync(string policy, IReadOnlyList<string> teams, IReadOnlyList<RoomRef> rooms, CallContext context);
}
