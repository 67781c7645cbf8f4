using System.Management.Automation;
using ChatPS.Client.Capabilities;

namespace ChatPS.Rooms;

/// <summary>Has suspended rooms run again.</summary>
[Cmdlet(VerbsLifecycle.Resume, "ChatRoom", SupportsShouldProcess = true)]
[OutputType(typeof(ChatRoom))]
public sealed class ResumeChatRoomCommand : RoomWriteCmdlet
{
    /// <summary>Emits the rooms, each with the process that it runs on now.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var passThru = PassThru.IsPresent;
        ForEachRoom<IRoomResumer>("Resume room", (rooms, room, context) => Emit(rooms.ResumeAsync(room, passThru, context), passThru));
    }
}
