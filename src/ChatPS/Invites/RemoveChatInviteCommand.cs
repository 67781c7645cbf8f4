using System.Management.Automation;
using ChatPS.Client.Capabilities;

namespace ChatPS.Invites;

/// <summary>Takes invitations to a team back.</summary>
[Cmdlet(VerbsCommon.Remove, "ChatInvite", SupportsShouldProcess = true)]
public sealed class RemoveChatInviteCommand : InviteWriteCmdlet
{
    private protected override void Process() => ForEachInvite<ITeamItemRemover<ChatInvite>>(
        "Take back invitation", (invites, team, invite, context) => Emit(invites.RemoveAsync(team, invite, context)));
}
