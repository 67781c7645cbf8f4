using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Heroku.HerokuOperations;

namespace ChatPS.Client.Platforms.Heroku;

/// <summary>Members of teams. The API goes by their e-mail addresses, and none of its operations reads a single one.</summary>
internal sealed class HerokuTeamUsers(Connection connection) : Resource(connection),
    ITeamUserReader, ITeamUserAdder, ITeamUserEditor, ITeamUserRemover
{
    public int BatchSize => 1;

    public IAsyncEnumerable<ChatTeamUser> ListAsync(string? team, PageWindow window, CallContext context)
    {
        var name = Connection.Session.TeamOr(team);
        return List(Call(TeamMemberList).Path("team_identity", name), window, HerokuJson.Default.TeamMember, member => ToMember(member, name), context);
    }

    public Task<IReadOnlyList<Outcome<ChatTeamUser>>> GetAsync(string? team, IReadOnlyList<string> userIds, CallContext context) =>
        ListAsync(team, PageWindow.All, context).FindEachAsync(
            userIds,
            member => [member.UserId, member.UserName],
            id => new ChatException(ChatErrorReason.NotFound, $"'{id}' is no member of the team '{Connection.Session.TeamOr(team)}'.")
            {
                Advice = "Get-ChatTeamUser without -User lists the members; Add-ChatTeamUser takes people in, and Send-ChatInvite invites them.",
            });

    public Task<long?> CountAsync(string? team, CallContext context) => Task.FromResult<long?>(null);

    public Task<IReadOnlyList<Outcome<string>>> UserIdsAsync(IReadOnlyList<UserRef> users, CallContext context) =>
        Task.FromResult<IReadOnlyList<Outcome<string>>>([.. users.Select(user => Outcome.Of(user.AddressIn(Connection.Session)))]);

    public void CheckNew(TeamUserChange member) => CheckChange(member);

    public void CheckChange(TeamUserChange change)
    {
        if (change.Roles?.Contains(' ', StringComparison.Ordinal) == true)
            throw new ChatException(ChatErrorReason.InvalidRequest, "A member of a Heroku team has one role, and several were given.")
            {
                Advice = "Give one of admin, member and viewer.",
            };
    }

    public async Task<IReadOnlyList<Outcome<ChatTeamUser>>> AddAsync(
        string team, IReadOnlyList<string> userIds, TeamUserChange member, bool wanted, CallContext context)
    {
        var added = new List<Outcome<ChatTeamUser>>(userIds.Count);
        // Who is in the team already keeps his role unless another one was asked for.
        foreach (var address in userIds)
            added.Add(await Outcome.TryAsync(() => WriteAsync(
                RoleOf(member) is null ? TeamMemberCreate : TeamMemberCreateOrUpdate, team, address, member, context)).ConfigureAwait(false));
        return added;
    }

    public async Task<ChatTeamUser?> UpdateAsync(string team, string userId, TeamUserChange change, bool wanted, CallContext context) =>
        await WriteAsync(TeamMemberUpdate, team, userId, change, context).ConfigureAwait(false);

    public Task RemoveAsync(string team, string userId, CallContext context) =>
        SendAsync(Call(TeamMemberDelete).Path("team_identity", team).Path("team_member_identity", userId), context);

    private Task<ChatTeamUser> WriteAsync(string operation, string team, string address, TeamUserChange change, CallContext context) => SendAsync(
        Call(operation).Path("team_identity", team)
            .Body("email", address)
            .Body("role", RoleOf(change) ?? "member")
            .Body("federated", change.Federated),
        HerokuJson.Default.TeamMember, member => ToMember(member, team), context);

    private static string? RoleOf(TeamUserChange change) => change.Roles ?? change.Role?.ToLowerInvariant();

    /// <param name="member">What the API says of the member, which is not in which team.</param>
    /// <param name="team">The team that was asked for.</param>
    internal ChatTeamUser ToMember(Wire.TeamMember member, string team) => new()
    {
        Session = Connection.Session,
        Unnamed = member.Unnamed,
        TeamId = team,
        UserId = member.User?.Id ?? member.Email,
        UserName = member.Email,
        DisplayName = member.User?.Name,
        Email = member.Email,
        Roles = member.Role is { } role ? [role] : [],
        IsAdmin = member.Role is "admin" or "owner",
        Federated = member.Federated,
        TwoFactorAuthentication = member.TwoFactorAuthentication,
        CreatedAt = member.CreatedAt,
        UpdatedAt = member.UpdatedAt,
    };
}
