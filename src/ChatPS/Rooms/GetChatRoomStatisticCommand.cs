using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Rooms;

/// <summary>Gets what rooms come to in numbers.</summary>
[Cmdlet(VerbsCommon.Get, "ChatRoomStatistic")]
[OutputType(typeof(ChatRoomStatistic))]
public sealed class GetChatRoomStatisticCommand : SessionCmdlet
{
    /// <summary>The rooms: ids, names or objects. Left out, the session's room.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RoomId")]
    [ArgumentCompleter(typeof(RoomCompleter))]
    public RoomIdentity[]? Room { get; set; }

    /// <summary>The team that a room's name belongs to; left out, the session's.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    private protected override void Process()
    {
        foreach (var room in RoomsOrDefault(Room))
            Guard(room, () => Write(Await(Require<IRoomStatisticReader>(room).GetAsync(room.Ref(Team, null), Context))));
    }
}
