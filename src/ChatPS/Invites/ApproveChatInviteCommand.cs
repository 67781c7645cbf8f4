using System.Management.Automation;
using System.Security;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Invites;

/// <summary>Accepts invitations that were sent to you.</summary>
[Cmdlet(VerbsLifecycle.Approve, "ChatInvite", SupportsShouldProcess = true)]
[OutputType(typeof(ChatTeamUser))]
public sealed class ApproveChatInviteCommand : WriteCmdlet
{
    private const string Target = "the invitation that belongs to the token";

    /// <summary>The token that you were invited with; it can be used once. It never shows in a message or a log.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    public SecureString? Token { get; set; }

    /// <summary>Emits your memberships in the teams.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process()
    {
        var passThru = PassThru.IsPresent;
        if (Secrets.Of(Token) is not { } token)
            throw new ChatException(ChatErrorReason.InvalidRequest, "The token is empty.") { Advice = "Give the token of the invitation with -Token." };
        var invites = Require<IInviteApprover>();
        if (Should(Target, "Accept invitation"))
            Submit(Target, context => Emit(invites.ApproveAsync(token, passThru, context), passThru));
    }
}
