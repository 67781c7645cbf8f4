using System.Management.Automation;
using ChatPS.Client.Capabilities;

namespace ChatPS.Invites;

/// <summary>Takes invitations to a team back; on Mattermost all that were sent by e-mail.</summary>
[Cmdlet(VerbsCommon.Remove, "ChatInvite", SupportsShouldProcess = true, DefaultParameterSetName = InviteSet)]
public sealed class RemoveChatInviteCommand : InviteWriteCmdlet
{
    private const string AllSet = "All";

    /// <summary>Takes back every invitation that was sent by e-mail and waits for an answer, to whatever team (Mattermost, which knows no single ones).</summary>
    [Parameter(Mandatory = true, ParameterSetName = AllSet)]
    public SwitchParameter All { get; set; }

    private protected override void Process()
    {
        if (ParameterSetName != AllSet)
        {
            ForEachInvite<ITeamItemRemover<ChatInvite>>(
                "Take back invitation", (invites, team, invite, context) => Emit(invites.RemoveAsync(team, invite, context)), nameof(Invite));
            return;
        }
        var all = Require<IInviteInvalidator>(parameter: nameof(All));
        const string Target = "all invitations that were sent by e-mail";
        if (All && Should(Target, "Take back"))
            Submit(Target, context => Emit(all.InvalidateAsync(context)));
    }
}
