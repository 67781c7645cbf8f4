using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.RoomUsers;

/// <summary>Changes what users may do in rooms.</summary>
[Cmdlet(VerbsCommon.Set, "ChatRoomUser", SupportsShouldProcess = true, DefaultParameterSetName = UserSet)]
[OutputType(typeof(ChatRoomUser))]
public sealed class SetChatRoomUserCommand : RoomUserCmdlet
{
    /// <summary>
    /// What the users are to be: Admin, who runs the room, or Member; on Mattermost also roles by the server's own
    /// names, all those the user is to have in the room, such as channel_user and channel_admin.
    /// </summary>
    [Parameter(Mandatory = true, Position = 2)]
    [ArgumentCompleter(typeof(RoomRoleCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Role { get; set; }

    /// <summary>Emits the changed memberships.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var (roles, passThru) = (Role!, PassThru.IsPresent);
        ForEachMember<IRoomUserEditor>("Change user in room", async (members, room, user, context) =>
            await members.UpdateAsync(room, user, roles, passThru, context).ConfigureAwait(false));
    }
}
