using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Rooms;

/// <summary>Brings archived rooms back.</summary>
[Cmdlet(VerbsData.Restore, "ChatRoom", SupportsShouldProcess = true)]
[OutputType(typeof(ChatRoom))]
public sealed class RestoreChatRoomCommand : WriteCmdlet
{
    /// <summary>The rooms: ids, names or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RoomId")]
    [ArgumentCompleter(typeof(RoomCompleter))]
    public RoomIdentity[]? Room { get; set; }

    /// <summary>The team that a room's name belongs to; left out, the session's.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    /// <summary>Emits the rooms.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var (team, passThru) = (Team?.Value, PassThru.IsPresent);
        ForEach<IRoomRestorer>(Room!, "Restore room", (rooms, room, context) => Emit(rooms.RestoreAsync(room, team, context), passThru));
    }
}
