using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.PasswordResets;

/// <summary>Has the server send people a mail with a link, by which they choose another password.</summary>
[Cmdlet(VerbsCommunications.Send, "ChatPasswordReset", SupportsShouldProcess = true)]
public sealed class SendChatPasswordResetCommand : UserWriteCmdlet
{
    /// <summary>The users: ids, user names, e-mail addresses, "me" for yourself, or objects that belong to a user.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("UserId", "UserName")]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity[]? User { get; set; }

    private protected override void Process() =>
        ForEachUser<IPasswordResetSender>(User!, "Send password reset mail", (mails, user, context) => Emit(mails.SendAsync(user, context)));
}
