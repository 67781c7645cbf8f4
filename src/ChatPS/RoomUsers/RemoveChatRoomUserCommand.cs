using System.Management.Automation;
using ChatPS.Client.Capabilities;

namespace ChatPS.RoomUsers;

/// <summary>Takes users out of rooms, or leaves rooms yourself.</summary>
[Cmdlet(VerbsCommon.Remove, "ChatRoomUser", SupportsShouldProcess = true, DefaultParameterSetName = UserSet)]
public sealed class RemoveChatRoomUserCommand : RoomUserCmdlet
{
    /// <summary>Leaves the rooms yourself.</summary>
    [Parameter(Mandatory = true, ParameterSetName = MeSet)]
    public SwitchParameter Me { get; set; }

    private protected override void Process() =>
        ForEachMember<IRoomUserRemover>("Remove user from room", async (members, room, user, context) =>
        {
            await members.RemoveAsync(room, user, context).ConfigureAwait(false);
            return null;
        });
}
