using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.UserSessions;

/// <summary>Signs people out: of one place, of all their places, or everybody of everywhere.</summary>
[Cmdlet(VerbsCommon.Remove, "ChatUserSession", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = SessionSet)]
public sealed class RemoveChatUserSessionCommand : WriteCmdlet
{
    private const string SessionSet = "UserSession";
    private const string AllSet = "All";
    private const string EverybodySet = "Everybody";

    /// <summary>The places: ids or objects of Get-ChatUserSession.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = SessionSet)]
    [Alias("UserSessionId")]
    public UserSessionIdentity[]? UserSession { get; set; }

    /// <summary>Whose they are: ids, user names, e-mail addresses or objects. Left out with -UserSession, the user that the object tells, or you.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = SessionSet)]
    [Parameter(Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = AllSet)]
    [Alias("UserId", "UserName")]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity[]? User { get; set; }

    /// <summary>Signs the users out of all their places.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AllSet)]
    public SwitchParameter All { get; set; }

    /// <summary>Signs everybody out of everywhere, you too.</summary>
    [Parameter(Mandatory = true, ParameterSetName = EverybodySet)]
    public SwitchParameter Everybody { get; set; }

    /// <summary>Does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process()
    {
        switch (ParameterSetName)
        {
            case EverybodySet:
                var all = Require<IUserSessions>();
                if (Should($"everybody on {ConnectionFor().Session.BaseUri.Host}", "Sign out", Force))
                    Submit(null, context => Emit(all.RevokeEverybodyAsync(context)));
                break;
            case AllSet:
                foreach (var user in User!)
                    Guard(user, () => RemoveAll(user));
                break;
            default:
                foreach (var session in UserSession!)
                    Guard(session, () => Remove(session));
                break;
        }
    }

    private void RemoveAll(UserIdentity user)
    {
        var (sessions, target) = (Require<IUserSessions>(user), user.Ref);
        if (Should(user.Display, "Sign out everywhere", Force))
            Submit(user, context => Emit(sessions.RevokeAllAsync(target, context)));
    }

    private void Remove(UserSessionIdentity session)
    {
        if (User is { Length: > 1 })
            throw new ChatException(ChatErrorReason.InvalidRequest, "A session belongs to one user.") { Advice = "Give one -User, or pipe the sessions in: each knows whose it is." };
        var sessions = Require<IUserSessions>(OwnerOf(session, User?[0]));
        var owner = session.UserId is { } id ? new UserRef(id) : User?[0].Ref ?? UserRef.Me;
        if (Should(session.Display, "Sign out", Force))
            Submit(session, context => Emit(sessions.RevokeAsync(owner, session.Value, context)));
    }
}
