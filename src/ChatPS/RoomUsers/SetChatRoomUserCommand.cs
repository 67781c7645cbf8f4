using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.RoomUsers;

/// <summary>Changes what users may do in rooms, and what they are told of there. What is not given stays as it is.</summary>
[Cmdlet(VerbsCommon.Set, "ChatRoomUser", SupportsShouldProcess = true, DefaultParameterSetName = UserSet)]
[OutputType(typeof(ChatRoomUser))]
public sealed class SetChatRoomUserCommand : RoomUserCmdlet
{
    /// <summary>
    /// What the users are to be: Admin, who runs the room, or Member; on Mattermost also roles by the server's own
    /// names, all those the user is to have in the room, such as channel_user and channel_admin.
    /// </summary>
    [Parameter(Position = 2)]
    [ArgumentCompleter(typeof(RoomRoleCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Role { get; set; }

    /// <summary>Mutes the rooms for the users, so that only what speaks to them counts as unread, or with $false no longer (Mattermost).</summary>
    [Parameter]
    public SwitchParameter Muted { get; set; }

    /// <summary>What their computers tell them of: all messages, what mentions them, none, or what they have as their default (Mattermost).</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NotifyCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Desktop { get; set; }

    /// <summary>What their phones tell them of: all messages, what mentions them, none, or what they have as their default (Mattermost).</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NotifyCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Push { get; set; }

    /// <summary>Whether they are told by mail of what mentions them: true, false, or default for what they have chosen for all rooms (Mattermost).</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NotifyByMailCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Email { get; set; }

    /// <summary>Emits the changed memberships.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var passThru = PassThru.IsPresent;
        var change = new RoomUserChange
        {
            Roles = Role,
            Muted = Given(nameof(Muted), Muted),
            Desktop = Desktop,
            Push = Push,
            Email = Email,
        };
        RefuseNothing(change, new RoomUserChange());
        ForEachMember<IRoomUserEditor>("Change user in room", async (members, room, user, context) =>
            await members.UpdateAsync(room, user, change, passThru, context).ConfigureAwait(false));
    }
}
