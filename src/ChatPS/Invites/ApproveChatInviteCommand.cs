using System.Management.Automation;
using System.Security;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Invites;

/// <summary>Accepts invitations that were sent to you.</summary>
[Cmdlet(VerbsLifecycle.Approve, "ChatInvite", SupportsShouldProcess = true, DefaultParameterSetName = TokenSet)]
[OutputType(typeof(ChatTeamUser))]
public sealed class ApproveChatInviteCommand : WriteCmdlet
{
    private const string TokenSet = "Token";
    private const string TeamSet = "Team";
    private const string Action = "Accept invitation";
    private const string OfToken = "the invitation that belongs to the token";

    /// <summary>The token that you were invited with (Heroku, Mattermost); it can be used once. It never shows in a message or a log.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = TokenSet)]
    [ValidateNotNull]
    public SecureString? Token { get; set; }

    /// <summary>The teams that you are invited to (Hathora): ids, or the invitations as objects from Get-ChatInvite -Me.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = TeamSet)]
    [Alias("TeamId")]
    public TeamIdentity[]? Team { get; set; }

    /// <summary>Emits your memberships in the teams.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        if (ParameterSetName == TokenSet)
            ApproveToken();
        else
            ApproveTeams();
    }

    private void ApproveToken()
    {
        var passThru = PassThru.IsPresent;
        if (Secrets.Of(Token) is not { } token)
            throw new ChatException(ChatErrorReason.InvalidRequest, "The token is empty.") { Advice = "Give the token of the invitation with -Token." };
        var invites = Require<IInviteApprover>(parameter: nameof(Token));
        if (Should(OfToken, Action))
            Submit(OfToken, context => Emit(invites.ApproveAsync(token, passThru, context), passThru));
    }

    private void ApproveTeams()
    {
        var passThru = PassThru.IsPresent;
        foreach (var team in Team!)
        {
            Guard(team, () =>
            {
                var invites = Require<IInviteInbox>(team, nameof(Team));
                if (Should(team.Value, Action))
                    Submit(team, context => Emit(invites.ApproveAsync(team.Value, passThru, context)));
            });
        }
    }
}
