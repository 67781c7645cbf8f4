using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Invites;

/// <summary>Turns down invitations that were sent to you.</summary>
[Cmdlet(VerbsLifecycle.Deny, "ChatInvite", SupportsShouldProcess = true)]
public sealed class DenyChatInviteCommand : WriteCmdlet
{
    /// <summary>The teams that you are invited to: ids, or the invitations as objects from Get-ChatInvite -Me.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("TeamId")]
    public TeamIdentity[]? Team { get; set; }

    private protected override void Process()
    {
        foreach (var team in Team!)
        {
            Guard(team, () =>
            {
                var invites = Require<IInviteInbox>(team);
                if (Should(team.Value, "Turn down invitation"))
                    Submit(team, context => Emit(invites.DenyAsync(team.Value, context)));
            });
        }
    }
}
