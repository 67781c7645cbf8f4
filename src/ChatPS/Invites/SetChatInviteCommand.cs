using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Invites;

/// <summary>Changes what invited people are to be, before they have answered.</summary>
[Cmdlet(VerbsCommon.Set, "ChatInvite", SupportsShouldProcess = true)]
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

    /// <summary>Emits the changed invitations.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var (grant, passThru) = (InviteGrants.Of(Role, Scope), PassThru.IsPresent);
        RefuseNothing(grant, new InviteGrant(null, null));
        ForEachInvite<IInviteEditor>("Change invitation", (invites, team, invite, context) => Emit(invites.UpdateAsync(team, invite, grant, passThru, context)));
    }
}
