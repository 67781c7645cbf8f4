using System.Management.Automation;
using ChatPS.Client.Capabilities;

namespace ChatPS.RoomUsers;

/// <summary>Takes users into rooms, or joins rooms yourself.</summary>
[Cmdlet(VerbsCommon.Add, "ChatRoomUser", SupportsShouldProcess = true, DefaultParameterSetName = UserSet)]
[OutputType(typeof(ChatRoomUser))]
public sealed class AddChatRoomUserCommand : RoomUserCmdlet
{
    /// <summary>Joins the rooms yourself.</summary>
    [Parameter(Mandatory = true, ParameterSetName = MeSet)]
    public SwitchParameter Me { get; set; }

    /// <summary>Emits the memberships.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var passThru = PassThru.IsPresent;
        ForEachMember<IRoomUserAdder>("Add user to room", async (members, room, user, context) =>
            await members.AddAsync(room, user, passThru, context).ConfigureAwait(false));
    }
}
