using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Heroku.HerokuOperations;

namespace ChatPS.Client.Platforms.Heroku;

/// <summary>Invitations to teams.</summary>
internal sealed class HerokuInvites(Connection connection) : Resource(connection),
    ITeamItemReader<ChatInvite>, ITeamItemCreator<NewInvite, ChatInvite>, ITeamItemRemover<ChatInvite>, IInviteTokenReader, IInviteApprover
{
    public IAsyncEnumerable<ChatInvite> ListAsync(string? team, PageWindow window, CallContext context) => List(
        Call(TeamInvitationList).Path("team_name", Connection.Session.TeamOr(team)), window, HerokuJson.Default.TeamInvitation, ToInvite, context);

    /// <summary>No operation reads one by its id, so that the list is looked through.</summary>
    public Task<ChatInvite> GetAsync(string? team, string item, CallContext context) => ListAsync(team, PageWindow.All, context).FindAsync(
        invite => invite.Id == item || item.Equals(invite.Email, StringComparison.OrdinalIgnoreCase),
        () => new ChatException(ChatErrorReason.NotFound, $"The team '{Connection.Session.TeamOr(team)}' has no invitation '{item}'.")
        {
            Advice = "Get-ChatInvite lists those that wait for an answer; who has accepted is shown by Get-ChatTeamUser.",
        });

    public async Task<ChatInvite> GetAsync(Secret token, CallContext context)
    {
        // The API describes the answer as a list, though a token belongs to one invitation.
        var found = List(ByToken(TeamInvitationGet, token), new PageWindow(First: 1), HerokuJson.Default.TeamInvitation, ToInvite, context);
        await foreach (var invite in found.ConfigureAwait(false))
            return invite;
        throw new ChatException(ChatErrorReason.NotFound, "There is no invitation with this token.")
        {
            Advice = "It was accepted or taken back already; have a new one sent with Send-ChatInvite.",
        };
    }

    public Task<ChatInvite> CreateAsync(string? team, NewInvite item, CallContext context)
    {
        Unsupported.IfGiven(item.Grant.Scope, ChatPlatform.Heroku, "Scope");
        Unsupported.IfNamed(item, ChatPlatform.Heroku);
        Unsupported.IfOfGuests(item, ChatPlatform.Heroku);
        return SendAsync(
            Call(TeamInvitationCreate).Path("team_identity", Connection.Session.TeamOr(team))
                .Body("email", item.Email)
                .Body("role", item.Grant.Role?.ToLowerInvariant() ?? "member"),
            HerokuJson.Default.TeamInvitation, ToInvite, context);
    }

    public async Task RemoveAsync(string? team, string item, CallContext context)
    {
        var id = item.Contains('@', StringComparison.Ordinal) ? (await GetAsync(team, item, context).ConfigureAwait(false)).Id : item;
        await SendAsync(
            Call(TeamInvitationRevoke).Path("team_identity", Connection.Session.TeamOr(team)).Path("team_invitation_identity", id), context).ConfigureAwait(false);
    }

    public async Task<ChatTeamUser?> ApproveAsync(Secret token, bool wanted, CallContext context)
    {
        // The answer leaves out which team that was, and afterwards the token says no more.
        var invite = wanted ? await GetAsync(token, context).ConfigureAwait(false) : null;
        var accept = ByToken(TeamInvitationAccept, token);
        if (invite is null)
        {
            await SendAsync(accept, context).ConfigureAwait(false);
            return null;
        }
        return await SendAsync(
            accept, HerokuJson.Default.TeamMember, member => Connection.Get<HerokuTeamUsers>().ToMember(member, invite.TeamId), context).ConfigureAwait(false);
    }

    private ApiCall ByToken(string operation, Secret token)
    {
        Connection.Mask.Add(token);
        return Call(operation).Path("team_invitation_token", token.Reveal());
    }

    private ChatInvite ToInvite(Wire.TeamInvitation invite) => new()
    {
        Session = Connection.Session,
        Unnamed = invite.Unnamed,
        Id = invite.Id,
        TeamId = invite.Team?.Id ?? "",
        Team = invite.Team?.Name,
        Email = invite.User?.Email,
        UserId = invite.User?.Id,
        DisplayName = invite.User?.Name,
        Role = invite.Role,
        InvitedBy = invite.InvitedBy?.Email,
        InvitedById = invite.InvitedBy?.Id,
        CreatedAt = invite.CreatedAt,
        UpdatedAt = invite.UpdatedAt,
    };
}
