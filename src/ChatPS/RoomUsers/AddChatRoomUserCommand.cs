using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.RoomUsers;

/// <summary>Takes users into rooms, or joins rooms yourself. Newer Mattermost servers take in many with one request.</summary>
[Cmdlet(VerbsCommon.Add, "ChatRoomUser", SupportsShouldProcess = true, DefaultParameterSetName = UserSet)]
[OutputType(typeof(ChatRoomUser))]
public sealed class AddChatRoomUserCommand : RoomUserCmdlet
{
    /// <summary>Joins the rooms yourself.</summary>
    [Parameter(Mandatory = true, ParameterSetName = MeSet)]
    public SwitchParameter Me { get; set; }

    /// <summary>
    /// What the users are to be in the room: Admin or Member, or on HipChat room_admin or room_member (HipChat; elsewhere Set-ChatRoomUser
    /// says so afterwards). Left out, ordinary members.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(RoomRoleCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Role { get; set; }

    /// <summary>
    /// Asks the users into the room instead of taking them in; whether they come is theirs to say (HipChat). People come into public rooms in this
    /// way only.
    /// </summary>
    [Parameter(ParameterSetName = UserSet)]
    public SwitchParameter Invite { get; set; }

    /// <summary>What those who are asked in are told (HipChat).</summary>
    [Parameter(ParameterSetName = UserSet)]
    public string? Reason { get; set; }

    /// <summary>Emits the memberships.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        if (Invite)
        {
            if (Role is not null || PassThru)
                throw new ChatException(ChatErrorReason.InvalidRequest, "Somebody who is asked in is no member yet.") { Advice = "Leave -Role and -PassThru out." };
            var reason = Reason;
            ForEachMember<IRoomUserInviter>("Invite user to room", (members, room, user, context) => Emit(members.InviteAsync(room, user, reason, context)), nameof(Invite));
            return;
        }
        if (Reason is not null)
            throw new ChatException(ChatErrorReason.InvalidRequest, "A reason is told to those who are asked in.") { Advice = "Give -Invite with -Reason." };
        var (roles, passThru) = (Role, PassThru.IsPresent);
        ForEachMember<IRoomUserAdder>("Add user to room", async (members, room, user, context) =>
            await members.AddAsync(room, user, roles, passThru, context).ConfigureAwait(false));
    }

    private protected override bool IsWorthGathering(UserWork work) => base.IsWorthGathering(work) || (TakesMany(work) && !work.User.IsMe);

    private protected override void SubmitAll(IReadOnlyList<UserWork> works)
    {
        var (roles, passThru) = (Role, PassThru.IsPresent);
        foreach (var room in works.GroupBy(work => work.Room))
        {
            foreach (var part in room.Chunk(TakesMany(works[0]) ? ((IRoomUserBatchAdder)works[0].Writer).BatchSize : 1))
            {
                if (part is [var only])
                    Submit(only.Target, only.Change);
                else
                    SubmitTogether(
                        [.. part.Select(work => work.Target)],
                        context => ((IRoomUserBatchAdder)part[0].Writer).AddAsync(room.Key!, [.. part.Select(work => work.User)], roles, passThru, context),
                        passThru);
            }
        }
    }

    private bool TakesMany(UserWork work) => !Invite && work.Writer is IRoomUserBatchAdder { BatchSize: > 1 };
}
