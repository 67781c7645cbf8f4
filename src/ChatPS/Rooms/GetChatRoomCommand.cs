using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Rooms;

/// <summary>Gets rooms: one by its id or name, those whose names fit a pattern, or all.</summary>
[Cmdlet(VerbsCommon.Get, "ChatRoom", SupportsPaging = true)]
[OutputType(typeof(ChatRoom))]
public sealed class GetChatRoomCommand : GetCmdlet
{
    /// <summary>The rooms: ids, names or patterns. Left out, all that the account sees.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RoomId")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RoomCompleter))]
    public RoomIdentity[]? Room { get; set; }

    /// <summary>The team whose rooms are wanted, or that a room's name belongs to; left out, the session's.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    /// <summary>Words for the platform's own search.</summary>
    [Parameter]
    public string? Search { get; set; }

    /// <summary>Only the rooms you are a member of.</summary>
    [Parameter]
    public SwitchParameter Me { get; set; }

    /// <summary>Only the rooms this user is a member of: an id, a name, an e-mail address, or the object.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity? User { get; set; }

    /// <summary>Only your channels: rooms you are in that belong to a repository, an organization or a person (Gitter). Nothing else narrows that list.</summary>
    [Parameter]
    public SwitchParameter Channel { get; set; }

    /// <summary>Archived rooms too.</summary>
    [Parameter]
    public SwitchParameter IncludeArchived { get; set; }

    private protected override void Process()
    {
        if (Channel)
        {
            WriteChannels();
            return;
        }
        if (Room is null)
        {
            var rooms = Require<IRoomReader>(OwnerOf(Team, User));
            WriteList((window, context) => rooms.ListAsync(Filter, window, context), count: context => rooms.CountAsync(Filter, context));
            return;
        }
        foreach (var room in Room)
            Guard(room.Value, () => WriteOne(room));
    }

    private void WriteChannels()
    {
        if (Room is not null || (Filter with { User = null }) != new RoomFilter() || User is not null)
            throw new ChatException(ChatErrorReason.InvalidRequest, "-Channel is a list of its own.") { Advice = "Leave the other conditions out, and pipe the rooms to Where-Object." };
        var connection = ConnectionFor();
        var channels = connection.Find<IChannelReader>();
        Unsupported.IfGiven(channels is null, connection.Platform.Name, nameof(Channel));
        WriteList(channels!.ListAsync);
    }

    private RoomFilter Filter => new() { Team = Team?.Value, Search = Search, User = Me ? UserRef.Me : User?.Ref, IncludeArchived = IncludeArchived };

    private void WriteOne(RoomIdentity room)
    {
        var rooms = Require<IRoomReader>(room);
        if (room.IsPattern)
            WriteList((window, context) => rooms.ListAsync(Filter, window, context), found => room.Fits(found.Name, found.DisplayName));
        else
            Write(Await(rooms.GetAsync(room.Literal, Team?.Value, Context)));
    }
}
