using System.Net;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Mattermost.MattermostOperations;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Members of teams.</summary>
internal sealed class MattermostTeamUsers(Connection connection) : MattermostResource(connection), ITeamUserReader, ITeamUserAdder, ITeamUserEditor, ITeamUserRemover
{
    /// <summary>Well below the 256 that servers take at once.</summary>
    public int BatchSize => 100;

    public IAsyncEnumerable<ChatTeamUser> ListAsync(string? team, PageWindow window, CallContext context) => WholeLists.LaterAsync(async () =>
    {
        window.RefuseOrder();
        var call = Call(GetTeamMembers).Path("team_id", await TeamIdAsync(team, context).ConfigureAwait(false));
        return ListByPage(call, window, MattermostJson.Default.TeamMember, members => DescribeAsync(members, context), context);
    });

    public async Task<IReadOnlyList<Outcome<ChatTeamUser>>> GetAsync(string? team, IReadOnlyList<string> userIds, CallContext context)
    {
        var call = Call(GetTeamMembersByIds).Path("team_id", await TeamIdAsync(team, context).ConfigureAwait(false)).Content(userIds);
        var members = await ReadAsync(call, MattermostJson.Default.TeamMemberArray, context).ConfigureAwait(false);
        var found = (await DescribeAsync(members, context).ConfigureAwait(false)).ToDictionary(member => member.UserId);
        return [.. userIds.Select(id => found.TryGetValue(id, out var member)
            ? Outcome.Of(member)
            : Outcome.Failed<ChatTeamUser>(new ChatException(ChatErrorReason.NotFound, $"The user is no member of the team '{team ?? Connection.Session.Team}'.")
            {
                Advice = "Get-ChatTeamUser without -User lists the members; Add-ChatTeamUser takes people in.",
            }))];
    }

    public async Task<long?> CountAsync(string? team, CallContext context)
    {
        var call = Call(GetTeamStats).Path("team_id", await TeamIdAsync(team, context).ConfigureAwait(false));
        return (await ReadAsync(call, MattermostJson.Default.TeamStats, context).ConfigureAwait(false)).TotalMemberCount;
    }

    public Task<IReadOnlyList<Outcome<string>>> UserIdsAsync(IReadOnlyList<UserRef> users, CallContext context) =>
        Names.UserIdsAsync([.. users.Select(user => user.Value)], context);

    public void CheckNew(TeamUserChange member)
    {
        Unsupported.IfGiven(member.Role, ChatPlatform.Mattermost, "Role");
        Unsupported.IfGiven(member.Roles, ChatPlatform.Mattermost, "Roles");
        Unsupported.IfGiven(member.Federated is not null, ChatPlatform.Mattermost, "Federated");
    }

    public void CheckChange(TeamUserChange change)
    {
        Unsupported.IfGiven(change.IsViewer, ChatPlatform.Mattermost, "Role Viewer");
        Unsupported.IfGiven(change.Federated is not null, ChatPlatform.Mattermost, "Federated");
    }

    public async Task<IReadOnlyList<Outcome<ChatTeamUser>>> AddAsync(
        string team, IReadOnlyList<string> userIds, TeamUserChange member, bool wanted, CallContext context)
    {
        var teamId = await Names.TeamIdAsync(team, context).ConfigureAwait(false);
        IReadOnlyList<Outcome<Wire.TeamMember>> added;
        try
        {
            added = userIds.Count == 1
                ? await AddEachAsync(teamId, userIds, context).ConfigureAwait(false)
                : await AddTogetherAsync(teamId, userIds, context).ConfigureAwait(false);
        }
        catch (ChatException e) when (e.Reason == ChatErrorReason.InvalidRequest || (e.Reason == ChatErrorReason.NotSupported && MattermostLocalMode.Is(Connection)))
        {
            // Some faults of one user, such as being outside the groups a team is bound to, make the server refuse the whole batch. Local mode has none.
            added = await AddEachAsync(teamId, userIds, context).ConfigureAwait(false);
        }
        var users = wanted
            ? await Names.UsersAsync(added.Select(a => a.Value?.UserId).OfType<string>(), context).ConfigureAwait(false)
            : new Dictionary<string, Wire.User>();
        return [.. added.Select(a => new Outcome<ChatTeamUser>(a.Value is { } member ? ToMember(member, users) : null, a.Error))];
    }

    public async Task<ChatTeamUser?> UpdateAsync(string team, string userId, TeamUserChange change, bool wanted, CallContext context)
    {
        var teamId = await Names.TeamIdAsync(team, context).ConfigureAwait(false);
        var call = change.Roles is { } roles
            ? Call(UpdateTeamMemberRoles).Body("roles", roles)
            : Call(UpdateTeamMemberSchemeRoles).Body("scheme_admin", change.IsAdmin).Body("scheme_user", true);
        await SendAsync(call.Path("team_id", teamId).Path("user_id", userId), context).ConfigureAwait(false);
        if (!wanted)
            return null;
        var member = await ReadAsync(
            Call(GetTeamMember).Path("team_id", teamId).Path("user_id", userId), MattermostJson.Default.TeamMember, context).ConfigureAwait(false);
        return (await DescribeAsync([member], context).ConfigureAwait(false)).Single();
    }

    public async Task RemoveAsync(string team, string userId, CallContext context) =>
        await SendAsync(Call(RemoveTeamMember)
            .Path("team_id", await Names.TeamIdAsync(team, context).ConfigureAwait(false))
            .Path("user_id", userId), context).ConfigureAwait(false);

    private Task<string> TeamIdAsync(string? team, CallContext context) => Names.TeamIdAsync(Connection.Session.TeamOr(team), context);

    /// <summary>Members with their names, which the server keeps with the users: one request for all of them.</summary>
    private async Task<IEnumerable<ChatTeamUser>> DescribeAsync(Wire.TeamMember[] members, CallContext context)
    {
        var users = await Names.UsersAsync(members.Select(member => member.UserId), context).ConfigureAwait(false);
        return members.Select(member => ToMember(member, users));
    }

    private async Task<IReadOnlyList<Outcome<Wire.TeamMember>>> AddTogetherAsync(string teamId, IReadOnlyList<string> userIds, CallContext context)
    {
        var call = Call(AddTeamMembers).Path("team_id", teamId).Query("graceful", true).Content(userIds.Select(id => Membership(teamId, id)));
        var answers = await ReadAsync(call, MattermostJson.Default.TeamMemberOutcomeArray, context).ConfigureAwait(false);
        var byUser = answers.DistinctBy(answer => answer.UserId).ToDictionary(answer => answer.UserId);
        return [.. userIds.Select(id => byUser.GetValueOrDefault(id) switch
        {
            { Error: { } error } => Outcome.Failed<Wire.TeamMember>(ErrorOf(error)),
            { Member: { } member } => Outcome.Of(member),
            // A server that doesn't know how to be graceful has either taken in everybody or refused the batch.
            { } => Outcome.Of(new Wire.TeamMember { TeamId = teamId, UserId = id }),
            null => Outcome.Failed<Wire.TeamMember>(new ChatException(
                ChatErrorReason.InvalidResponse, "The server's answer says nothing of this user.")
            {
                Advice = "See with Get-ChatTeamUser whether the user has become a member.",
            }),
        })];
    }

    private async Task<IReadOnlyList<Outcome<Wire.TeamMember>>> AddEachAsync(string teamId, IReadOnlyList<string> userIds, CallContext context)
    {
        var added = new List<Outcome<Wire.TeamMember>>(userIds.Count);
        foreach (var id in userIds)
        {
            var call = Call(AddTeamMember).Path("team_id", teamId).Body("team_id", teamId).Body("user_id", id);
            added.Add(await Outcome.TryAsync(() => ReadAsync(call, MattermostJson.Default.TeamMember, context)).ConfigureAwait(false));
        }
        return added;
    }

    private static Dictionary<string, string> Membership(string teamId, string userId) => new() { ["team_id"] = teamId, ["user_id"] = userId };

    private ChatException ErrorOf(Wire.Error error)
    {
        var status = error.StatusCode is >= 400 and < 600 ? error.StatusCode : (int)HttpStatusCode.BadRequest;
        return ApiErrors.Of(MattermostErrors.Of(error, status), (HttpStatusCode)status, AddTeamMembers, Connection);
    }

    private ChatTeamUser ToMember(Wire.TeamMember member, IReadOnlyDictionary<string, Wire.User> users)
    {
        var user = users.GetValueOrDefault(member.UserId);
        var roles = MattermostRoles.Split(member.Roles);
        return new ChatTeamUser
        {
            Session = Connection.Session,
            Unnamed = member.Unnamed,
            TeamId = member.TeamId,
            UserId = member.UserId,
            UserName = user?.Username,
            DisplayName = user is null ? null : MattermostDisplayName.Of(user),
            Email = user?.Email is { Length: > 0 } email ? email : null,
            Roles = roles,
            IsAdmin = member.SchemeAdmin || roles.Contains("team_admin"),
        };
    }
}
