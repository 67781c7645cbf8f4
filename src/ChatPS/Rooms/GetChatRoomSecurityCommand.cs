using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Rooms;

/// <summary>Gets who may enter rooms and who runs them.</summary>
[Cmdlet(VerbsCommon.Get, "ChatRoomSecurity")]
[OutputType(typeof(ChatRoomSecurity))]
public sealed class GetChatRoomSecurityCommand : SessionCmdlet
{
    /// <summary>The rooms: ids, names or objects. Left out, the session's default room.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RoomId")]
    [ArgumentCompleter(typeof(RoomCompleter))]
    public RoomIdentity[]? Room { get; set; }

    private protected override void Process()
    {
        foreach (var room in RoomsOrDefault(Room))
            Guard(room, () => Write(Await(Require<IRoomSecurityReader>(room).GetAsync(new RoomRef(room.Literal), Context))));
    }
}
