using System.Management.Automation;
using ChatPS.Client.Capabilities;

namespace ChatPS.Rooms;

/// <summary>Brings archived rooms back.</summary>
[Cmdlet(VerbsData.Restore, "ChatRoom", SupportsShouldProcess = true)]
[OutputType(typeof(ChatRoom))]
public sealed class RestoreChatRoomCommand : RoomWriteCmdlet
{
    /// <summary>Emits the rooms.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var passThru = PassThru.IsPresent;
        ForEachRoom<IRoomRestorer>("Restore room", (rooms, room, context) => Emit(rooms.RestoreAsync(room, context), passThru));
    }
}
