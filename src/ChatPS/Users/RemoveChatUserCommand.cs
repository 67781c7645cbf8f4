using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Users;

/// <summary>Removes users. Mattermost deactivates them unless -Permanent is given; Gitter deletes only your own account.</summary>
[Cmdlet(VerbsCommon.Remove, "ChatUser", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveChatUserCommand : UserWriteCmdlet
{
    /// <summary>The users: ids, user names, e-mail addresses, "me" for yourself, or objects that belong to a user.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("UserId", "UserName")]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity[]? User { get; set; }

    /// <summary>Deletes the account and everything the user wrote beyond recovery, where the server allows it (Mattermost).</summary>
    [Parameter]
    public SwitchParameter Permanent { get; set; }

    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process()
    {
        var permanent = Permanent.IsPresent;
        ForEachUser<IUserRemover>(
            User!,
            permanent ? "Delete user permanently" : "Remove user",
            (users, user, context) => Emit(users.RemoveAsync(user, permanent, context)),
            Force);
    }
}
