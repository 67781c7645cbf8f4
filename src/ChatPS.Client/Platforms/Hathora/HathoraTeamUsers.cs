using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Hathora.HathoraOperations;

namespace ChatPS.Client.Platforms.Hathora;

/// <summary>Members of organizations, who go by their e-mail addresses. One becomes a member by accepting an invitation.</summary>
internal sealed class HathoraTeamUsers(Connection connection) : HathoraResource(connection), ITeamUserReader
{
    public IAsyncEnumerable<ChatTeamUser> ListAsync(string? team, PageWindow window, CallContext context) =>
        List(() => CallOnTeamAsync(GetOrgMembers, team, context), window, HathoraJson.Default.Member, ToMember, context);

    public Task<IReadOnlyList<Outcome<ChatTeamUser>>> GetAsync(string? team, IReadOnlyList<string> userIds, CallContext context) =>
        ListAsync(team, PageWindow.All, context).FindEachAsync(
            userIds,
            member => [member.UserId],
            id => new ChatException(ChatErrorReason.NotFound, $"'{id}' is no member of the team '{Connection.Session.TeamOr(team)}'.")
            {
                Advice = "Get-ChatTeamUser without -User lists the members by their e-mail addresses; Get-ChatInvite lists who is invited.",
            });

    public Task<long?> CountAsync(string? team, CallContext context) => Task.FromResult<long?>(null);

    public Task<IReadOnlyList<Outcome<string>>> UserIdsAsync(IReadOnlyList<UserRef> users, CallContext context) =>
        Task.FromResult<IReadOnlyList<Outcome<string>>>([.. users.Select(user => Outcome.Of(user.AddressIn(Connection.Session)))]);

    private ChatTeamUser ToMember(Wire.Member member) => new()
    {
        Session = Connection.Session,
        Unnamed = member.Unnamed,
        TeamId = member.OrgId,
        UserId = member.UserEmail,
        UserName = member.UserEmail,
        Email = member.UserEmail,
        Roles = member.Scopes?.Role is { } role ? [role] : [],
        Scopes = member.Scopes?.Scopes ?? [],
        IsAdmin = member.Scopes?.Role == "admin",
        InvitedBy = member.InvitedBy,
        CreatedAt = member.CreatedAt,
        JoinedAt = member.JoinedAt,
        LastLoginAt = member.LastLogin,
    };
}
