using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Invites;

/// <summary>Changes what invited people are to be, before they have answered; on Mattermost puts another invitation to a team in place of the standing one.</summary>
[Cmdlet(VerbsCommon.Set, "ChatInvite", SupportsShouldProcess = true, DefaultParameterSetName = InviteSet)]
[OutputType(typeof(ChatInvite))]
public sealed class SetChatInviteCommand : InviteWriteCmdlet
{
    /// <summary>What they shall be in the team, in the platform's word: admin, member or viewer.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(InviteRoleCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Role { get; set; }

    /// <summary>What they may do in the team, one by one, such as builds:read-write, instead of a role.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(InviteScopeCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Scope { get; set; }

    /// <summary>Gives the team another invitation: nobody joins with the one that was given out (Mattermost).</summary>
    [Parameter]
    public SwitchParameter Regenerate { get; set; }

    /// <summary>Emits the changed invitations.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var (change, passThru) = (new InviteChange(InviteGrants.Of(Role, Scope), Regenerate), PassThru.IsPresent);
        RefuseNothing(change, new InviteChange(new InviteGrant(null, null), false));
        ForEachInvite<ITeamItemEditor<InviteChange, ChatInvite>>(
            "Change invitation", (invites, team, invite, context) => Emit(invites.UpdateAsync(team, invite, change, passThru, context)));
    }
}
