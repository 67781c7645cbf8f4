using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.Users;

/// <summary>Gets users: some by id, name or e-mail address, those whose names fit a pattern, or all.</summary>
[Cmdlet(VerbsCommon.Get, "ChatUser", SupportsPaging = true, DefaultParameterSetName = ListSet)]
[OutputType(typeof(ChatUser))]
public sealed class GetChatUserCommand : GetCmdlet
{
    private const string ListSet = "List";
    private const string MeSet = "Me";
    private const string ReadSet = "Read";

    private readonly UserBatch<IUserReader> _batch;

    /// <summary>Makes the cmdlet, as the engine does.</summary>
    public GetChatUserCommand() => _batch = new(WriteFound);

    /// <summary>
    /// The users: ids, user names with or without @, e-mail addresses, "me" for yourself, or patterns, which are
    /// compared with the user name, the name people see and the e-mail address. Left out, all users of the server. Heroku
    /// takes ids and addresses only, and lists nobody.
    /// Many names are looked up together, up to 200 in one request where the platform can.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ListSet)]
    [Alias("UserId", "UserName")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity[]? User { get; set; }

    /// <summary>Gets the account the session is signed in with.</summary>
    [Parameter(Mandatory = true, ParameterSetName = MeSet)]
    public SwitchParameter Me { get; set; }

    /// <summary>
    /// Words for the platform's own search, which looks at the beginnings of names on Mattermost and anywhere in them
    /// on Gitter. It gives at most 1,000 users on Mattermost.
    /// </summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    public string? Search { get; set; }

    /// <summary>Only members of this team, or the team that the name in -Room belongs to. Left out, users of all teams; the session's team does not narrow the list.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    /// <summary>Only users who are not in this team (Mattermost).</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? NotInTeam { get; set; }

    /// <summary>Only users who are in no team at all (Mattermost).</summary>
    [Parameter(ParameterSetName = ListSet)]
    public SwitchParameter WithoutTeam { get; set; }

    /// <summary>Only members of this group of the directory: its id, its name or the name people see (Mattermost, where the license has groups).</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    public string? Group { get; set; }

    /// <summary>
    /// Of the members of -Team or -Room only those whom none of these groups of the directory has, groups by id, name or the name people see: they
    /// would have to go if the groups decided who is in it (Mattermost, where the license has groups).
    /// </summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    public string[]? NotInGroup { get; set; }

    /// <summary>Only users whose e-mail addresses are not of the domains that the server lets in (Mattermost, newer versions).</summary>
    [Parameter(ParameterSetName = ListSet)]
    public SwitchParameter InvalidEmail { get; set; }

    /// <summary>Only members of this room. Get-ChatRoomUser tells their roles in it as well.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Parameter(ParameterSetName = ReadSet)]
    [ArgumentCompleter(typeof(RoomCompleter))]
    public RoomIdentity? Room { get; set; }

    /// <summary>Only users who are not in this room: on Mattermost those of the room's team, on Gitter together with -Search.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ArgumentCompleter(typeof(RoomCompleter))]
    public RoomIdentity? NotInRoom { get; set; }

    /// <summary>Only users with this role on the whole server, such as system_admin, system_user or system_guest (Mattermost).</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ArgumentCompleter(typeof(SystemRoleCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Role { get; set; }

    /// <summary>Only users whose accounts may be used. Left out, deactivated ones too (Mattermost).</summary>
    [Parameter(ParameterSetName = ListSet)]
    public SwitchParameter Active { get; set; }

    /// <summary>Only users whose accounts were deactivated (Mattermost).</summary>
    [Parameter(ParameterSetName = ListSet)]
    public SwitchParameter Inactive { get; set; }

    /// <summary>Guests too (HipChat); elsewhere they are in the list anyway.</summary>
    [Parameter(ParameterSetName = ListSet)]
    public SwitchParameter IncludeGuest { get; set; }

    /// <summary>Those too whose accounts were deleted, of whom only the ids are left (HipChat).</summary>
    [Parameter(ParameterSetName = ListSet)]
    public SwitchParameter IncludeDeleted { get; set; }

    /// <summary>
    /// The order of the list: last_activity_at or create_at, newest first, with -Team; status with -Room. Left out,
    /// by user name (Mattermost).
    /// </summary>
    [Parameter(ParameterSetName = ListSet)]
    [ArgumentCompleter(typeof(UserOrderCompleter))]
    public string? Sort { get; set; }

    /// <summary>Those who were seen to read this message, an id or an object; an id is looked for in -Room or else in the session's default room (Gitter).</summary>
    [Parameter(Mandatory = true, ParameterSetName = ReadSet)]
    public MessageIdentity? WhoRead { get; set; }

    private protected override void Process()
    {
        if (WhoRead is not null)
        {
            WriteReaders();
            return;
        }
        if (Me)
        {
            WriteFound(Require<IUserReader>(), [UserRef.Me]);
            return;
        }
        if (Active && Inactive)
            throw new ChatException(ChatErrorReason.InvalidRequest, "No user is both active and inactive.") { Advice = "Leave both out for all users." };
        if (User is null)
        {
            var users = Require<IUserReader>(Team ?? NotInTeam ?? (Identity?)Room ?? NotInRoom);
            WriteList((window, context) => users.ListAsync(Filter, window, context), count: context => users.CountAsync(Filter, context));
            return;
        }
        foreach (var user in User)
            Guard(user, () => Find(user));
    }

    private protected override void End() => _batch.Write();

    private UserFilter Filter => new()
    {
        Search = Search,
        Team = Team?.Value,
        NotInTeam = NotInTeam?.Value,
        WithoutTeam = WithoutTeam,
        Group = Group,
        NotInGroups = NotInGroup,
        InvalidEmail = InvalidEmail,
        Room = Room?.Value,
        NotInRoom = NotInRoom?.Value,
        Role = Role,
        Active = Active ? true : Inactive ? false : null,
        IncludeGuest = IncludeGuest,
        IncludeDeleted = IncludeDeleted,
        Sort = Sort,
    };

    private void WriteReaders()
    {
        var connection = ConnectionFor(OwnerOf(WhoRead, Room));
        var receipts = connection.Find<IReadReceiptReader>();
        Unsupported.IfGiven(receipts is null, connection.Platform.Name, nameof(WhoRead));
        var message = WhoRead!.In(Room);
        WriteList((window, context) => receipts!.ListAsync(message, window, context));
    }

    private void Find(UserIdentity user)
    {
        var users = Require<IUserReader>(user);
        if (user.IsPattern)
        {
            _batch.Write();
            WriteList(
                (window, context) => users.ListAsync(Filter, window, context),
                found => user.Fits(found.UserName, found.DisplayName, found.Email));
            return;
        }
        if (Filter != new UserFilter())
            throw new ChatException(ChatErrorReason.InvalidRequest, $"'{user}' is one user, and to choose among many were conditions given.")
            {
                Advice = "Give a pattern, or leave the conditions out.",
            };
        _batch.Add(users, user.Ref);
    }

    private void WriteFound(IUserReader users, UserRef[] wanted)
    {
        foreach (var (user, find) in wanted.Zip(users.Find(wanted, Context)))
            Guard(user, () => Write(Await(find)));
    }
}
