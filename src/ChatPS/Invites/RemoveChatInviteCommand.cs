using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Sessions;
using ChatPS.Common;

namespace ChatPS.Invites;

/// <summary>Takes invitations to a team back.</summary>
[Cmdlet(VerbsCommon.Remove, "ChatInvite", SupportsShouldProcess = true)]
public sealed class RemoveChatInviteCommand : WriteCmdlet
{
    /// <summary>The invitations: ids, the e-mail addresses they went to, or objects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("InviteId", "Email")]
    [ArgumentCompleter(typeof(InviteCompleter))]
    public InviteIdentity[]? Invite { get; set; }

    /// <summary>The team: its id, its name, or the object. Left out, the session's team.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("TeamId")]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    private protected override void Process()
    {
        foreach (var invite in Invite!)
        {
            Guard(invite.Value, () =>
            {
                var owner = OwnerOf(invite, Team);
                var invites = Require<IInviteRemover>(owner);
                var (team, id) = (ConnectionFor(owner).Session.TeamOr(Team?.Value), invite.Literal);
                if (Should($"{invite.Display} in {Team?.Display ?? team}", "Take back invitation"))
                    Submit(invite.Value, context => Emit(invites.RemoveAsync(team, id, context)));
            });
        }
    }
}
