using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Capabilities;

/// <summary>What an invited person is to be in the team; of the two at most one is given.</summary>
/// <param name="Role">A role, in the platform's word; null for an ordinary member.</param>
/// <param name="Scope">What he may do there, one by one.</param>
internal sealed record InviteGrant(string? Role, IReadOnlyList<string>? Scope);

/// <summary>An invitation to be sent.</summary>
/// <param name="Email">Whom it goes to.</param>
/// <param name="Grant">What he is to be.</param>
internal sealed record NewInvite(string Email, InviteGrant Grant)
{
    /// <summary>The person's name, where the platform wants to know it.</summary>
    public string? Name { get; init; }

    /// <summary>What the person does for a living.</summary>
    public string? Position { get; init; }

    /// <summary>Whether name or position were wished for by themselves, and did not only come along with an object that was piped.</summary>
    public bool IsNamedByHand { get; init; }
}

/// <summary>Reads an invitation by the token that the invited person was sent.</summary>
internal interface IInviteTokenReader
{
    Task<ChatInvite> GetAsync(Secret token, CallContext context);
}

/// <summary>Changes invitations that wait for an answer.</summary>
internal interface IInviteEditor
{
    /// <param name="team">A team's id or name; null for the session's.</param>
    /// <param name="invite">The invitation's id, or the e-mail address of who is invited.</param>
    /// <param name="grant">What he is to be.</param>
    /// <param name="wanted">Whether anybody looks at the invitation, which may cost another request.</param>
    /// <param name="context">The call.</param>
    /// <returns>The invitation; null when nobody wants it.</returns>
    Task<ChatInvite?> UpdateAsync(string? team, string invite, InviteGrant grant, bool wanted, CallContext context);
}

/// <summary>Accepts invitations by the tokens that they came with.</summary>
internal interface IInviteApprover
{
    /// <returns>The membership; null when nobody wants it.</returns>
    Task<ChatTeamUser?> ApproveAsync(Secret token, bool wanted, CallContext context);
}

/// <summary>The invitations that wait for the account itself, on platforms that tell it of them.</summary>
internal interface IInviteInbox
{
    IAsyncEnumerable<ChatInvite> ListAsync(PageWindow window, CallContext context);

    /// <param name="team">The id of the team that one is invited to.</param>
    /// <param name="wanted">Whether anybody looks at the membership.</param>
    /// <param name="context">The call.</param>
    /// <returns>The membership; null when nobody wants it.</returns>
    Task<ChatTeamUser?> ApproveAsync(string team, bool wanted, CallContext context);

    /// <param name="team">The id of the team that one is invited to.</param>
    /// <param name="context">The call.</param>
    Task DenyAsync(string team, CallContext context);
}
