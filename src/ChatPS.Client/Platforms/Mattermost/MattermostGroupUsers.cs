using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Members of groups.</summary>
internal sealed class MattermostGroupUsers(Connection connection) : MattermostResource(connection), IGroupUsers
{
    public IAsyncEnumerable<ChatGroupUser> ListAsync(string group, PageWindow window, CallContext context) => WholeLists.LaterAsync(async () =>
    {
        var id = await GroupIdAsync(group, context).ConfigureAwait(false);
        return List(Call(GetGroupUsers).Path("group_id", id), window, MattermostJson.Default.User, user => ToMember(id, user), context);
    });

    public async Task<long?> CountAsync(string group, CallContext context) => await SendAsync(
        Call(GetGroupStats).Path("group_id", await GroupIdAsync(group, context).ConfigureAwait(false)),
        MattermostJson.Default.GroupMembers, stats => (long?)stats.TotalMemberCount, context).ConfigureAwait(false);

    public async Task<IReadOnlyList<Outcome<ChatGroupUser>>> ChangeAsync(string group, IReadOnlyList<UserRef> users, bool add, CallContext context)
    {
        var id = await GroupIdAsync(group, context).ConfigureAwait(false);
        var ids = await Names.UserIdsAsync([.. users.Select(user => user.Value)], context).ConfigureAwait(false);
        var found = ids.Select(user => user.Value).OfType<string>().ToList();
        if (found.Count > 0)
            await SendAsync(Call(add ? AddGroupMembers : DeleteGroupMembers).Path("group_id", id).Body("user_ids", found), context).ConfigureAwait(false);
        return [.. ids.Zip(users, (user, given) => user.Error is { } error
            ? Outcome.Failed<ChatGroupUser>(error)
            : Outcome.Of(new ChatGroupUser { Session = Connection.Session, GroupId = id, UserId = user.Value!, UserName = MattermostNames.NameOf(given) }))];
    }

    private Task<string> GroupIdAsync(string group, CallContext context) => Connection.Get<MattermostGroups>().IdAsync(group, context);

    private ChatGroupUser ToMember(string group, Wire.User user) => new()
    {
        Session = Connection.Session,
        GroupId = group,
        UserId = user.Id,
        UserName = user.Username,
        DisplayName = MattermostDisplayName.Of(user),
        Email = user.Email is { Length: > 0 } email ? email : null,
    };
}
