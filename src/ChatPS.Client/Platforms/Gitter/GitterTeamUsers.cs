using System.Runtime.CompilerServices;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Gitter.GitterOperations;

namespace ChatPS.Client.Platforms.Gitter;

/// <summary>The people of groups: a group has no members of its own, only administrators beyond those it inherits.</summary>
internal sealed class GitterTeamUsers(Connection connection) : Resource(connection), ITeamUserReader, ITeamUserAdder, ITeamUserRemover
{
    private readonly GitterNames _names = new(connection);

    public int BatchSize => 1;

    public IAsyncEnumerable<ChatTeamUser> ListAsync(string? team, PageWindow window, CallContext context) =>
        ReadAsync(team, window, context, context.Cancellation);

    public async Task<IReadOnlyList<Outcome<ChatTeamUser>>> GetAsync(string? team, IReadOnlyList<string> userIds, CallContext context)
    {
        var admins = new Dictionary<string, ChatTeamUser>(StringComparer.OrdinalIgnoreCase);
        await foreach (var admin in ListAsync(team, PageWindow.All, context).ConfigureAwait(false))
            admins[admin.UserId] = admin;
        return [.. userIds.Select(id => admins.TryGetValue(id, out var admin)
            ? Outcome.Of(admin)
            : Outcome.Failed<ChatTeamUser>(new ChatException(ChatErrorReason.NotFound, $"The user is no extra administrator of the group '{team ?? Connection.Session.Team}'.")
            {
                Advice = "Gitter shows only a group's extra administrators; the others are those of the organization or repository behind it.",
            }))];
    }

    public Task<long?> CountAsync(string? team, CallContext context) => Task.FromResult<long?>(null);

    public Task<IReadOnlyList<Outcome<string>>> UserIdsAsync(IReadOnlyList<UserRef> users, CallContext context) =>
        _names.UserIdsAsync([.. users.Select(user => user.Value)], context);

    public void CheckNew(TeamUserChange member)
    {
        Unsupported.IfGiven(member.Role, ChatPlatform.Gitter, "Role");
        Unsupported.IfGiven(member.Roles, ChatPlatform.Gitter, "Roles");
        Unsupported.IfGiven(member.Federated is not null, ChatPlatform.Gitter, "Federated");
    }

    public async Task<IReadOnlyList<Outcome<ChatTeamUser>>> AddAsync(
        string team, IReadOnlyList<string> userIds, TeamUserChange member, bool wanted, CallContext context)
    {
        var groupId = await _names.TeamIdAsync(team, context).ConfigureAwait(false);
        var added = new List<Outcome<ChatTeamUser>>();
        foreach (var id in userIds)
            added.Add(await Outcome.TryAsync(async () => ToAdmin(groupId, await ReadAsync(
                Call(AddGroupExtraAdmin).Path("groupId", groupId).Body("id", id), GitterJson.Default.User, context).ConfigureAwait(false))).ConfigureAwait(false));
        return added;
    }

    public async Task RemoveAsync(string team, string userId, CallContext context) =>
        await SendAsync(Call(RemoveGroupExtraAdmin)
            .Path("groupId", await _names.TeamIdAsync(team, context).ConfigureAwait(false))
            .Path("userId", userId), context).ConfigureAwait(false);

    private async IAsyncEnumerable<ChatTeamUser> ReadAsync(
        string? team, PageWindow window, CallContext context, [EnumeratorCancellation] CancellationToken cancellation)
    {
        window.RefuseOrder();
        var groupId = await _names.TeamIdAsync(Connection.Session.TeamOr(team), context).ConfigureAwait(false);
        var admins = List(
            Call(ListGroupExtraAdmins).Path("groupId", groupId), window, GitterJson.Default.User, user => ToAdmin(groupId, user), context);
        await foreach (var admin in admins.WithCancellation(cancellation).ConfigureAwait(false))
            yield return admin;
    }

    private ChatTeamUser ToAdmin(string groupId, Wire.User user) => new()
    {
        Session = Connection.Session,
        Unnamed = user.Unnamed,
        TeamId = groupId,
        UserId = user.Id,
        UserName = user.Username,
        DisplayName = user.DisplayName,
        IsAdmin = true,
    };
}
