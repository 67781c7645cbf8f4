using System.Management.Automation;
using ChatPS.Client.Capabilities;

namespace ChatPS.Rooms;

/// <summary>Deletes rooms; Mattermost archives them unless -Permanent is given.</summary>
[Cmdlet(VerbsCommon.Remove, "ChatRoom", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveChatRoomCommand : RoomWriteCmdlet
{
    /// <summary>Deletes beyond recovery, where the server allows it.</summary>
    [Parameter]
    public SwitchParameter Permanent { get; set; }

    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process()
    {
        var permanent = Permanent.IsPresent;
        ForEachRoom<IRoomRemover>(
            permanent ? "Delete room permanently" : "Remove room", (rooms, room, context) => Emit(rooms.RemoveAsync(room, permanent, context)), Force);
    }
}
