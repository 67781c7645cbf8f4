using System.Management.Automation;
using ChatPS.Client.Capabilities;

namespace ChatPS.Rooms;

/// <summary>Takes rooms off the processes they run on, until they are resumed.</summary>
[Cmdlet(VerbsLifecycle.Suspend, "ChatRoom", SupportsShouldProcess = true)]
[OutputType(typeof(ChatRoom))]
public sealed class SuspendChatRoomCommand : RoomWriteCmdlet
{
    /// <summary>Emits the rooms.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var passThru = PassThru.IsPresent;
        ForEachRoom<IRoomSuspender>("Suspend room", (rooms, room, context) => Emit(rooms.SuspendAsync(room, passThru, context), passThru));
    }
}
