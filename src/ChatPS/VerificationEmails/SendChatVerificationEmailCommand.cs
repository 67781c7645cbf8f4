using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.VerificationEmails;

/// <summary>Has the platform send people the mail again that asks whether their address is theirs.</summary>
[Cmdlet(VerbsCommunications.Send, "ChatVerificationEmail", SupportsShouldProcess = true)]
public sealed class SendChatVerificationEmailCommand : UserWriteCmdlet
{
    /// <summary>The users: on Mattermost ids, user names, e-mail addresses or objects, on Hathora ids such as auth0|0123456789; or me.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("UserId", "UserName")]
    public UserIdentity[]? User { get; set; }

    private protected override void Process()
    {
        ForEachUser<IVerificationEmailSender>(User!, "Send verification e-mail", (emails, user, context) => Emit(emails.SendAsync(user, context)));
    }
}
