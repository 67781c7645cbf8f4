using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Client.Paging;
using ChatPS.Client.Sessions;
using static ChatPS.Client.Platforms.Hathora.HathoraOperations;

namespace ChatPS.Client.Platforms.Hathora;

/// <summary>Invitations to organizations. They have no ids: the organization and the e-mail address tell one from another.</summary>
internal sealed class HathoraInvites(Connection connection) : HathoraResource(connection),
    ITeamItemReader<ChatInvite>, ITeamItemCreator<NewInvite, ChatInvite>, ITeamItemRemover<ChatInvite>, ITeamItemEditor<InviteChange, ChatInvite>, IInviteInbox
{
    public IAsyncEnumerable<ChatInvite> ListAsync(string? team, PageWindow window, CallContext context) =>
        List(() => CallOnTeamAsync(GetOrgPendingInvites, team, context), window, HathoraJson.Default.Invite, ToInvite, context);

    public Task<ChatInvite> GetAsync(string? team, string item, CallContext context) => ListAsync(team, PageWindow.All, context).FindAsync(
        invite => item.Equals(invite.Id, StringComparison.OrdinalIgnoreCase),
        () => new ChatException(ChatErrorReason.NotFound, $"'{item}' is not invited to the team '{Connection.Session.TeamOr(team)}'.")
        {
            Advice = "Get-ChatInvite lists those that wait for an answer; who has accepted is shown by Get-ChatTeamUser.",
        });

    public async Task<ChatInvite> CreateAsync(string? team, NewInvite item, CallContext context)
    {
        Unsupported.IfNamed(item, ChatPlatform.Hathora);
        Unsupported.IfOfGuests(item, ChatPlatform.Hathora);
        return await SendAsync(
            (await CallOnTeamAsync(InviteUser, team, context).ConfigureAwait(false))
                .Body("userEmail", item.Email)
                // Left to the platform it might be more than an ordinary member.
                .Body("scopes", Granted(item.Grant) ?? "member"),
            HathoraJson.Default.Invite, ToInvite, context).ConfigureAwait(false);
    }

    public async Task<ChatInvite?> UpdateAsync(string? team, string item, InviteChange change, bool wanted, CallContext context)
    {
        Unsupported.IfGiven(change.Regenerate, ChatPlatform.Hathora, "Regenerate");
        var call = await CallOnTeamAsync(UpdateUserInvite, team, context).ConfigureAwait(false);
        await ConfirmAsync(
            call.Body("userEmail", item).Body("scopes", Granted(change.Grant)), "Get-ChatInvite shows who is invited and as what.", context).ConfigureAwait(false);
        return wanted ? await GetAsync(team, item, context).ConfigureAwait(false) : null;
    }

    public async Task RemoveAsync(string? team, string item, CallContext context) =>
        await SendAsync((await CallOnTeamAsync(RescindInvite, team, context).ConfigureAwait(false)).Body("userEmail", item), context).ConfigureAwait(false);

    public IAsyncEnumerable<ChatInvite> ListAsync(PageWindow window, CallContext context) =>
        List(Call(GetUserPendingInvites), window, HathoraJson.Default.Invite, ToInvite, context);

    public async Task<ChatTeamUser?> ApproveAsync(string team, bool wanted, CallContext context)
    {
        // By which address one is invited, the invitation alone tells.
        var invite = wanted ? await OwnAsync(team, context).ConfigureAwait(false) : null;
        await SendAsync(Answer(AcceptInvite, team), context).ConfigureAwait(false);
        if (invite is null)
            return null;
        var outcome = (await Connection.Get<HathoraTeamUsers>().GetAsync(team, [invite.Id], context).ConfigureAwait(false)).Single();
        return outcome.Value ?? throw outcome.Error!;
    }

    public Task DenyAsync(string team, CallContext context) => SendAsync(Answer(RejectInvite, team), context);

    // The names of organizations that one is not in yet are nobody's to look up.
    private ApiCall Answer(string operation, string team) => Call(operation).Path("orgId", team);

    private Task<ChatInvite> OwnAsync(string team, CallContext context) => ListAsync(PageWindow.All, context).FindAsync(
        invite => invite.TeamId == team,
        () => new ChatException(ChatErrorReason.NotFound, $"There is no invitation to the team '{team}' for you.")
        {
            Advice = "Get-ChatInvite -Me lists those that wait for you; give the id of the team, or pipe the invitation.",
        });

    private static object? Granted(InviteGrant grant) => grant.Role?.ToLowerInvariant() ?? (object?)grant.Scope;

    private ChatInvite ToInvite(Wire.Invite invite) => new()
    {
        Session = Connection.Session,
        Unnamed = invite.Unnamed,
        Id = invite.UserEmail,
        TeamId = invite.OrgId,
        Team = invite.OrgId,
        Email = invite.UserEmail,
        Role = invite.Scopes?.Role,
        Scope = invite.Scopes?.Scopes ?? [],
        InvitedBy = invite.InvitedBy,
        CreatedAt = invite.CreatedAt,
    };
}
