using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.UserSessions;

/// <summary>Gets the places where people are signed in.</summary>
[Cmdlet(VerbsCommon.Get, "ChatUserSession", SupportsPaging = true)]
[OutputType(typeof(ChatUserSession))]
public sealed class GetChatUserSessionCommand : GetCmdlet
{
    /// <summary>The users: ids, user names, e-mail addresses or objects. Left out, you.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("UserId", "UserName")]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity[]? User { get; set; }

    private protected override void Process()
    {
        foreach (var user in User ?? [null!])
        {
            Guard(user, () =>
            {
                var sessions = Require<IUserSessions>(user);
                WriteList((window, context) => sessions.ListAsync(user?.Ref ?? UserRef.Me, window, context));
            });
        }
    }
}
