using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Gitter.GitterOperations;

namespace ChatPS.Client.Platforms.Gitter;

/// <summary>Users. Accounts come from elsewhere (GitHub, GitLab, Twitter), so all one can do here is look, and leave.</summary>
internal sealed class GitterUsers(Connection connection) : Resource(connection), IUserReader, IUserRemover
{
    // The catalog has this list as a single answer, which it is without a search.
    private static readonly Pager BySkip = new OffsetPager("skip", "limit", 100);

    private readonly GitterNames _names = new(connection);

    public IAsyncEnumerable<ChatUser> ListAsync(UserFilter filter, PageWindow window, CallContext context)
    {
        Unsupported.IfOfOthers(filter, ChatPlatform.Gitter);
        Unsupported.IfOfGroups(filter, ChatPlatform.Gitter);
        Unsupported.IfGiven(filter.Team, ChatPlatform.Gitter, "Team");
        Unsupported.IfGiven(filter.NotInTeam, ChatPlatform.Gitter, "NotInTeam");
        Unsupported.IfGiven(filter.Role, ChatPlatform.Gitter, "Role");
        Unsupported.IfGiven(filter.Active, ChatPlatform.Gitter, filter.Active == false ? "Inactive" : "Active");
        Unsupported.IfGiven(filter.Sort, ChatPlatform.Gitter, "Sort");
        if (filter.Search is null && filter.Room is null)
            throw new ChatException(ChatErrorReason.NotSupported, "Gitter has no list of all its users.")
            {
                Advice = "Look for people with -Search, list a room's with -Room, or get yourself with -Me.",
            };
        if (filter.Room is not null)
            Unsupported.IfGiven(filter.NotInRoom, ChatPlatform.Gitter, "NotInRoom together with -Room");
        return filter.Room is null
            ? Search(filter, window, context)
            : Connection.Get<GitterRoomUsers>().UsersAsync(new RoomRef(filter.Room), filter.Search, window, ToUser, context);
    }

    /// <summary>There is no operation for many at once.</summary>
    public IEnumerable<Task<ChatUser>> Find(IReadOnlyList<UserRef> users, CallContext context) =>
        users.Select(async user => ToUser(await _names.FindUserAsync(user, context).ConfigureAwait(false)));

    public Task<long?> CountAsync(UserFilter filter, CallContext context) => Task.FromResult<long?>(null);

    public async Task RemoveAsync(UserRef user, bool permanent, CallContext context)
    {
        Unsupported.IfGiven(permanent, ChatPlatform.Gitter, "Permanent");
        await SendAsync(Call(DeleteUser)
            .Path("userId", await _names.UserIdAsync(user, context).ConfigureAwait(false)), context).ConfigureAwait(false);
    }

    public ChatUser ToUser(Wire.User user) => new()
    {
        Session = Connection.Session,
        Unnamed = user.Unnamed,
        Id = user.Id,
        UserName = user.Username,
        DisplayName = user.DisplayName,
        Email = user.Email,
        Roles = user.Role is { } role ? [role] : [],
        IsActive = user.Removed != true,
        AvatarUrl = user.AvatarUrl,
    };

    private IAsyncEnumerable<ChatUser> Search(UserFilter filter, PageWindow window, CallContext context) => WholeLists.LaterAsync(async () =>
    {
        var call = Call(GetCurrentUser)
            .Query("q", filter.Search)
            .Query("excludeTroupeId", filter.NotInRoom is { } room ? await _names.RoomIdAsync(room, context).ConfigureAwait(false) : null);
        return List(call, BySkip, window, GitterJson.Default.User, ToUser, context);
    });
}
