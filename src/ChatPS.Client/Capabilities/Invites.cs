using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Capabilities;

/// <summary>An invitation to be sent.</summary>
/// <param name="Email">Whom it goes to.</param>
/// <param name="Role">What the guest shall be in the team, in the platform's word; null for an ordinary member.</param>
internal sealed record NewInvite(string Email, string? Role);

/// <summary>Reads the invitations that wait for an answer.</summary>
internal interface IInviteReader
{
    /// <param name="team">A team's id or name; null for the session's.</param>
    /// <param name="window">The part that is wanted.</param>
    /// <param name="context">The call.</param>
    IAsyncEnumerable<ChatInvite> ListAsync(string? team, PageWindow window, CallContext context);

    /// <param name="team">A team's id or name; null for the session's.</param>
    /// <param name="invite">The invitation's id, or the e-mail address of who is invited.</param>
    /// <param name="context">The call.</param>
    Task<ChatInvite> GetAsync(string? team, string invite, CallContext context);
}

/// <summary>Reads an invitation by the token that the invited person was sent.</summary>
internal interface IInviteTokenReader
{
    Task<ChatInvite> GetAsync(Secret token, CallContext context);
}

internal interface IInviteSender
{
    /// <param name="team">A team's id or name; null for the session's.</param>
    /// <param name="invite">The invitation.</param>
    /// <param name="context">The call.</param>
    Task<ChatInvite> SendAsync(string? team, NewInvite invite, CallContext context);
}

internal interface IInviteRemover
{
    /// <param name="team">A team's id or name; null for the session's.</param>
    /// <param name="invite">The invitation's id, or the e-mail address of who is invited.</param>
    /// <param name="context">The call.</param>
    Task RemoveAsync(string? team, string invite, CallContext context);
}

/// <summary>Accepts invitations for the account.</summary>
internal interface IInviteApprover
{
    /// <returns>The membership; null when nobody wants it.</returns>
    Task<ChatTeamUser?> ApproveAsync(Secret token, bool wanted, CallContext context);
}
