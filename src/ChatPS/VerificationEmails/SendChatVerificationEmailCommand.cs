using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.VerificationEmails;

/// <summary>Has the platform send people the mail again that asks whether their address is theirs.</summary>
[Cmdlet(VerbsCommunications.Send, "ChatVerificationEmail", SupportsShouldProcess = true)]
public sealed class SendChatVerificationEmailCommand : WriteCmdlet
{
    /// <summary>The users: ids such as auth0|0123456789, or me.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("UserId")]
    public UserIdentity[]? User { get; set; }

    private protected override void Process()
    {
        foreach (var user in User!)
        {
            Guard(user.Value, () =>
            {
                var emails = Require<IVerificationEmailSender>(user);
                if (Should(user.Display, "Send verification e-mail"))
                    Submit(user.Value, context => Emit(emails.SendAsync(user.Ref, context)));
            });
        }
    }
}
