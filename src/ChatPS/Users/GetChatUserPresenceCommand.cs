using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Users;

/// <summary>Tells whether users can be reached.</summary>
[Cmdlet(VerbsCommon.Get, "ChatUserPresence", DefaultParameterSetName = UserSet)]
[OutputType(typeof(ChatUserPresence))]
public sealed class GetChatUserPresenceCommand : SessionCmdlet
{
    private const string UserSet = "User";
    private const string MeSet = "Me";

    private readonly UserBatch<IUserPresenceReader> _batch;

    /// <summary>Makes the cmdlet, as the engine does.</summary>
    public GetChatUserPresenceCommand() => _batch = new(WriteFound);

    /// <summary>
    /// The users: ids, user names with or without @, e-mail addresses, "me" for yourself, or objects that belong to a user. Many are looked up
    /// together where the platform can.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = UserSet)]
    [Alias("UserId", "UserName")]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity[]? User { get; set; }

    /// <summary>Tells it of the account the session is signed in with.</summary>
    [Parameter(Mandatory = true, ParameterSetName = MeSet)]
    public SwitchParameter Me { get; set; }

    private protected override void Process()
    {
        if (User is null)
            WriteFound(Require<IUserPresenceReader>(), [UserRef.Me]);
        foreach (var user in User ?? [])
            Guard(user, () => _batch.Add(Require<IUserPresenceReader>(user), user.Ref));
    }

    private protected override void End() => _batch.Write();

    private void WriteFound(IUserPresenceReader presences, UserRef[] users)
    {
        foreach (var (user, find) in users.Zip(presences.Find(users, Context)))
            Guard(user, () => Write(Await(find)));
    }
}
