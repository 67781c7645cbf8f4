using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Common;

namespace ChatPS.RoomUsers;

/// <summary>Gets the members of rooms, with their roles there.</summary>
[Cmdlet(VerbsCommon.Get, "ChatRoomUser", SupportsPaging = true, DefaultParameterSetName = UserSet)]
[OutputType(typeof(ChatRoomUser))]
public sealed class GetChatRoomUserCommand : GetCmdlet
{
    private const string UserSet = "User";
    private const string SearchSet = "Search";
    private const string MeSet = "Me";

    /// <summary>The rooms: ids, names or objects. Left out, the session's room.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RoomId")]
    [ArgumentCompleter(typeof(RoomCompleter))]
    public RoomIdentity[]? Room { get; set; }

    /// <summary>The team that a room's name belongs to; left out, the session's.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TeamCompleter))]
    public TeamIdentity? Team { get; set; }

    /// <summary>
    /// The members: ids, user names, e-mail addresses, or patterns, which are compared with the user name, the name
    /// people see and the e-mail address. Left out, all members. One who is not in the room is an error.
    /// </summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = UserSet)]
    [Alias("UserId", "UserName")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity[]? User { get; set; }

    /// <summary>
    /// Words for the platform's own search among the room's members. Gitter's gives at most 100 and does not tell who
    /// is an administrator.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = SearchSet)]
    [ValidateNotNullOrEmpty]
    public string? Search { get; set; }

    /// <summary>Gets your own membership.</summary>
    [Parameter(Mandatory = true, ParameterSetName = MeSet)]
    public SwitchParameter Me { get; set; }

    /// <summary>
    /// Those who are in the room at this moment, instead of those who belong to it (HipChat). HipChat's public rooms have nobody who belongs to
    /// them.
    /// </summary>
    [Parameter]
    public SwitchParameter Participant { get; set; }

    /// <summary>Of a private room also those who are offline (HipChat). It means -Participant as well.</summary>
    [Parameter]
    public SwitchParameter IncludeOffline { get; set; }

    private RoomUserFilter Filter => new() { Search = Search, Participant = Participant || IncludeOffline, IncludeOffline = IncludeOffline };

    private protected override void Process()
    {
        foreach (var room in RoomsOrDefault(Room))
            Guard(room, () => WriteMembers(room));
    }

    private void WriteMembers(RoomIdentity room)
    {
        var members = Require<IRoomUserReader>(room);
        var target = new RoomRef(room.Value, Team?.Value);
        if (Me)
            WriteFound(members, target, [UserRef.Me]);
        else if (User is null)
            WriteList((window, context) => members.ListAsync(target, Filter, window, context), count: Count(members, target));
        else
        {
            foreach (var pattern in User.Where(user => user.IsPattern))
                WriteList(
                    (window, context) => members.ListAsync(target, Filter, window, context),
                    member => pattern.Fits(member.UserName, member.DisplayName, member.Email));
            WriteFound(members, target, [.. User.Where(user => !user.IsPattern).Select(user => user.Ref)]);
        }
    }

    private Func<Client.Http.CallContext, Task<long?>>? Count(IRoomUserReader members, RoomRef room) =>
        Filter == new RoomUserFilter() ? context => members.CountAsync(room, context) : null;

    private void WriteFound(IRoomUserReader members, RoomRef room, UserRef[] users)
    {
        if (users.Length == 0)
            return;
        foreach (var (user, find) in users.Zip(members.Find(room, Filter, users, Context)))
            Guard(user, () => Write(Await(find)));
    }
}
