using ChatPS.Client.Http;
using ChatPS.Client.Paging;

namespace ChatPS.Client.Capabilities;

/// <summary>What a member is to be in a team; of the first two at most one is given.</summary>
/// <param name="Role">Admin, Member or Viewer, in any case: the words that all platforms share.</param>
/// <param name="Roles">The roles in the platform's words, with blanks between them.</param>
/// <param name="Federated">Whether the member signs in by the team's identity provider.</param>
internal sealed record TeamUserChange(string? Role, string? Roles, bool? Federated = null)
{
    public bool IsAdmin => "Admin".Equals(Role, StringComparison.OrdinalIgnoreCase);

    public bool IsViewer => "Viewer".Equals(Role, StringComparison.OrdinalIgnoreCase);
}

internal interface ITeamUserNames
{
    /// <summary>
    /// What the other operations take for a user: the id, or the e-mail address where the platform goes by that. In the order
    /// of the users, from as few requests as the platform allows.
    /// </summary>
    Task<IReadOnlyList<Outcome<string>>> UserIdsAsync(IReadOnlyList<UserRef> users, CallContext context);
}

internal interface ITeamUserReader : ITeamUserNames
{
    /// <param name="team">A team's id or name; null for the session's.</param>
    /// <param name="window">The part that is wanted.</param>
    /// <param name="context">The call.</param>
    IAsyncEnumerable<ChatTeamUser> ListAsync(string? team, PageWindow window, CallContext context);

    /// <summary>Some members, in the order of the ids.</summary>
    Task<IReadOnlyList<Outcome<ChatTeamUser>>> GetAsync(string? team, IReadOnlyList<string> userIds, CallContext context);

    /// <summary>How many members there are; null where the platform doesn't say.</summary>
    Task<long?> CountAsync(string? team, CallContext context);
}

/// <summary>What the operations on a team's members have in common.</summary>
internal interface ITeamUserWriter : ITeamUserNames
{
    /// <summary>How many members are worth gathering for one request; 1 where each has a request of its own.</summary>
    int BatchSize { get; }
}

internal interface ITeamUserAdder : ITeamUserWriter
{
    /// <summary>Says no to what nobody can be made when he is taken in, before anything is sent.</summary>
    void CheckNew(TeamUserChange member);

    /// <param name="team">A team's id or name.</param>
    /// <param name="userIds">At most <see cref="ITeamUserWriter.BatchSize"/> users.</param>
    /// <param name="member">What they are to be.</param>
    /// <param name="wanted">Whether anybody looks at the members, whose names may cost another request.</param>
    /// <param name="context">The call.</param>
    /// <returns>The memberships, in the order of the users.</returns>
    Task<IReadOnlyList<Outcome<ChatTeamUser>>> AddAsync(
        string team, IReadOnlyList<string> userIds, TeamUserChange member, bool wanted, CallContext context);
}

internal interface ITeamUserEditor : ITeamUserWriter
{
    /// <summary>Says no to what the platform cannot change about a member, before anything is sent.</summary>
    void CheckChange(TeamUserChange change);

    /// <returns>The membership; null when nobody wants it.</returns>
    Task<ChatTeamUser?> UpdateAsync(string team, string userId, TeamUserChange change, bool wanted, CallContext context);
}

internal interface ITeamUserRemover : ITeamUserWriter
{
    Task RemoveAsync(string team, string userId, CallContext context);
}
